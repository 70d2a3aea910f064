/// A place in a file, as editors count: line and column from 1, columns in Unicode scalars.
struct SourceMark: Comparable, Hashable, Sendable {
    let line: Int
    let column: Int

    static func < (a: SourceMark, b: SourceMark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// The text of a file, in lines, for showing where a problem is.
///
/// Lines end where YAML 1.1 (section 4.2) ends them: at LF, CR, CR LF, NEL, LS and PS.
struct SourceText: Sendable {
    /// The most that is read of a policy or a data map.
    static let limit = 256 * 1024

    let file: String
    let lines: [[Unicode.Scalar]]
    /// What no YAML file may hold, where the text has it: reading stops there.
    let fault: Fault?

    enum Fault: Equatable, Sendable {
        case tooLarge
        case notUTF8(SourceMark)
        case byteOrderMark(SourceMark)
        case control(SourceMark)
    }

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        guard bytes.count <= SourceText.limit else {
            (lines, fault) = ([], .tooLarge)
            return
        }
        var reader = LineReader()
        fault = reader.read(bytes)
        lines = reader.lines
    }

    /// The line at a mark; empty past the end.
    func line(_ mark: SourceMark) -> [Unicode.Scalar] {
        lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : []
    }

    /// The scalar at a mark; nil past the end of its line.
    func scalar(at mark: SourceMark) -> Unicode.Scalar? { line(mark).dropFirst(mark.column - 1).first }
}

/// Cuts bytes into lines, up to the first scalar that has no place in YAML.
private struct LineReader {
    private(set) var lines: [[Unicode.Scalar]] = []
    private var current: [Unicode.Scalar] = []
    private var lastWasReturn = false

    mutating func read(_ bytes: [UInt8]) -> SourceText.Fault? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        defer { lines.append(current) }
        while true {
            switch decoder.decode(&iterator) {
            case .emptyInput: return nil
            case .error:
                let mark = here
                current.append("\u{FFFD}")
                return .notUTF8(mark)
            case .scalarValue(let scalar):
                if let fault = take(scalar) { return fault }
            }
        }
    }

    private var here: SourceMark { SourceMark(line: lines.count + 1, column: current.count + 1) }

    private mutating func take(_ scalar: Unicode.Scalar) -> SourceText.Fault? {
        defer { lastWasReturn = scalar == "\r" }
        switch scalar {
        case "\n" where lastWasReturn: return nil
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
            lines.append(current)
            current = []
            return nil
        default: break
        }
        let mark = here
        current.append(scalar)
        if scalar == "\u{FEFF}" { return .byteOrderMark(mark) }
        return LineReader.isPrintable(scalar) ? nil : .control(mark)
    }

    /// The printable set of YAML 1.1, section 4.1.1.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
