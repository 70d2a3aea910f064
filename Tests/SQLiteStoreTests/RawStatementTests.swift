import GRDB
import Testing

@testable import SQLiteStore

/// The one place that speaks SQLite's own C API.
@Suite struct RawStatementTests {
    private func database<T>(_ body: (Database) throws -> T) throws -> T {
        let queue = try DatabaseQueue()
        return try queue.inDatabase { db in
            try db.execute(sql: "create table t(a integer, b text, c integer check(c < 10)) strict")
            return try body(db)
        }
    }

    @Test func `texts are written as their bytes, the empty one and NUL bytes among them`() throws {
        try database { db in
            let insert = try RawStatement(db, "insert into t(b, a) values (?1, ?2)")
            let texts: [[UInt8]] = [[], Array("été".utf8), [0x61, 0, 0x62], [0xff, 0xfe], Array("x".utf8)]
            for (number, text) in texts.enumerated() { try insert.run(text: text[...], Int64(number)) }
            var read: [[UInt8]] = []
            try RawStatement(db, "select b from t order by a").each { row in
                let isNull = row.isNull(0)
                #expect(!isNull)
                read.append(Array(row.bytes(0)))
            }
            #expect(read == texts)
            #expect(try Int.fetchOne(db, sql: "select count(*) from t where b = ''") == 1)
        }
    }

    @Test func `numbers and NULL are bound, read and counted`() throws {
        try database { db in
            let insert = try RawStatement(db, "insert into t(a) values (?1)")
            for value in [Int64.min, 0, nil, Int64.max] { #expect(try insert.run(value) == 1) }
            var read: [Int64?] = []
            try RawStatement(db, "select a from t order by rowid").each { read.append($0.optionalInt(0)) }
            #expect(read == [Int64.min, 0, nil, Int64.max])
            #expect(try RawStatement(db, "update t set a = 1 where a > ?1").run(-1) == 2)
            #expect(try RawStatement(db, "delete from t where a = ?1").run(77) == 0)
        }
    }

    @Test func `a text that was set stays over all uses`() throws {
        try database { db in
            try db.execute(sql: "insert into t(a, b) values (1, 'x'), (2, 'x'), (1, 'y')")
            let count = try RawStatement(db, "select count(*) from t where a = ?1 and b = ?2")
            try count.set(2, to: "x")
            for (value, expected) in [(Int64(1), Int64(1)), (2, 1), (3, 0)] {
                try count.each(value) { row in
                    let found = row.int(0)
                    #expect(found == expected)
                }
            }
        }
    }

    @Test func `a statement can be used again after its rows were left in the middle`() throws {
        struct Enough: Error {}
        try database { db in
            try db.execute(sql: "insert into t(a) values (1), (2), (3)")
            let all = try RawStatement(db, "select a from t order by a")
            #expect(throws: Enough.self) { try all.each { _ in throw Enough() } }
            var read: [Int64] = []
            try all.each { read.append($0.int(0)) }
            #expect(read == [1, 2, 3])
        }
    }

    @Test func `an error says which rule was broken and holds no value`() throws {
        try database { db in
            let insert = try RawStatement(db, "insert into t(b, c) values (?1, ?2)")
            let error = #expect(throws: DatabaseError.self) { try insert.run(text: Array("secret 4711".utf8)[...], 12) }
            #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
            #expect(!"\(String(describing: error))".contains("4711"))
            // It can be used again.
            try insert.run(text: Array("fine".utf8)[...], 2)
            #expect(throws: DatabaseError.self) { try RawStatement(db, "select nothing from t") }
        }
    }
}
