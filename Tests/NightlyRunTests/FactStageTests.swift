import Conversations
import Fixtures
import Foundation
import GRDB
import Reporting
import StorePort
import Testing

@testable import NightlyRun

/// Figures are computed once, before their records leave, and each is what an independent query gives.
@Suite struct FactStageTests {
    /// Colleagues who each wrote on one of these days, answered after so many minutes. Nothing of theirs is due soon.
    private func desk(_ days: [String], persons: Int = 12, role: String = "client") throws -> Desk {
        let desk = try Desk()
        var number = 100
        for (index, day) in days.enumerated() {
            for person in 0..<persons {
                let id = try desk.person("Person \(number)", phone: "+3247000\(number)00")
                let texts = Array(repeating: "bonjour" as String?, count: 1 + (person + index) % 3)
                try desk.conversation(of: id, role, "assistance", on: "\(day)T09:00:00Z", texts: texts)
                number += 1
            }
        }
        return desk
    }

    private func facts(_ desk: Desk) throws -> [Fact] {
        try desk.open(.reading).read { try $0.frozenSpans() }.flatMap(FactReader.facts)
    }

    @Test func `a week is told once it has been over for seven days`() throws {
        // Monday 5 to Sunday 11 January 2026.
        let desk = try desk(["2026-01-07"])
        try desk.run("2026-01-18")
        #expect(try facts(desk).isEmpty)
        try desk.run("2026-01-19")
        let told = try facts(desk)
        #expect(told.map(\.span.name) == ["2026-W02", "2026-W02", "2026-W02"])
        #expect(told.map(\.kind) == [.block, .rollup, .rollup])
    }

    @Test func `every figure is what a query of the store gives`() throws {
        let desk = try desk(["2026-01-07", "2026-01-08", "2026-01-15"], persons: 14)
        try desk.run("2026-02-10")
        let told = try #require(
            try facts(desk).first { $0.span.name == "2026-W02" && $0.kind == .block }?.figures)
        func query(_ sql: String) throws -> Int {
            let truth = try desk.database.read { try Int.fetchOne($0, sql: sql) ?? -1 }
            return (truth + 2) / 5 * 5
        }
        // 5 January 2026 at midnight in Brussels, and a week later.
        let week = "opened_at >= 1767567600 and opened_at < 1768172400 and role = 'client' and purpose = 'assistance'"
        let messages =
            "from message m join conversation c on c.id = m.conversation where c.\(week.replacing(" and ", with: " and c."))"
        #expect(try told.conversations == query("select count(*) from conversation where \(week)"))
        #expect(try told.persons == query("select count(distinct person) from conversation where \(week)"))
        #expect(try told.inbound == query("select count(*) \(messages) and m.direction = 0"))
        #expect(try told.outbound == query("select count(*) \(messages) and m.direction = 1"))
        #expect(
            try told.asked == query("select count(*) from conversation where \(week) and first_inbound_at is not null"))
        let median = try desk.database.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    select responded_at - first_inbound_at from conversation where \(week) order by 1
                    limit 1 offset (select (count(*) - 1) / 2 from conversation where \(week))
                    """) ?? -1
        }
        #expect(told.firstResponse.median == (median + 30) / 60 * 60)
        #expect(told.firstResponse.n == told.asked)
        // The records of nights show the month of the same figures.
        let month = try desk.run("2026-02-11").record.quality.filter { $0.month == "2026-01" }
        #expect(month.map { $0.figures?.conversations } == [30 + 15])
    }

    @Test func `figures are told before their records leave and stay as they are after`() throws {
        let desk = try desk(["2026-01-07"], role: "operator")
        try desk.open().setBacklog(open: true)
        // Nothing leaves yet: a backlog is not told.
        try desk.run("2026-02-20")
        #expect(try facts(desk).isEmpty)
        // Sixty days later all of it goes in one night, and is told first.
        try desk.run("2026-03-20")
        #expect(try desk.count(.conversation) == 0)
        let told = try facts(desk)
        #expect(told.first { $0.kind == .block && $0.figures != nil }?.figures?.conversations == 10)
        try desk.run("2026-07-20")
        #expect(try Array(facts(desk).prefix(told.count)) == told)
    }

    @Test func `a backlog waits until somebody says that it is complete`() throws {
        let desk = try desk(["2026-01-07"])
        try desk.open().setBacklog(open: true)
        try desk.run("2026-02-20")
        #expect(try facts(desk).isEmpty)
        try desk.open().setBacklog(open: false)
        try desk.run("2026-02-21")
        #expect(try !facts(desk).isEmpty)
    }

    @Test func `an import of older conversations opens a backlog and one of today's does not`() throws {
        let desk = try desk(["2026-01-07"])
        let store = try desk.open()
        let before = try Backlog(store)
        let person = try desk.person("Late", phone: "+32470009900")
        try desk.conversation(of: person, on: "2026-03-01")
        #expect(try !before.note(asOf: Desk.instant("2026-03-10"), complete: false))
        #expect(try before.note(asOf: Desk.instant("2026-04-10"), complete: false))
        #expect(try store.read { try $0.isBacklogOpen() })
        #expect(try !before.note(asOf: Desk.instant("2026-04-10"), complete: true))
        #expect(try !store.read { try $0.isBacklogOpen() })
    }

    @Test func `what leaves before its quarter is over is not told with it`() throws {
        let desk = try desk(["2026-01-07"], persons: 6, role: "operator")
        // Six persons are too few for a week or a month; their records go before the quarter is over.
        try desk.run("2026-03-20")
        #expect(try desk.count(.conversation) == 0)
        #expect(try desk.open(.reading).read { try $0.goneParts() }.count == 1)
        try desk.run("2026-04-20")
        #expect(try facts(desk).allSatisfy { $0.figures == nil })
    }

    @Test func `a figure that was changed afterwards breaks the chain`() throws {
        let desk = try desk(["2026-01-07", "2026-01-15"])
        let good = try desk.run("2026-02-20").record.checks.first { $0.id == "E6" }
        #expect(good?.outcome == .proven)
        try desk.database.write { db in
            try db.execute(
                sql: "update retention_fact set body = replace(body, '\"conversations\":10', '\"conversations\":15')")
        }
        #expect(try desk.run("2026-02-21").record.checks.first { $0.id == "E6" }?.outcome == .failed)
    }

    @Test func `nothing that is kept of figures names a person or a conversation`() throws {
        let desk = try desk(["2026-01-07", "2026-01-15"])
        try desk.run("2026-04-20")
        let columns = try desk.database.read { db in
            try ["retention_fact", "retention_fact_span", "retention_fact_gone"].flatMap {
                try db.columns(in: $0).map(\.name)
            }
        }
        #expect(Set(columns).isDisjoint(with: ["person", "conversation", "thread", "address"]))
        let bodies = try desk.database.read { try String.fetchAll($0, sql: "select body from retention_fact") }
        #expect(!bodies.isEmpty)
        for body in bodies { #expect(!body.contains("Person") && !body.contains("+3247") && !body.contains("T09:")) }
    }

    @Test(arguments: StoreForm.allCases)
    func `a week is found by the store's index or not at all`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        try desk.conversation(of: person, on: "2026-01-07")
        func opened(_ purpose: Purpose?) throws -> [Instant] {
            var opened: [Instant] = []
            try desk.open(.reading).read { snapshot in
                try snapshot.eachTrace(
                    from: Desk.instant("2026-01-07"), until: Desk.instant("2026-01-08"), purpose: purpose,
                    asOf: Desk.instant("2026-02-01")
                ) { opened.append($0.opened) }
            }
            return opened
        }
        for purpose in [nil, Purpose.assistance] { #expect(try opened(purpose) == [Desk.instant("2026-01-07")]) }
        for other in Purpose.allCases where other != .assistance { #expect(try opened(other).isEmpty) }
        guard form == .native else { return }
        let plan = try desk.database.read {
            try Row.fetchAll(
                $0, sql: "explain query plan select id from conversation c where opened_at >= 1 and opened_at < 2")
        }
        #expect(plan.contains { "\($0)".contains("conversation_opened") })
    }

    @Test func `the live view of a person under restriction counts nothing`() throws {
        let desk = try desk(["2026-01-07"])
        try desk.database.write { try $0.execute(sql: "update person set restricted = 1") }
        let reports = PeriodReports(try desk.night("2026-01-20"), store: try desk.open(.reading), program: "test")
        let period = try #require(ReportPeriod("2026-Q1"))
        #expect(try reports.live(period).document.sections[0].tables.isEmpty)
        try desk.database.write { try $0.execute(sql: "update person set restricted = 0") }
        #expect(try !reports.live(period).document.sections[0].tables.isEmpty)
    }

    @Test func `files of the live view go when their day has come or records leave`() throws {
        let desk = try desk(["2026-01-07"], role: "operator")
        func files() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: desk.places.reports).filter { $0.contains("live") }
                .sorted()
        }
        func write(_ until: String) throws {
            let date = try #require(CivilDate(until))
            let path = "\(desk.places.reports)/\(LiveFiles.stem("2026-Q1", until: date))-fr.html"
            try Data("x".utf8).write(to: URL(fileURLWithPath: path))
        }
        try write("2026-01-20")
        try write("2026-12-31")
        try desk.run("2026-01-20")
        #expect(try files() == ["quality-2026-Q1-live-until-2026-12-31-fr.html"])
        // A run that was killed may have done all of its work before: the next one finds nothing due.
        try desk.database.write { try $0.execute(sql: "update retention_run set state = 'scrub', record = null") }
        try desk.run("2026-01-21")
        #expect(try files().isEmpty)
        try write("2026-12-31")
        // All records leave: what counted them goes with them.
        try desk.run("2026-03-20")
        #expect(try files().isEmpty)
    }
}
