import Foundation
import GRDB
import GRDBSQLite
import StorePort

extension Fingerprint {
    /// As a blob.
    var data: Data { Data(bytes) }
}

/// A prepared statement whose values are bound without becoming strings: a text with a NUL in it stays whole, and
/// the hot path of an import makes no object a message.
struct ByteStatement {
    private let statement: Statement
    private var handle: SQLiteStatement { statement.sqliteStatement }

    init(_ statement: Statement) { self.statement = statement }

    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

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

    func bind(_ word: String, at index: Int32) { bind(Array(word.utf8), at: index) }

    /// To the end; the statement can be bound again.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// What the first row gives; nil where there is none.
    func first<T>(_ read: (ByteStatement) -> T) throws -> T? {
        let code = sqlite3_step(handle)
        defer { sqlite3_reset(handle) }
        switch code {
        case SQLITE_ROW: return read(self)
        case SQLITE_DONE: return nil
        default: throw failure(code)
        }
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The code alone: a message of SQLite's may quote what was bound.
    private func failure(_ code: Int32) -> DatabaseError { DatabaseError(resultCode: ResultCode(rawValue: code)) }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
