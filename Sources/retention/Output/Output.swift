import Foundation

/// Writes what a command has to say: a table for people, or JSON lines for programs.
struct Output {
    static func line(_ text: String) { StandardStreams.line(text) }

    static func json(_ value: some Encodable) throws { line(try jsonText(value)) }

    /// One line of JSON.
    static func jsonText(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
