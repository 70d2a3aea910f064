import Foundation

/// One operation on a file as the shim tells it; see Tests/FaultShim/journal.c.
struct Operation: Sendable {
    enum Kind: UInt8, Sendable {
        case create = 67, size = 84, write = 87, synchronize = 83, link = 76, rename = 82, unlink = 85, makeFolder = 77,
            read = 71
    }
    let kind: Kind
    let inode: UInt64
    /// Of a write; the new size; 1 where a folder is synchronised.
    let offset: Int
    /// Below the desk's folder.
    let path: String
    let other: String
    let bytes: [UInt8]

    static func read(_ path: String) throws -> [Operation] {
        guard let data = FileManager.default.contents(atPath: path) else { throw Violation("there is no log") }
        var rest = Array(data)[...]
        func take(_ count: Int) throws -> ArraySlice<UInt8> {
            guard rest.count >= count else { throw Violation("the log was cut") }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        func number(_ count: Int) throws -> UInt64 { try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        var all: [Operation] = []
        while !rest.isEmpty {
            guard let kind = Kind(rawValue: UInt8(try number(1))) else { throw Violation("the log makes no sense") }
            let (inode, offset) = (try number(8), Int(truncatingIfNeeded: try number(8)))
            let lengths = try (0..<3).map { _ in Int(try number(4)) }
            all.append(
                Operation(
                    kind: kind, inode: inode, offset: offset,
                    path: String(decoding: try take(lengths[0]), as: UTF8.self),
                    other: String(decoding: try take(lengths[1]), as: UTF8.self), bytes: Array(try take(lengths[2]))))
        }
        return all
    }
}
