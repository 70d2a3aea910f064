import Conversations

/// A report before it is put into words: what stands where, as values. The same document gives a page, tables for a
/// spreadsheet and JSON, in any language.
package struct Document: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable { case compliance, quality, live }

    package var kind: Kind
    /// `2026-Q3`, or `run-12`.
    package var period: String
    package var timeZone: String
    package var title: Text
    package var subtitle: Sentence
    package var labels: [Sentence]
    package var rehearsal: Bool
    package var state: OverallState.Verdict?
    /// What the reader takes away in a minute.
    package var answers: [Answer]
    package var facts: [Entry]
    package var sections: [Section]
    package var isSigned: Bool

    /// A question that the report is read for, with its answer in a word or number, and what that rests on.
    package struct Answer: Sendable, Equatable {
        package enum Mark: String, Sendable, Codable { case good, bad, open, plain }
        package var question: Text
        package var answer: Value
        package var mark: Mark
        package var detail: Sentence
    }

    package struct Entry: Sendable, Equatable {
        package var name: Text
        package var value: Value
        /// For who verifies the report, and not for who reads it: it stands at its end.
        package var isTechnical = false
    }

    package struct Section: Sendable, Equatable {
        /// Of its heading, and its name in JSON.
        package var heading: Text
        package var meaning: [Sentence] = []
        package var notes: [Note] = []
        package var charts: [Chart] = []
        package var tables: [Table] = []
        /// Said where there is neither note nor table.
        package var nothing: Text?
    }

    package struct Note: Sendable, Equatable {
        package enum Mark: String, Sendable, Codable { case bad, open, plain }
        package var sentence: Sentence
        package var mark: Mark
    }

    package struct Table: Sendable, Equatable {
        /// Its name in file names and JSON.
        package var id: String
        package var caption: Text?
        package var columns: [Column]
        package var rows: [Row]
        package var standing: Standing?
    }

    package struct Column: Sendable, Equatable {
        package var title: Text
        package var isNumber = false
        /// For columns whose title is a value, as an hour or a week.
        package var label: Value?
    }

    package struct Row: Sendable, Equatable {
        package var cells: [Value]
        package var isQuiet = false
        package var isTotal = false
    }

    /// What a table of figures rests on.
    package struct Standing: Sendable, Equatable, Codable {
        package var n: Int
        package var k: Int
        package var withheld: Int
        package var rolledUp: Int
        package var version: Int
        package var isAnonymous: Bool
    }

    /// A picture of the numbers of a table of the same section.
    package enum Chart: Sendable, Equatable {
        /// One column a value; nil where it is withheld.
        case columns(title: Text, labels: [Value], values: [Int?], isTime: Bool)
        case heat(HeatMap)
    }
}

/// A text of the catalogue with the values that fill it.
package struct Sentence: Sendable, Equatable {
    package var text: Text
    /// Decides between singular and plural, and is `{n}`.
    package var count: Int?
    package var values: [String: Value]
    package init(_ text: Text, count: Int? = nil, _ values: [String: Value] = [:]) {
        (self.text, self.count, self.values) = (text, count, values)
    }
}

/// A value that each language and form writes in its own way.
package indirect enum Value: Sendable, Equatable {
    case count(Int)
    /// Per cent.
    case percent(Int)
    case seconds(Int)
    /// Seconds that are shown as a bare number of minutes, where the heading says so.
    case minutes(Int)
    case bytes(Int)
    case day(CivilDate)
    case moment(Instant)
    /// `2026-W31`, `2026-07`, `2026-Q3`, `2026`.
    case span(Span)
    /// The same in as few letters as a column has room for: the number of a week, the beginning of a month's name.
    case narrow(Span)
    case month(String)
    case word(Text)
    /// What a check of the catalogue asserts, by its identifier.
    case check(String)
    /// Several words, with commas between.
    case words([Text])
    case actions(Actions)
    /// One of the names in a list of the catalogue, from 0.
    case name(Text, Int)
    case sentence(Sentence)
    /// As it is, in no language.
    case text(String)
    /// English of the engine.
    case english(String)
    case code(String)
    /// With a mark of the style: `good`, `bad`, `open`.
    case marked(Value, String)
    case withheld
    case none
}
