import Conversations
import Fixtures
import GRDB
import Planning
import StorePort
import Testing

@testable import SQLiteStore

/// How SQLite runs the queries whose cost must follow what is due.
@Suite struct QueryPlanTests {
    /// Every statement that `body` runs on a snapshot, each with its plan.
    private func plans(_ form: StoreForm, _ body: @escaping (SQLiteSnapshot) throws -> Void) throws -> [(
        sql: String, plan: [String]
    )] {
        let desk = try Desk(form)
        for number in 0..<12 {
            let role = ["client", "prospect", "unknown"][number % 3]
            try desk.conversation(
                of: desk.person("P \(number)", phone: "+32470000\(200 + number)"), role, on: "2024-01-10")
        }
        let schema = try MappedSchema(form.map)
        nonisolated(unsafe) var statements: [String] = []
        return try desk.database.read { db in
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event { statements.append(statement.sql) }
            }
            try body(SQLiteSnapshot(db: db, schema: schema))
            db.trace(options: [])
            return try statements.filter { $0.lowercased().hasPrefix("select") }.map { sql in
                let rows = try Row.fetchAll(db, sql: "explain query plan " + sql, arguments: nil ?? arguments(sql, db))
                return (sql, rows.map { $0["detail"] as String })
            }
        }
    }

    private func arguments(_ sql: String, _ db: Database) throws -> StatementArguments {
        let count = try db.makeStatement(sql: sql).columnNames.isEmpty ? 0 : sqlParameters(sql)
        return StatementArguments([Int](repeating: 0, count: count))
    }

    private func sqlParameters(_ sql: String) -> Int {
        let numbered = sql.matches(of: #/\?(\d+)/#).compactMap { Int($0.output.1) }.max()
        return numbered ?? sql.filter { $0 == "?" }.count
    }

    @Test(arguments: StoreForm.allCases)
    func `groups are walked down the planning index and never scanned`(form: StoreForm) throws {
        let plans = try plans(form) { snapshot in
            let groups = try snapshot.groups()
            #expect(groups.count == 3)
        }
        #expect(plans.count > 6)
        let index = form == .native ? "conversation_due" : "chats_due"
        // The least group is the first entry of the index: one step. All others are searches.
        for (sql, plan) in plans.dropFirst() {
            #expect(
                plan.allSatisfy { $0.hasPrefix("SEARCH") && $0.contains("COVERING INDEX \(index)") }, "\(sql): \(plan)")
        }
        #expect(plans.first?.plan.allSatisfy { $0.contains("COVERING INDEX \(index)") } == true)
    }

    @Test(arguments: StoreForm.allCases)
    func `conversations of a group are a range of the planning index`(form: StoreForm) throws {
        let group = ConversationGroup(role: "client", purpose: "assistance", done: [])
        let plans = try plans(form) { snapshot in
            try snapshot.eachConversation(
                in: group, floorBefore: Instant(seconds: 1_900_000_000), asOf: Instant(seconds: 1_900_000_000)
            ) { _ in }
        }
        let plan = try #require(plans.first { !isProbe($0.sql) }?.plan)
        let expected =
            form == .native
            ? "SEARCH c USING INDEX conversation_due (role=? AND purpose=? AND done=? AND floor<?)"
            : "SEARCH c USING INDEX chats_due (kind=? AND topic=? AND acts=? AND floor_ms<?)"
        #expect(plan.first == expected)
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") }, "\(plan)")
    }

    @Test(arguments: StoreForm.allCases)
    func `persons are a range of wake, and their conversations are searched`(form: StoreForm) throws {
        let plans = try plans(form) { snapshot in
            try snapshot.eachPerson(wakingBy: Instant(seconds: 1), asOf: Instant(seconds: 1_900_000_000)) { _ in }
        }
        let lines = plans.filter { !isProbe($0.sql) }.flatMap(\.plan)
        #expect(lines.contains { $0.contains(form == .native ? "person_wake (wake<?)" : "contacts_wake (wake_ms<?)") })
        #expect(!lines.contains { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") }, "\(lines)")
    }

    /// Whether anything is held, restricted or a group at all is asked once: the first row that is found ends it.
    private func isProbe(_ sql: String) -> Bool { sql.hasPrefix("select exists(") }

    @Test func `whether anybody is restricted is looked up and not searched for`() throws {
        let plans = try plans(.native) { snapshot in
            try snapshot.eachPerson(wakingBy: Instant(seconds: 1), asOf: Instant(seconds: 1_900_000_000)) { _ in }
        }
        let probes = plans.filter { isProbe($0.sql) && $0.sql.contains("restricted") }
        #expect(!probes.isEmpty)
        #expect(probes.allSatisfy { $0.plan.contains { $0.contains("person_restricted") } })
    }

    @Test func `messages of a conversation stream in the order of their key`() throws {
        let desk = try Desk()
        let plan = try desk.database.read { db in
            try Row.fetchAll(
                db, sql: "explain query plan select n, text from message m where m.conversation = 1 order by m.n")
        }.map { $0["detail"] as String }
        #expect(plan == ["SEARCH m USING PRIMARY KEY (conversation=?)"])
    }
}
