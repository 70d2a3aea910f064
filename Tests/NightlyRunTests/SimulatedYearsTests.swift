import Conversations
import Fixtures
import Foundation
import GRDB
import NightlyRun
import Policies
import Testing

/// Limits do not cry wolf: a desk of six people over three years, under the shipped policy.
@Suite struct SimulatedYearsTests {
    private static let firstDay = 20_089  // 2025-01-01
    /// Every so many days is a night: heaps ten times as large as those of a night a day, held to the same limits.
    private static let everyDays = 10
    private static let conversationsADay = 10

    private static func policy(_ edits: (String, String)...) throws -> Policy {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Retention.yaml")
        var text = try String(contentsOf: file, encoding: .utf8).replacing("policy: support-desk", with: "policy: desk")
        for (old, new) in edits {
            guard text.contains(old) else { throw FixtureError("the shipped policy has no \(old)") }
            text = text.replacing(old, with: new)
        }
        return try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml")
    }

    private static func night(_ day: Int) -> String { CivilDate(daysSince1970: Int64(day)).description }

    /// Role and purpose of the nth conversation of a month of 300, two of which are applications.
    private static func kind(_ number: Int) -> (String, String) {
        switch number % 300 {
        case 7, 207: ("candidate", "application")
        case let n where n % 10 < 6: ("client", "assistance")
        case let n where n % 10 == 6: ("client", "question")
        case let n where n % 10 == 7: ("client", "technical")
        case let n where n % 10 == 8: ("prospect", "question")
        default: ("operator", "technical")
        }
    }

    /// What comes in on one day: every third conversation is with somebody new, the others with who wrote before.
    private static func write(_ day: Int, into desk: Desk) throws {
        try desk.database.write { db in
            let person = try db.makeStatement(
                sql: "insert into person(id, display_name, last_inbound_at, first_seen_at) values (?, ?, ?, ?)")
            let heard = try db.makeStatement(sql: "update person set last_inbound_at = ? where id = ?")
            let conversation = try db.makeStatement(
                sql: """
                    insert into conversation(id, person, role, purpose, opened_at, collected_at, last_inbound_at, closed_at,
                      closed_by, inbound, messages, bytes, notice, first_seen_at, last_seen_at)
                    values (?1, ?2, ?3, ?4, ?5, ?5, ?5, ?6, 'silence', 1, 1, 40, '2025-01-22', ?5, ?5)
                    """)
            let message = try db.makeStatement(
                sql:
                    "insert into message(conversation, n, direction, kind, sent_at, text) values (?, 0, 0, 'text', ?, ?)"
            )
            for slot in 0..<conversationsADay {
                let number = (day - firstDay) * conversationsADay + slot + 1
                let at = Int64(day * 86_400 + 36_000 + slot * 600)
                let id = number - number % 3
                if number % 3 == 0 || number < 3 {
                    try person.execute(arguments: [number < 3 ? -number : id, "Personne \(id)", at, at])
                }
                let own = number < 3 ? -number : id - (number % 3 == 0 ? 0 : 3 * (number % 7))
                let who =
                    try Int64.fetchOne(
                        db, sql: "select id from person where id <= ? order by id desc limit 1", arguments: [own])
                    ?? Int64(-1)
                try heard.execute(arguments: [at, who])
                let (role, purpose) = kind(number)
                try conversation.execute(
                    arguments: [number, who, role, purpose, at, at + 30 * 86_400])
                try message.execute(arguments: [number, at, "Bonjour, question numéro \(number)"])
            }
        }
    }

    /// A desk after `days` days of work with a night every few of them, and how many of those were stopped by a limit.
    private static func worked(days: Int) throws -> (desk: Desk, stopped: [String]) {
        let desk = try Desk(rehearsal: false, policy: policy())
        try desk.approve(at: night(firstDay))
        var stopped: [String] = []
        for day in firstDay..<firstDay + days {
            try write(day, into: desk)
            guard (day - firstDay) % everyDays == everyDays - 1 else { continue }
            do { try desk.run(night(day + 1)) } catch let error as NightError { stopped.append(error.what) }
        }
        return (desk, stopped)
    }

    /// Gives every third conversation other dates.
    private static func dateAnew(_ value: String, in desk: Desk) throws {
        let columns = ["opened_at", "collected_at", "last_inbound_at", "closed_at"]
        let values = columns.map { "\($0) = \(value.replacing("{}", with: $0))" }.joined(separator: ", ")
        try desk.database.write { try $0.execute(sql: "update conversation set \(values) where id % 3 = 0") }
    }

    @Test func `three years of a desk of six trip no limit, and then each mistake trips one`() throws {
        let days = 3 * 365
        let (desk, stopped) = try Self.worked(days: days)
        #expect(stopped == [])
        #expect(try desk.count(.conversation) > 1_000 && !desk.segments().isEmpty)
        let last = Self.firstDay + days

        func refusal(_ asOf: Int) -> NightError.Kind? {
            do {
                try desk.run(Self.night(asOf))
                return nil
            } catch { return (error as? NightError)?.kind }
        }
        // A clock a year ahead.
        #expect(refusal(last + 365) == .limit)
        // A period edited from 36 to 3 months: the archive would end before it begins, which no policy may say.
        #expect(throws: PolicyProblems.self) {
            try Self.policy(("{ after: 36 months, erase: all }", "{ after: 3 months, erase: all }"))
        }
        // One that a policy may say: approved by mistake, and its grace waited for.
        let mistakes: [(String, String)] = [
            (
                "{ after: 12 months, since: last-inbound, redact: all",
                "{ after: 2 months, since: last-inbound, redact: all"
            )
        ]
        let own = desk.policy
        for mistake in mistakes {
            desk.policy = try Self.policy(mistake)
            #expect(refusal(last + 1) == .policy)
            try desk.approve(at: Self.night(last + 1))
            #expect(refusal(last + 20) == .limit, "\(mistake)")
        }
        // A rule that was deleted: its records fall to the next, which keeps them for less.
        let deleted = try Self.policy()
        desk.policy = deleted
        desk.policy.rules.removeAll { $0.name == "client-assistance" }
        try desk.approve(at: Self.night(last + 1))
        #expect(refusal(last + 20) == .limit)
        desk.policy = own
        try desk.approve(at: Self.night(last + 2))
        // Seconds read as milliseconds.
        try Self.dateAnew("{} / 1000", in: desk)
        #expect(refusal(last + 20) == .limit)
        try Self.dateAnew("{} * 1000", in: desk)
        // All put right again: the night goes on as if nothing had been.
        #expect(refusal(last + 20) == nil)
    }
}
