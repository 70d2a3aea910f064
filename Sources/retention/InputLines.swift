import Foundation

/// What people write on standard input, a thing a line.
enum InputLines {
    /// Lines that are not empty, with their numbers, without the blanks around them and the mark that some editors begin a
    /// file with.
    /// - Parameter what: what a line holds: "number".
    /// - Throws: `Failure` (65) where the bytes are not UTF-8, or no line holds anything.
    static func read(_ bytes: [UInt8], each what: String) throws -> [(number: Int, text: String)] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.unreadable, "standard input is not UTF-8", remedy: "write one \(what) a line, as UTF-8")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { (number: $0 + 1, text: $1.trimmingCharacters(in: .whitespaces.union(["\u{FEFF}"]))) }
            .filter { !$0.text.isEmpty }
        guard !lines.isEmpty else {
            throw Failure(.unreadable, "standard input holds no \(what)", remedy: "write one \(what) a line")
        }
        return lines
    }
}
