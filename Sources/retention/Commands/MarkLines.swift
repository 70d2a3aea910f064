import Foundation

/// Comma-separated lines (RFC 4180): quotes, CRLF, a header line and a byte-order mark are read.
struct MarkLines {
    struct Cell: Equatable {
        let text: String
        /// From 1, in bytes of its line.
        let column: Int
    }

    struct Line: Equatable {
        let number: Int
        let cells: [Cell]
    }

    /// Why the bytes are no such lines, and where.
    struct Problem: Error, Equatable {
        let line: Int
        let column: Int
        let what: String
    }

    /// The lines that hold something, without a header: a first line whose first cell has no digit.
    static func read(_ bytes: [UInt8]) throws(Problem) -> [Line] {
        var reader = MarkLines(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        var lines: [Line] = []
        while reader.position < reader.bytes.endIndex {
            let line = try reader.line()
            if !line.cells.allSatisfy(\.text.isEmpty) { lines.append(line) }
        }
        if let first = lines.first?.cells.first?.text, !first.contains(where: \.isNumber) { lines.removeFirst() }
        return lines
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var lineStart: Int
    private var number = 0

    private init(_ bytes: ArraySlice<UInt8>) {
        (self.bytes, position, lineStart) = (bytes, bytes.startIndex, bytes.startIndex)
    }

    private var column: Int { position - lineStart + 1 }
    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func line() throws(Problem) -> Line {
        number += 1
        lineStart = position
        var cells: [Cell] = []
        while true {
            cells.append(try cell())
            let separator = next
            position += separator == nil ? 0 : 1
            if separator != UInt8(ascii: ",") { return Line(number: number, cells: cells) }
        }
    }

    /// One value; the position is then at the comma, the line feed or the end.
    private mutating func cell() throws(Problem) -> Cell {
        while next == UInt8(ascii: " ") { position += 1 }
        let start = column
        let text = next == UInt8(ascii: "\"") ? try quoted() : plain()
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\r") { position += 1 }
        guard next == nil || next == UInt8(ascii: ",") || next == UInt8(ascii: "\n") else {
            throw Problem(line: number, column: column, what: "something stands behind a closing quote")
        }
        guard let text = String(validating: text, as: UTF8.self) else {
            throw Problem(line: number, column: start, what: "the bytes are not UTF-8")
        }
        return Cell(text: text.trimmingCharacters(in: .whitespacesAndNewlines), column: start)
    }

    private mutating func plain() -> [UInt8] {
        let start = position
        while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n") { position += 1 }
        return Array(bytes[start..<position])
    }

    /// A doubled quote is one; a line end inside of quotes is none of what a mark takes.
    private mutating func quoted() throws(Problem) -> [UInt8] {
        let start = column
        position += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\n") {
            position += 1
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            guard next == byte else { return text }
            text.append(byte)
            position += 1
        }
        throw Problem(line: number, column: start, what: "a quote is not closed")
    }
}
