/// Text of a file as an error may show it: scalar for scalar, so that a caret below it stays in place.
///
/// A policy can hold our own numbers and the names of colleagues' phones, and its errors reach cron's mail: digits of
/// anything as long as a phone number become `x`. Invisible and direction-changing characters, which make a line read
/// otherwise than it is, become U+FFFD.
enum ShownText {
    /// The shortest run of digits that is taken for a number that reaches a person. A date has eight.
    private static let phoneDigits = 9

    static func shown(_ value: some StringProtocol) -> String { text(masked(Array(value.unicodeScalars))) }

    /// At most `width` scalars of a line around a column (from 1), and where the column stands in them (from zero).
    static func window(of line: [Unicode.Scalar], around column: Int, width: Int = 120) -> (text: String, caret: Int) {
        let caret = min(max(column - 1, 0), line.count)
        let start = max(0, min(caret - width / 2, line.count - width))
        // Masked with what stands around it, so that the cut shows no part of a number.
        let margin = max(0, start - 2 * phoneDigits)
        let part = masked(Array(line.dropFirst(margin).prefix(start - margin + width + 2 * phoneDigits)))
        return (text(part.dropFirst(start - margin).prefix(width)), caret - start)
    }

    /// A value in quotes, as an error may name it.
    static func quoted(_ value: some StringProtocol) -> String {
        let start = value.unicodeScalars.prefix(61)
        let whole = start.count <= 60
        return "\"" + shown(text(start.prefix(60))) + (whole ? "\"" : "...\"")
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func masked(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var scalars = scalars
        maskNumbers(&scalars)
        return scalars.map { isVisible($0) ? $0 : "\u{FFFD}" }
    }

    private static func maskNumbers(_ scalars: inout [Unicode.Scalar]) {
        var run: [Int] = []
        func mask() { if run.count >= phoneDigits { for index in run { scalars[index] = "x" } } }
        for (index, scalar) in scalars.enumerated() {
            if scalar.properties.numericType == .decimal {
                run.append(index)
            } else if run.isEmpty || !joinsDigits(scalar) {
                mask()
                run = []
            }
        }
        mask()
    }

    private static func joinsDigits(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ".", "-", "/", "(", ")", "\u{A0}": true
        default: !isVisible(scalar)
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\t"
        case .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
    }
}
