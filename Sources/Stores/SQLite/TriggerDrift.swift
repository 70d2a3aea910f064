import Conversations
import GRDB
import StorePort

/// Holds the triggers of a database against its data map: one that writes what is erased into a table that the map does
/// not list would keep it, so it stops the run. Search indexes may be kept in step: they are rebuilt with each scrub.
struct TriggerDrift {
    let map: DataMap

    /// - Throws: `StoreError` of kind `map` that names the first such trigger.
    func check(_ db: Database) throws {
        let listed = Set(map.tables.map { $0.name.lowercased() })
        let known = listed.union(try SQLiteStore.searchIndexes(db).map { $0.lowercased() })
        let rows = try Row.fetchAll(
            db, sql: "select name, tbl_name, coalesce(sql, '') from sqlite_schema where type = 'trigger' order by name")
        for row in rows {
            let (name, table, sql): (String, String, String) = try (row.get(0), row.get(1), row.get(2))
            guard listed.contains(table.lowercased()) else { continue }
            for target in Self.targets(of: sql) where !known.contains(target) && !target.hasPrefix("retention_") {
                throw StoreError(
                    .map, "the trigger \(name) on \(table) writes into \(target), which the data map does not list",
                    remedy: "drop it, or add the table to the data map: what is erased would be kept there")
            }
        }
    }

    /// The tables that a trigger's statements write into, in lower case.
    static func targets(of sql: String) -> [String] {
        let words = Self.words(of: sql)
        guard let begin = words.firstIndex(of: "begin") else { return [] }
        var targets: [String] = []
        for index in words.indices where index > begin {
            let rest = words[index...].dropFirst()
            switch words[index] {
            case "into": targets += name(rest)
            case "from" where words[index - 1] == "delete": targets += name(rest)
            // Not `on conflict do update set`, which writes where its insert does.
            case "update" where rest.first != "set":
                targets += name(rest.first == "or" ? rest.dropFirst(2) : rest)
            default: break
            }
        }
        return targets
    }

    /// The name that words begin with, without its schema.
    private static func name(_ words: ArraySlice<String>) -> [String] {
        guard let first = words.first else { return [] }
        return words.dropFirst().first == "." ? Array(words.dropFirst(2).prefix(1)) : [first]
    }

    /// The words and signs of a statement, in lower case, without comments and literals; quoted names without quotes.
    private static func words(of sql: String) -> [String] {
        var words: [String] = []
        var reading = SQLReading(sql)
        while let word = reading.next() { words.append(word) }
        return words
    }
}

/// Reads a statement word by word, as SQLite does: bytes beyond ASCII are letters.
private struct SQLReading {
    private let bytes: [UInt8]
    private var position = 0

    init(_ sql: String) { bytes = Array(sql.lowercased().utf8) }

    mutating func next() -> String? {
        while position < bytes.count {
            let start = position
            let sign = bytes[start]
            position += 1
            switch sign {
            case UInt8(ascii: "-") where bytes[start...].starts(with: "--".utf8): pass("\n")
            case UInt8(ascii: "/") where bytes[start...].starts(with: "/*".utf8):
                position += 1
                pass("*/")
            case UInt8(ascii: "'"): pass("'")
            case UInt8(ascii: "\""): return text(pass("\""))
            case UInt8(ascii: "`"): return text(pass("`"))
            case UInt8(ascii: "["): return text(pass("]"))
            case 0x20, 0x09...0x0D: continue
            case _ where Self.isWord(sign):
                while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
                return text(start..<position)
            default: return text(start..<position)
            }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "$"): true
        default: false
        }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Goes on after the next `end`; gives what stands before it.
    @discardableResult private mutating func pass(_ end: String) -> Range<Int> {
        let start = position
        while position < bytes.count, !bytes[position...].starts(with: end.utf8) { position += 1 }
        defer { position = min(position + end.utf8.count, bytes.count) }
        return start..<position
    }
}
