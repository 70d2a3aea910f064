/// What the page template shows: words only, in the order of reading. It holds no markup.
struct Page {
    /// Of the language, for `lang`.
    let lang: String
    /// Set when the page is rendered.
    var style = ""
    /// The Content Security Policy's hash of `style`.
    var styleHash = ""
    let title: String
    let night: String
    let internalUse: String
    let rehearsal: Rehearsal?
    /// Nil of a report that judges nothing.
    let state: State?
    /// A question each, with its answer.
    var answers: [Answer] = []
    let sentences: [String]
    let facts: [Fact]
    let sections: [Section]
    /// What the report is of, in hashes and numbers; nil where nothing is told of it.
    let identification: Identification?
    let signatures: Signatures

    struct Rehearsal {
        let word: String
        let meaning: String
        /// Said before the list; nil where nothing would have stopped.
        let intro: String?
        let stops: [String]
    }

    struct State {
        /// `clear`, `deviations` or `unproven`: the style knows these.
        let mark: String
        let words: String
        let meaning: String
        let notExamined: String
    }

    struct Identification {
        let heading: String
        let facts: [Fact]
    }

    struct Answer {
        let question: String
        let answer: String
        /// `good`, `bad`, `open` or `plain`.
        let mark: String
        let detail: String
    }

    struct Fact {
        let name: String
        let value: String
        let isCode: Bool
    }

    struct Section {
        let heading: String
        let paragraphs: [String]
        let notes: [Note]
        var charts: [Chart] = []
        let tables: [Table]
        /// What is said where there is neither a note nor a table; nil otherwise.
        let nothing: String?
    }

    struct Note {
        let text: String
        /// `bad`, `open` or `plain`.
        let mark: String
    }

    struct Table {
        let caption: String?
        let columns: [Column]
        let rows: [Row]
        /// What the figures rest on, below the table.
        var standing: String?
        /// Too many rows to scroll past: on a screen it gets a window of its own.
        let isLong: Bool
        /// A name and a few numbers a row: as wide as they need, so that a number is not far from its name.
        let isSmall: Bool
        /// So many columns that they stand closer.
        let isDense: Bool
        /// Short enough to be printed on one page.
        let isWhole: Bool
    }

    /// A picture of a table's numbers; `alternative` says in words what it shows.
    struct Chart {
        let id: String
        let width: Int
        let height: Int
        let title: String
        let alternative: String
        let shapes: [Shape]
        let words: [Word]
    }

    struct Shape {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        /// `column`, `withheld`, or `heat0` to `heat4`.
        let mark: String
        /// What the style says of the mark, for printers that take no style into a picture.
        let fill: String
        let opacity: String

        init(x: Int, y: Int, width: Int, height: Int, mark: String) {
            (self.x, self.y, self.width, self.height, self.mark) = (x, y, width, height, mark)
            fill = mark == "withheld" ? "#d9dee6" : mark == "heat0" ? "#f4f6f9" : "#2b5c9e"
            opacity = ["heat1": ".25", "heat2": ".5", "heat3": ".75"][mark] ?? "1"
        }
    }

    struct Word {
        let x: Int
        let y: Int
        let anchor: String
        let text: String
        /// `minor`: left out where the picture is as narrow as a telephone, and letters are larger.
        var mark = ""
    }

    struct Column {
        let title: String
        let isNumber: Bool
    }

    struct Row {
        /// Nothing happened on this line: it is shown, but paler.
        let isQuiet: Bool
        let isTotal: Bool
        let first: Cell
        let cells: [Cell]
    }

    struct Cell {
        /// The column's title, for screens too narrow for columns.
        let label: String
        let text: String
        /// Classes of the style: `text`, `name`, `number`, `zero`, `none`, `code`, `good`, `bad`, `open`.
        let mark: String
        /// Where the text is in another language than the page.
        let foreignLang: String?
    }

    struct Signatures {
        let heading: String
        let lines: [String]
        let blank: String
        let status: String
        let isSigned: Bool
    }
}

extension Page.Table {
    /// Puts rows of plain texts under columns. A cell's mark is its column's where the row gives none.
    init(caption: String? = nil, columns: [Page.Column], rows: [TableRow]) {
        self.caption = caption
        self.columns = columns
        isLong = rows.count > 24
        isDense = columns.count >= 10
        isWhole = rows.count <= 10
        isSmall = columns.count <= 4 && columns.dropFirst().allSatisfy(\.isNumber)
        self.rows = rows.map { row in
            let cells = zip(columns, row.cells).map { column, cell in
                Page.Cell(
                    label: column.title, text: cell.text,
                    mark: (cell.mark ?? (column.isNumber ? "number" : "text")) + (cell.text == "–" ? " none" : ""),
                    foreignLang: cell.lang)
            }
            return Page.Row(
                isQuiet: row.isQuiet, isTotal: row.isTotal,
                first: cells.first ?? Page.Cell(label: "", text: "", mark: "text", foreignLang: nil),
                cells: Array(cells.dropFirst()))
        }
    }
}

/// A row before it is put under columns.
struct TableRow {
    struct Entry: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        var text: String
        var mark: String?
        var lang: String?
        init(_ text: String, mark: String? = nil, lang: String? = nil) {
            (self.text, self.mark, self.lang) = (text, mark, lang)
        }
        init(stringLiteral text: String) { self.init(text) }
    }

    var cells: [Entry]
    var isQuiet = false
    var isTotal = false
}
