import Foundation
import Testing

/// The compliance report's stock, forecast, flow and segments are what queries of the messages themselves give.
@Suite struct ComplianceFigureTests {
    private typealias Row = [Any]

    private func table(_ id: String, _ desk: Desk, _ period: String, _ asOf: String) throws -> [Row] {
        let made = try desk.run(
            "report", "compliance", "--period", period, "--as-of", asOf, "--format", "json", "--output", "out")
        #expect(made.code == 0, "\(made.errors)")
        let name = try #require(desk.files(in: "out").first { $0.hasPrefix("compliance-\(period)") })
        let data = try Data(contentsOf: URL(fileURLWithPath: desk.folder + "/out/" + name))
        let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let sections = try #require(report?["sections"] as? [[String: Any]])
        let tables = sections.flatMap { $0["tables"] as? [[String: Any]] ?? [] }
        return try #require(tables.first { $0["id"] as? String == id }?["rows"] as? [Row], "\(id)")
    }

    private func query(_ desk: Desk, _ sql: String) throws -> [[String]] {
        try sql.write(toFile: desk.folder + "/q.sql", atomically: false, encoding: .utf8)
        return try desk.shell("sqlite3 -readonly -separator , state/store.db < q.sql")
            .split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
    }

    /// Conversations whose person last wrote, or where the person never did, whose newest message came, a year before
    /// midnight of a date or earlier. All were written in summer time.
    private func count(_ desk: Desk, _ group: String, yearOldOn date: String) throws -> Int {
        let rows = try query(
            desk,
            """
            with clock as (select c.id, coalesce(max(m.sent_at) filter (where m.direction = 0), max(m.sent_at)) as at
              from conversation c join message m on m.conversation = c.id where \(group) group by c.id)
            select count(*) from clock where datetime(at, 'unixepoch', '+2 hours', '+12 months') <= '\(date) 00:00:00';
            """)
        return try #require(rows.first?.first.flatMap { Int($0) })
    }

    private static let prospects = "role = 'prospect' and purpose = 'question'"
    private static let clients = "role = 'client' and purpose = 'assistance'"

    private func line(_ rows: [Row], _ rule: String, _ actions: String) throws -> Row {
        try #require(rows.first { $0[0] as? String == rule && "\($0[1])" == actions }, "\(rule) \(rows)")
    }

    /// The line of what is done with persons themselves, whatever the rule.
    private func person(_ rows: [Row], _ action: String) throws -> Row {
        try #require(
            rows.first {
                (($0[1] as? [String: Any])?["values"] as? [String: String]).map {
                    $0["action"] == action && $0["subject"] == "subjectPersons"
                } ?? false
            }, "\(rows)")
    }

    @Test func `stock, forecast, flow and segments say what independent queries give`() throws {
        let desk = try FigureDesk().desk
        try compareStock(desk, FigureDesk.asOf, least: 4)
        let (spring, summer) = ("2027-05-01", "2027-07-01")
        #expect(try desk.run("run", "--as-of", spring).code == 0)
        try compareStock(desk, spring, least: 1)
        let forecast = try table("forecast", desk, "2027-05", spring)
        for (rule, actions, group) in Self.steps {
            let truth = try ["2027-05-31", "2027-06-30", "2027-07-30"].map {
                try count(desk, group, yearOldOn: $0)
            }
            #expect(truth[2] > truth[1] && truth[1] > 0)
            #expect(try line(forecast, rule, actions)[2...4].map { $0 as? Int } == truth, "\(rule)")
        }
        let kept = try keepSome(desk, dueOn: summer)
        let due = try Self.steps.map { try count(desk, $0.group, yearOldOn: summer) }
        let before = try persons(desk)
        #expect(try desk.run("run", "--as-of", summer).code == 0)
        let flow = try table("flow", desk, "2027-07", summer)
        for (step, due) in zip(Self.steps, due) {
            let kept = step.rule == "prospect-question" ? kept : [0, 0, 0]
            let left = kept.reduce(0, +)
            let counts = try line(flow, step.rule, step.actions)[2...7].map { $0 as? Int }
            #expect(counts == [due, due - left] + kept + [0], "\(step.rule)")
            #expect(try count(desk, step.group, yearOldOn: summer) == left)
        }
        let after = try persons(desk)
        #expect(try person(flow, "erase all")[3] as? Int == before[0] - after[0] && before[0] > after[0])
        let named = try person(flow, "pseudonymise")[2...7].map { $0 as? Int }
        #expect(named == [after[1] - before[1] + 2, after[1] - before[1], 1, 1, 0, 0])
        let segments = try table("segments", desk, "2027-07", summer).map { $0[0] as? String ?? "" }
        let files = desk.files(in: "archive").filter { $0.hasSuffix(".jsonl.gz") }
        #expect(!files.isEmpty && Set(segments.map { $0 + ".jsonl.gz" }) == Set(files))
        try compareStock(desk, summer, least: 1)
    }

    /// Of the prospects' due conversations one comes in grace, one is held, and all of one person's are restricted:
    /// how many each.
    private func keepSome(_ desk: Desk, dueOn date: String) throws -> [Int] {
        let old = try query(
            desk,
            """
            select c.id, person, count(*) over (partition by person) from conversation c join
              (select conversation, max(sent_at) filter (where direction = 0) as at from message group by 1) on conversation = c.id
              where \(Self.prospects) and datetime(at, 'unixepoch', '+2 hours', '+12 months') <= '\(date) 00:00:00' order by 3, 1;
            """
        ).map { $0.compactMap { Int($0) } }
        let held = try #require(old.first)
        let restricted = try #require(old.last)
        #expect(held[1] != restricted[1] && restricted[2] > 1)
        let hold = try desk.run(
            "hold", "add", "\(held[0])", "--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 90))
        #expect(hold.code == 0, "\(hold.errors)")
        _ = try desk.shell("sqlite3 state/store.db 'update person set restricted = 1 where id = \(restricted[1])'")
        let late = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{"messaging_product":"whatsapp",\
            "metadata":{"display_phone_number":"3225550011","phone_number_id":"101"},"contacts":[{"profile":{"name":"Personne"},\
            "wa_id":"32470009999"}],"messages":[{"from":"32470009999","id":"wamid.bGF0ZQ==","timestamp":"1780000000",\
            "type":"text","text":{"body":"bonjour"}}]},"field":"messages"}]}]}
            """
        try late.write(toFile: desk.folder + "/late.jsonl", atomically: false, encoding: .utf8)
        let made = try desk.run(
            "import", "--as-of", "2027-06-25", "--role", "prospect", "--purpose", "question",
            desk.folder + "/late.jsonl")
        #expect(made.code == 0, "\(made.errors)")
        return [1, 1, restricted[2]]
    }

    /// How many persons there are, and how many of them under a pseudonym.
    private func persons(_ desk: Desk) throws -> [Int] {
        try query(desk, "select count(*), count(pseudonym) from person;")[0].compactMap { Int($0) }
    }

    private static let steps = [
        (rule: "prospect-question", actions: "erase all", group: prospects),
        (rule: "client-assistance", actions: "redact all, archive", group: clients),
    ]

    /// Groups of ten persons and more, rounded to 20; their sum with the others in the total.
    private func compareStock(_ desk: Desk, _ asOf: String, least: Int) throws {
        let truth = try query(
            desk,
            """
            select role, purpose, count(distinct c.id), count(*), count(distinct person)
              from conversation c join message m on m.conversation = c.id group by role, purpose;
            """)
        let rows = try table("stock", desk, String(asOf.prefix(7)), asOf)
        func rounded(_ count: Int) -> Int { (count + 10) / 20 * 20 }
        var seen = 0
        for group in truth where (Int(group[4]) ?? 0) >= 10 {
            let row = rows.first {
                "\($0[0])".lowercased() == "role" + group[0] && "\($0[1])".lowercased() == "purpose" + group[1]
            }
            // One that stands alone for its persons may still be put with smaller ones.
            guard let row else { continue }
            seen += 1
            #expect(row[3] as? Int == rounded(Int(group[2]) ?? 0), "\(group)")
            #expect(row[4] as? Int == rounded(Int(group[3]) ?? 0), "\(group)")
        }
        #expect(seen >= least, "\(rows)")
        let total = try #require(rows.first { "\($0[0])" == "total" })
        #expect(total[3] as? Int == rounded(truth.reduce(0) { $0 + (Int($1[2]) ?? 0) }))
        #expect(total[4] as? Int == rounded(truth.reduce(0) { $0 + (Int($1[3]) ?? 0) }))
    }
}
