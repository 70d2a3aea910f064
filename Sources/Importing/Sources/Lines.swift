import Foundation

/// The lines of a source, one at a time and without copying: memory stays at one line and one block, whatever
/// the size of the file.
struct Lines {
    private static let block = 256 * 1024
    /// Bytes beyond which a line is not a line of such a file.
    let limit: Int

    /// Calls `body` with each line, without its line feed and a carriage return before it, and with its number
    /// from 1. Each block of bytes goes to `block` first, as it was read.
    func read(
        _ source: some ByteSource, block seen: (UnsafeRawBufferPointer) -> Void = { _ in },
        body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws {
        var buffer = [UInt8](repeating: 0, count: Self.block)
        var filled = 0
        var number = 0
        while true {
            if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
            let start = filled
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: .init(rebasing: $0[start...])) }
            buffer.withUnsafeBytes { seen(.init(rebasing: $0[start..<(start + count)])) }
            filled += count
            let used = try buffer.withUnsafeBufferPointer { all in
                try lines(in: .init(rebasing: all[..<filled]), searchedTo: start, number: &number, body: body)
            }
            if count == 0 {
                guard filled > used else { return }
                number += 1
                return try buffer.withUnsafeBufferPointer {
                    try body(trimmed(.init(rebasing: $0[used..<filled])), number)
                }
            }
            guard filled - used <= limit else { throw ImportFault.lineTooLong(line: number + 1, limit: limit) }
            buffer.withUnsafeMutableBytes { bytes in
                guard used > 0, let base = bytes.baseAddress else { return }
                memmove(base, base + used, filled - used)
            }
            filled -= used
        }
    }

    /// Calls `body` with each whole line and gives the number of bytes that they took.
    private func lines(
        in bytes: UnsafeBufferPointer<UInt8>, searchedTo: Int, number: inout Int,
        body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var start = 0
        var search = searchedTo
        while let found = memchr(base + search, 0x0A, bytes.count - search) {
            let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            number += 1
            guard end - start <= limit else { throw ImportFault.lineTooLong(line: number, limit: limit) }
            try body(trimmed(.init(rebasing: bytes[start..<end])), number)
            start = end + 1
            search = start
        }
        return start
    }

    private func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        line.last == 0x0D ? .init(rebasing: line.dropLast()) : line
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The high bits of eight bytes: none of them is set where all are ASCII.
    private static var high: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
    var isUTF8: Bool {
        var index = 0
        let words = UnsafeRawBufferPointer(self)
        while index < count {
            if index + 8 <= count, words.loadUnaligned(fromByteOffset: index, as: UInt64.self) & Self.high == 0 {
                index += 8
                continue
            }
            let first = self[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let (length, low, high): (Int, UInt8, UInt8)
            switch first {
            case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
            case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
            case 0xED: (length, low, high) = (3, 0x80, 0x9F)
            case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
            case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
            case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
            case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
            default: return false
            }
            guard index + length <= count, (low...high).contains(self[index + 1]) else { return false }
            for offset in 2..<Swift.max(2, length) where self[index + offset] & 0xC0 != 0x80 { return false }
            index += length
        }
        return true
    }
}
