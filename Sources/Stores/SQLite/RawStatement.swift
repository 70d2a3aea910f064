import GRDB
import GRDBSQLite

/// A prepared statement of SQLite's own C API, for the loops where a row is read or written per message and
/// nothing may be allocated for it. Everything else goes through GRDB.
///
/// Reference: <https://www.sqlite.org/c3ref/stmt.html>.
final class RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw RawStatement.error(code, connection) }
        (handle, self.connection) = (prepared, connection)
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds a text to a parameter. It stays bound over all later uses.
    func set(_ index: Int32, to text: String) throws {
        // SQLITE_TRANSIENT: SQLite takes a copy.
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        try check(sqlite3_bind_text(handle, index, text, -1, copy))
    }

    /// Steps through all rows with these integers bound, and resets.
    func each(_ arguments: Int64?..., row: (borrowing Row) throws -> Void) throws { try each(arguments, row: row) }

    func each(_ arguments: [Int64?], row: (borrowing Row) throws -> Void) throws {
        try bind(arguments)
        try step {
            try row($0)
            return true
        }
    }

    /// The same until `row` says no. Returns whether it never did.
    func eachWhile(_ row: (borrowing Row) throws -> Bool) throws -> Bool { try step(row) }

    @discardableResult
    private func step(_ row: (borrowing Row) throws -> Bool) throws -> Bool {
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: guard try row(Row(handle: handle)) else { return false }
            case SQLITE_DONE: return true
            case let code: throw RawStatement.error(code, connection)
            }
        }
    }

    /// Runs a statement that returns no row, with these integers bound. Returns the number of rows it changed.
    @discardableResult
    func run(_ arguments: Int64?...) throws -> Int {
        try bind(arguments)
        return try runBound()
    }

    /// Runs a statement whose first argument is a text of these bytes, the rest integers.
    func run(text: ArraySlice<UInt8>, _ arguments: Int64?...) throws {
        // A pointer to no bytes would bind NULL and not the empty text.
        if text.isEmpty { try set(1, to: "") }
        try text.withUnsafeBufferPointer { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress, !characters.isEmpty {
                    // SQLITE_STATIC: the bytes outlive the step.
                    try check(sqlite3_bind_text(handle, 1, start, Int32(clamping: characters.count), nil))
                }
                try bind(arguments, from: 2)
                try runBound()
            }
        }
    }

    /// The same whose first argument is a blob of these bytes.
    func run(blob: ArraySlice<UInt8>, _ arguments: Int64?...) throws {
        try blob.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress, !bytes.isEmpty {
                try check(sqlite3_bind_blob(handle, 1, start, Int32(clamping: bytes.count), nil))
            } else {
                try check(sqlite3_bind_zeroblob(handle, 1, 0))
            }
            try bind(arguments, from: 2)
            try runBound()
        }
    }

    private func bind(_ arguments: [Int64?], from first: Int32 = 1) throws {
        for (offset, argument) in arguments.enumerated() {
            let index = first + Int32(offset)
            try check(argument.map { sqlite3_bind_int64(handle, index, $0) } ?? sqlite3_bind_null(handle, index))
        }
    }

    @discardableResult
    private func runBound() throws -> Int {
        let code = sqlite3_step(handle)
        let changes = sqlite3_changes(connection)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw RawStatement.error(code, connection) }
        return Int(changes)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw RawStatement.error(code, connection) }
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        // SQLite's message for a constraint names table and column, never the value.
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }

    /// The row under the cursor. Valid only inside the closure that it is handed to.
    struct Row: ~Copyable {
        fileprivate let handle: OpaquePointer

        func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

        func optionalInt(_ column: Int32) -> Int64? {
            sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
        }

        var count: Int32 { sqlite3_column_count(handle) }

        func isTextOrBlob(_ column: Int32) -> Bool {
            let type = sqlite3_column_type(handle, column)
            return type == SQLITE_TEXT || type == SQLITE_BLOB
        }

        func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

        /// The column's bytes, in place.
        func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
            let start = sqlite3_column_blob(handle, column)
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        }

        func string(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
    }
}
