import Conversations
import Foundation
import GRDB
import GRDBSQLite
import StorePort

extension Fingerprint {
    /// As a blob.
    var data: Data { Data(bytes) }
}

/// A prepared statement whose values are bound and read without becoming objects: a text with a NUL in it stays whole,
/// and the hot path of an import allocates nothing a row.
struct ByteStatement {
    private let statement: Statement
    private let handle: SQLiteStatement

    init(_ statement: Statement) { (self.statement, handle) = (statement, statement.sqliteStatement) }

    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ value: Instant?, at index: Int32) { bind(value?.seconds, at: index) }

    func bind(_ value: Fingerprint?, at index: Int32) {
        guard let value else { sqlite3_bind_null(handle, index); return }
        withUnsafeBytes(of: (value.high.bigEndian, value.low.bigEndian)) { bytes in
            _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, 16, ByteStatement.copied)
        }
    }

    /// UTF-8; the caller has checked it.
    func bind(_ text: [UInt8]?, at index: Int32) {
        guard let text else { sqlite3_bind_null(handle, index); return }
        text.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress {
                _ = sqlite3_bind_text(
                    handle, index, base.assumingMemoryBound(to: CChar.self), Int32(bytes.count), ByteStatement.copied)
            } else {
                sqlite3_bind_text(handle, index, "", 0, ByteStatement.copied)
            }
        }
    }

    /// A word, a name or an address; a NUL ends it, as it does in every value that GRDB binds.
    func bind(_ word: String?, at index: Int32) {
        guard let word else { sqlite3_bind_null(handle, index); return }
        sqlite3_bind_text(handle, index, word, -1, ByteStatement.copied)
    }

    /// To the end; the statement can be bound again.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// What the first row gives; nil where there is none.
    func first<T>(_ read: (ByteStatement) throws -> T) throws -> T? {
        defer { sqlite3_reset(handle) }
        return try next() ? read(self) : nil
    }

    /// What each row gives.
    func all<T>(_ read: (ByteStatement) throws -> T) throws -> [T] {
        defer { sqlite3_reset(handle) }
        var rows: [T] = []
        while try next() { rows.append(try read(self)) }
        return rows
    }

    /// Whether there is another row. `reset` ends it.
    func next() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    func reset() { sqlite3_reset(handle) }

    /// A blob of 16 bytes.
    func fingerprint(_ column: Int32) throws -> Fingerprint {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB, let start = sqlite3_column_blob(handle, column),
            case let count = Int(sqlite3_column_bytes(handle, column)), count == 16
        else { throw StoreError.damagedColumn }
        return Fingerprint(hash: UnsafeRawBufferPointer(start: start, count: count))
    }

    /// A whole number.
    /// - Throws: `StoreError` of kind `damaged` where something else stands there, which no table of ours allows.
    func integer(_ column: Int32) throws -> Int64 {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw StoreError.damagedColumn }
        return sqlite3_column_int64(handle, column)
    }

    /// A whole number or NULL.
    func optionalInteger(_ column: Int32) throws -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : try integer(column)
    }

    func optionalInstant(_ column: Int32) throws -> Instant? {
        try optionalInteger(column).map(Instant.init(seconds:))
    }

    /// A text, whole, or NULL.
    func optionalText(_ column: Int32) throws -> String? {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return nil
        case SQLITE_TEXT:
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
            return String(decoding: bytes, as: UTF8.self)
        default: throw StoreError.damagedColumn
        }
    }

    /// The code alone: a message of SQLite's may quote what was bound.
    private func failure(_ code: Int32) -> DatabaseError { DatabaseError(resultCode: ResultCode(rawValue: code)) }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
