import Conversations
import GRDB
import StorePort

/// The reads that reports stand on.
extension SQLiteSnapshot {
    func stock() throws -> [StockRow] {
        let table = schema.conversation
        let role = try schema.column(table, .role, "")
        let purpose = try schema.column(table, .purpose, "")
        return try Row.fetchAll(
            db,
            sql: """
                select \(role), \(purpose), count(*), sum(\(schema.column(table, .messages, ""))),
                  sum(\(schema.column(table, .bytes, ""))) from \(schema.name(table)) group by 1, 2 order by 1, 2
                """
        ).map {
            StockRow(role: $0[0], purpose: $0[1], conversations: $0[2], messages: $0[3] ?? 0, bytes: $0[4] ?? 0)
        }
    }

    func responses(month: (Instant) -> String) throws -> [ResponseCell] {
        struct Key: Hashable { let role: String, purpose: String, month: String }
        struct Sum {
            var persons: Set<Int64> = [], conversations = 0, messages = 0, responses: [Int] = [], unanswered = 0
        }
        let table = schema.conversation
        let statement = try RawStatement(
            db,
            """
            select \(schema.column(table, .role, "c")), \(schema.column(table, .purpose, "c")),
              \(schema.columnOrNull(table, .opened, "c")), \(schema.columnOrNull(table, .firstInbound, "c")),
              \(schema.columnOrNull(table, .responded, "c")), \(schema.key(schema.person, "p")),
              \(schema.column(table, .messages, "c"))
            from \(schema.name(table)) c
            cross join \(schema.name(schema.person)) p on \(schema.join(table, "c", to: schema.person, "p"))
            """)
        var cells: [Key: Sum] = [:]
        try statement.each { row in
            guard let opened = schema.seconds(row.optionalInt(2)) else { return }
            let key = Key(role: row.string(0), purpose: row.string(1), month: month(Instant(seconds: opened)))
            let asked = schema.seconds(row.optionalInt(3))
            let answered = schema.seconds(row.optionalInt(4))
            cells[key, default: Sum()].persons.insert(row.int(5))
            cells[key]?.conversations += 1
            cells[key]?.messages += Int(min(max(row.int(6), 0), 1 << 40))
            if let asked, let answered {
                // Times that cannot be are no response time.
                let (seconds, overflow) = answered.subtractingReportingOverflow(asked)
                if !overflow && seconds >= 0 { cells[key]?.responses.append(Int(seconds)) }
            } else if asked != nil {
                cells[key]?.unanswered += 1
            }
        }
        return cells.map { key, sum in
            ResponseCell(
                role: key.role, purpose: key.purpose, month: key.month, persons: sum.persons.count,
                conversations: sum.conversations, messages: sum.messages, responses: sum.responses,
                unanswered: sum.unanswered)
        }.sorted { ($0.role, $0.purpose, $0.month) < ($1.role, $1.purpose, $1.month) }
    }
}
