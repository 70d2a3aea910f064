/// What the page template shows: words only, in the order of reading. It holds no markup.
struct Page {
    /// Of the language, for `lang`.
    let lang: String
    let style: String
    /// The Content Security Policy's hash of `style`.
    let styleHash: String
    let title: String
    let night: String
    let internalUse: String
    let rehearsal: Rehearsal?
    /// Nil of a report that judges nothing.
    let state: State?
    let sentences: [String]
    let facts: [Fact]
    let sections: [Section]
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
    }

    struct Word {
        let x: Int
        let y: Int
        let anchor: String
        let text: String
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
        /// Classes of the style: `text`, `name`, `number`, `zero`, `code`, `good`, `bad`, `open`.
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
        self.rows = rows.map { row in
            let cells = zip(columns, row.cells).map { column, cell in
                Page.Cell(
                    label: column.title, text: cell.text, mark: cell.mark ?? (column.isNumber ? "number" : "text"),
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
