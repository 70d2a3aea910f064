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
        var rest = Substring(sql.lowercased())
        func skip(past end: String) -> Substring {
            let range = rest.firstRange(of: end)
            let inside = rest[..<(range?.lowerBound ?? rest.endIndex)]
            rest = rest[(range?.upperBound ?? rest.endIndex)...]
            return inside
        }
        while let sign = rest.first {
            if rest.hasPrefix("--") {
                _ = skip(past: "\n")
            } else if rest.hasPrefix("/*") {
                _ = skip(past: "*/")
            } else if sign.isLetter || sign == "_" || sign.isNumber {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
                words.append(String(word))
                rest = rest.dropFirst(word.count)
            } else {
                rest = rest.dropFirst()
                switch sign {
                case "'": _ = skip(past: "'")
                case "\"", "`": words.append(String(skip(past: String(sign))))
                case "[": words.append(String(skip(past: "]")))
                case _ where sign.isWhitespace: break
                default: words.append(String(sign))
                }
            }
        }
        return words
    }
}
