import Testing

@testable import Importing

/// Bytes in pieces of a size of their own.
final class Pieces: ByteSource {
    private let bytes: [UInt8]
    private let size: Int
    private var position = 0
    init(_ text: String, size: Int) { (bytes, self.size) = (Array(text.utf8), size) }
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(size, buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<(position + count)])
        position += count
        return count
    }
}

struct LinesTests {
    private func lines(_ text: String, size: Int = 7, limit: Int = 1000) throws -> [String] {
        var lines: [String] = []
        try Lines(limit: limit).read(Pieces(text, size: size)) { line, number in
            lines.append("\(number):" + String(decoding: line, as: UTF8.self))
        }
        return lines
    }

    @Test(arguments: 1...9)
    func `lines are the same however the bytes come`(size: Int) throws {
        #expect(
            try lines("one\r\ntwo\n\n\nfive is longer\r\nsix", size: size) == [
                "1:one", "2:two", "3:", "4:", "5:five is longer", "6:six",
            ])
    }

    @Test func `a last line without an end is a line, and an end is no line`() throws {
        #expect(try lines("a") == ["1:a"])
        #expect(try lines("a\n") == ["1:a"])
        #expect(try lines("") == [])
    }

    @Test func `a line beyond the limit is refused with its number`() {
        #expect(throws: ImportFault.lineTooLong(line: 2, limit: 100)) {
            try lines("a\n" + String(repeating: "b", count: 101) + "\nc", limit: 100)
        }
        #expect(throws: ImportFault.lineTooLong(line: 1, limit: 100)) {
            try lines(String(repeating: "b", count: 500), limit: 100)
        }
    }

    @Test func `lines longer than a block are whole`() throws {
        let long = String(repeating: "x", count: 700_000)
        let read = try lines(long + "\n" + long, size: 100_000, limit: 1_000_000)
        #expect(read == ["1:" + long, "2:" + long])
    }

    @Test(arguments: [
        ([0x41, 0xC3, 0xA9], true), ([0xF0, 0x9F, 0x98, 0x80], true), ([0xC3], false), ([0xC0, 0x80], false),
        ([0xED, 0xA0, 0x80], false),
        ([0xF5, 0x80, 0x80, 0x80], false), ([0xE2, 0x28, 0xA1], false), ([0xFF, 0xFE, 0x41, 0x00], false),
        ([0x80], false), ([], true),
        ([0xF0, 0x9F, 0x98], false), ([0xE0, 0x80, 0xAF], false), ([0x00], true),
    ])
    func `only well-formed UTF-8 is text`(bytes: [UInt8], isText: Bool) {
        #expect(bytes.withUnsafeBufferPointer { $0.isUTF8 } == isText)
    }
}
