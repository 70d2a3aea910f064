/// One mistake in a policy or data map file: where it is, what it is, what to do.
package struct PolicyProblem: Sendable, Equatable {
    /// The file as the caller named it.
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    package let message: String
    /// The line itself, with digits of phone numbers masked; a part of it where it is long.
    package let sourceLine: String
    /// Where in `sourceLine` the place is, in Unicode scalars from zero.
    package let caret: Int
    package let remedy: String

    init(_ source: SourceText, _ mark: SourceMark, _ message: String, remedy: String) {
        (file, line, column) = (source.file, mark.line, mark.column)
        (sourceLine, caret) = ShownText.window(of: source.line(mark), around: mark.column)
        (self.message, self.remedy) = (message, remedy)
    }

    /// `file:line:column: error: message`, the line, a caret under the place, and the remedy; no newline at the end.
    package var rendered: String {
        // A tab is as wide below as above.
        let indent = String(sourceLine.unicodeScalars.prefix(caret).map { $0 == "\t" ? "\t" : " " as Character })
        return """
            \(file):\(line):\(column): error: \(message)
                \(sourceLine)
                \(indent)^
              remedy: \(remedy)
            """
    }
}

/// Why a policy or a data map cannot be used (exit 78): every mistake of the file, in the file's order. A syntax
/// error and a second document stand alone, because nothing after them can be read with sense.
package struct PolicyProblems: Error, Sendable, Equatable {
    package let problems: [PolicyProblem]

    /// More than a person reads at once, and what a file that is no policy at all is cut to.
    static let mostShown = 200

    /// Every problem in full, one after the other; of a file with more than 200, the first 200 and how many there are.
    package var rendered: String {
        let shown = problems.prefix(Self.mostShown).map(\.rendered).joined(separator: "\n")
        let rest = problems.count - Self.mostShown
        return rest > 0 ? shown + "\nand \(rest) more problems: is this the file you meant?" : shown
    }
}

extension PolicyProblems: CustomStringConvertible {
    package var description: String { rendered }
}

/// Problems of one file while it is read.
final class ProblemList {
    let source: SourceText
    private var found: [(mark: SourceMark, problem: PolicyProblem)] = []

    init(_ source: SourceText) { self.source = source }

    var isEmpty: Bool { found.isEmpty }

    func add(_ mark: SourceMark, _ message: String, remedy: String) {
        found.append((mark, PolicyProblem(source, mark, message, remedy: remedy)))
    }

    /// In the file's order; of the same place, in the order found.
    var all: PolicyProblems {
        let ordered = found.enumerated().sorted { ($0.element.mark, $0.offset) < ($1.element.mark, $1.offset) }
        return PolicyProblems(problems: ordered.map(\.element.problem))
    }

    /// This one problem, whatever else was found.
    func alone(_ mark: SourceMark, _ message: String, remedy: String) -> PolicyProblems {
        PolicyProblems(problems: [PolicyProblem(source, mark, message, remedy: remedy)])
    }
}
