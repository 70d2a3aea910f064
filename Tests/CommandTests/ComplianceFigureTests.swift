import Foundation
import Testing

/// The compliance report's stock, forecast, flow and segments are what queries of the messages themselves give.
@Suite struct ComplianceFigureTests {
    typealias Row = [Any]

    /// The report as it is printed for machines.
    func report(_ desk: Desk, _ period: String, _ asOf: String) throws -> [String: Any] {
        let made = try desk.run(
            "report", "compliance", "--period", period, "--as-of", asOf, "--format", "json", "--output", "out")
        #expect(made.code == 0, "\(made.errors)")
        let name = try #require(desk.files(in: "out").first { $0.hasPrefix("compliance-\(period).") })
        let data = try Data(contentsOf: URL(fileURLWithPath: desk.folder + "/out/" + name))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    func sections(_ report: [String: Any]) throws -> [[String: Any]] {
        try #require(report["sections"] as? [[String: Any]])
    }

    func table(_ id: String, _ desk: Desk, _ period: String, _ asOf: String) throws -> [Row] {
        let tables = try sections(report(desk, period, asOf)).flatMap { $0["tables"] as? [[String: Any]] ?? [] }
        return try #require(tables.first { $0["id"] as? String == id }?["rows"] as? [Row], "\(id)")
    }

    func query(_ desk: Desk, _ sql: String) throws -> [[String]] {
        try sql.write(toFile: desk.folder + "/q.sql", atomically: false, encoding: .utf8)
        return try desk.shell("sqlite3 -readonly -separator , state/store.db < q.sql")
            .split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
    }

    func numbers(_ desk: Desk, _ sql: String) throws -> [Int] {
        try #require(query(desk, sql).first).map { Int($0) ?? -1 }
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
        try compareStock(desk, FigureDesk.asOf)
        let autumn = try groups(desk)
        try comparePractice(desk)
        var stored = [try numbers(desk, "select count(*) from conversation;")[0]]
        let (spring, summer) = ("2027-05-01", "2027-07-01")
        #expect(try desk.run("run", "--as-of", spring).code == 0)
        try compareStock(desk, spring)
        // The end of March saw the store as the night of October had left it.
        try compareGroups(desk, spring, autumn, seenOn: FigureDesk.asOf, least: 4)
        let inSpring = try groups(desk)
        stored += try numbers(desk, "select count(*) from conversation;")
        let ahead = try Self.steps.map { step in
            try ["2027-05-31", "2027-06-30", "2027-07-30"].map { try count(desk, step.group, yearOldOn: $0) }
        }
        #expect(ahead.allSatisfy { $0[2] > $0[1] && $0[1] > 0 })
        let kept = try keepSome(desk, dueOn: summer)
        let due = try Self.steps.map { try count(desk, $0.group, yearOldOn: summer) }
        let before = try persons(desk)
        #expect(try desk.run("run", "--as-of", summer).code == 0)
        // Rule by rule the forecast is that of the end of the last quarter, and the flow that of a quarter that is over.
        let forecast = try table("forecast", desk, "2027-07", summer)
        for (step, truth) in zip(Self.steps, ahead) {
            #expect(
                try line(forecast, step.rule, step.actions)[2...4].map { "\($0)" } == truth.map(shown), "\(step.rule)")
        }
        let month = try table("flow", desk, "2027-07", summer)
        #expect(month.count > 5 && month.dropLast().allSatisfy { $0[2] is NSNull && $0[7] as? Int == 0 })
        let flow = try table("flow", desk, "2027-Q3", "2027-10-02")
        #expect(flow.last.map { $0[2...].map { "\($0)" } } == month.last.map { $0[2...].map { "\($0)" } })
        for (step, due) in zip(Self.steps, due) {
            let kept = step.rule == "prospect-question" ? kept : [0, 0, 0]
            let left = kept.reduce(0, +)
            let counts = try line(flow, step.rule, step.actions)[2...7].map { "\($0)" }
            #expect(counts == ([due, due - left] + kept + [0]).map(shown), "\(step.rule)")
            #expect(try count(desk, step.group, yearOldOn: summer) == left)
        }
        let after = try persons(desk)
        #expect(try "\(person(flow, "erase all")[3])" == shown(before[0] - after[0]) && before[0] > after[0])
        let named = try person(flow, "pseudonymise")[2...7].map { "\($0)" }
        #expect(named == [after[1] - before[1] + 2, after[1] - before[1], 1, 1, 0, 0].map(shown))
        let segments = try table("segments", desk, "2027-07", summer).map { $0[0] as? String ?? "" }
        let files = desk.files(in: "archive").filter { $0.hasSuffix(".jsonl.gz") }
        #expect(!files.isEmpty && Set(segments.map { $0 + ".jsonl.gz" }) == Set(files))
        try compareStock(desk, summer)
        try compareGroups(desk, summer, inSpring, seenOn: spring, least: 1)
        stored += try numbers(desk, "select count(*) from conversation;")
        try compareTrend(desk, summer, stored)
        try compareNights(desk, summer)
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

    /// As counts of what was due are told.
    private func shown(_ count: Int) -> String { count == 0 ? "0" : count < 60 ? "< 60" : "\((count + 20) / 40 * 40)" }

    private func rounded(_ count: Int) -> Int { (count + 10) / 20 * 20 }

    /// All that is stored, rounded to 20, with the day of the oldest conversation's newest message.
    private func compareStock(_ desk: Desk, _ asOf: String) throws {
        let truth = try query(
            desk,
            """
            select (select count(*) from conversation), (select count(*) from message), (select
              date(min(newest), 'unixepoch', '+2 hours') from (select max(sent_at) as newest from message group by conversation));
            """)[0]
        let rows = try table("stock", desk, String(asOf.prefix(7)), asOf)
        let active = try #require(rows.first { "\($0[0])" == "phaseActive" })
        #expect(active[1] as? Int == rounded(Int(truth[0]) ?? -1))
        #expect(active[2] as? Int == rounded(Int(truth[1]) ?? -1))
        #expect(active[3] as? String == truth[2])
    }

    /// Conversations, messages, persons and the oldest of each role and purpose, as they are now.
    private func groups(_ desk: Desk) throws -> [[String]] {
        try query(
            desk,
            """
            select role, purpose, count(*), sum(messages), count(distinct person), date(min(newest), 'unixepoch', '+2 hours')
              from (select c.id, role, purpose, person, count(*) as messages, max(sent_at) as newest
                from conversation c join message m on m.conversation = c.id group by c.id) group by role, purpose;
            """)
    }

    /// Groups of ten persons and more, rounded to 20, as they were at the last end of a quarter; and their sum.
    private func compareGroups(_ desk: Desk, _ asOf: String, _ truth: [[String]], seenOn day: String, least: Int) throws
    {
        let rows = try table("stock-groups", desk, String(asOf.prefix(7)), asOf)
        var seen = 0
        for group in truth {
            let row = rows.first {
                "\($0[0])".lowercased() == "role" + group[0] && "\($0[1])".lowercased() == "purpose" + group[1]
            }
            // One that could stand alone for its persons may still be put with smaller ones.
            guard let row else { continue }
            #expect((Int(group[4]) ?? 0) >= 10)
            seen += 1
            #expect(row[2] as? Int == rounded(Int(group[2]) ?? 0), "\(group)")
            #expect(row[3] as? Int == rounded(Int(group[3]) ?? 0), "\(group)")
            #expect(row[4] as? String == group[5], "\(group)")
        }
        #expect(seen >= least, "\(rows)")
        let total = try #require(rows.first { "\($0[0])" == "total" })
        #expect(total[2] as? Int == rounded(truth.reduce(0) { $0 + (Int($1[2]) ?? 0) }))
        #expect(total[3] as? Int == rounded(truth.reduce(0) { $0 + (Int($1[3]) ?? 0) }))
        let notes = try sections(report(desk, String(asOf.prefix(7)), asOf)).flatMap {
            $0["notes"] as? [[String: Any]] ?? []
        }
        let note = try #require(notes.first { $0["text"] as? String == "stockGroupsOn" })
        #expect((note["values"] as? [String: Any])?["date"] as? String == day)
    }
}
