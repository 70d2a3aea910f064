import Conversations
import Fixtures
import GRDB
import Testing

/// Each trigger of the product's own schema, in a case of its own: with it the promise holds, without it this test
/// sees that it does not.
@Suite struct TriggerTests {
    enum Trigger: String, CaseIterable {
        case message_new, message_changed, media_new, profile_changed, address_new
        case participant_new, participant_gone, conversation_gone
        case conversation_moved, conversation_new, person_bit_cleared, operator_gone
        case person_clock_back, person_relation
    }

    @Test func `every trigger of the schema has a test that sees it missing`() throws {
        let desk = try Desk()
        let names = try desk.database.read {
            try String.fetchAll($0, sql: "select name from sqlite_schema where type = 'trigger'")
        }
        #expect(Set(names) == Set(Trigger.allCases.map(\.rawValue)))
    }

    @Test(arguments: Trigger.allCases)
    func `what a trigger keeps true is not true without it`(trigger: Trigger) throws {
        #expect(try holds(trigger, dropping: false))
        #expect(try !holds(trigger, dropping: true))
    }

    private func holds(_ trigger: Trigger, dropping: Bool) throws -> Bool {
        let desk = try Desk()
        if dropping { try desk.database.write { try $0.execute(sql: "drop trigger \(trigger.rawValue)") } }
        switch trigger {
        case .message_new, .message_changed, .media_new: return try redactsAgain(desk, trigger)
        case .profile_changed, .address_new: return try pseudonymisesAgain(desk, trigger)
        case .participant_new, .participant_gone: return try followsGroups(desk, trigger)
        case .conversation_gone: return try erasesWhoIsLeft(desk)
        case .conversation_moved: return try seesCorrectedDates(desk)
        case .conversation_new: return try countsPersonsOfUndated(desk)
        case .person_bit_cleared: return try seesRestoredBits(desk)
        case .operator_gone: return try forgetsWhoAnswered(desk)
        case .person_clock_back: return try followsWithdrawnContact(desk)
        case .person_relation: return try followsRelation(desk)
        }
    }

    /// A name of ours stays while a conversation names it, and goes with the last one.
    private func forgetsWhoAnswered(_ desk: Desk) throws -> Bool {
        let old = try desk.conversation(of: desk.person(), on: "2024-01-10")
        let young = try desk.conversation(of: desk.person("Other One", phone: "+32470000005"), on: "2026-01-10")
        try desk.database.write { db in
            try db.execute(
                sql: """
                    insert into operator(id, name) values (1, 'Sophie'), (2, 'Marc');
                    update conversation set operator = case id when \(young) then 2 else 1 end where id in (\(old), \(young))
                    """)
        }
        try desk.run("2026-02-01")
        return try desk.database.read { try String.fetchAll($0, sql: "select name from operator") } == ["Marc"]
    }

    /// A write to a redacted conversation makes it due again.
    private func redactsAgain(_ desk: Desk, _ trigger: Trigger) throws -> Bool {
        let id = try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.run("2025-08-01")
        switch trigger {
        case .message_new: try desk.lateMessage(in: id, order: 9, at: "2025-01-09", "le 0470 00 00 02")
        case .message_changed:
            try desk.database.write { try $0.execute(sql: "update message set text = 'le 0470 00 00 02' where n = 1") }
        default:
            try desk.file("late.jpg", "a late photo")
            try desk.database.write {
                try $0.execute(
                    sql: "insert into media(conversation, n, kind, file) values (\(id), 1, 'image', 'late.jpg')")
            }
        }
        try desk.run("2025-08-02")
        return try desk.filesHolding("0470 00 00 02").isEmpty && desk.filesHolding("a late photo").isEmpty
    }

    /// A refreshed profile of a person who gave way to a pseudonym goes again.
    private func pseudonymisesAgain(_ desk: Desk, _ trigger: Trigger) throws -> Bool {
        let person = try desk.person()
        try desk.conversation(of: person, "unknown", "unknown", on: "2025-01-10")
        try desk.run("2025-05-01")
        try desk.database.write {
            try $0.execute(
                sql: trigger == .profile_changed
                    ? "update person set display_name = 'Zacharie'"
                    : "insert into address(person, kind, value, evidence) values (\(person), 'username', 'Zacharie', 'payload')"
            )
        }
        try desk.run("2025-05-02")
        return try desk.filesHolding("Zacharie").isEmpty
    }

    /// Whoever joins or leaves a group changes when it is due.
    private func followsGroups(_ desk: Desk, _ trigger: Trigger) throws -> Bool {
        let first = try desk.person("First One", phone: "+32470000041")
        let second = try desk.person("Second One", phone: "+32470000042")
        let isMember = trigger == .participant_gone
        let id = try desk.conversation(
            of: first, "prospect", "question", on: "2024-01-10", group: isMember ? [second] : [])
        // The second wrote elsewhere later: a group waits for that.
        try desk.conversation(of: second, "candidate", "question", on: "2025-12-20")
        if isMember {
            try desk.run("2026-01-03")
            try desk.database.write { try $0.execute(sql: "delete from participant where conversation = \(id)") }
            try desk.run("2026-01-04")
            return try desk.rows(of: id).isEmpty
        }
        // Of whom it is not known when they wrote, the group has no date, and is counted as such.
        try desk.database.write { try $0.execute(sql: "update person set last_inbound_at = null where id = \(second)") }
        try desk.run("2024-02-01")
        try desk.database.write { try $0.execute(sql: "insert into participant values (\(id), \(second))") }
        let plan = try desk.preview("2024-02-02")
        return plan.lines.contains { $0.rule == "prospect" && $0.undated == 1 }
    }

    /// A person whose last conversation was erased by the application is erased too.
    private func erasesWhoIsLeft(_ desk: Desk) throws -> Bool {
        let person = try desk.person()
        let id = try desk.conversation(of: person, on: "2025-01-10")
        try desk.run("2025-01-25")
        try desk.database.write {
            try $0.execute(
                sql: "delete from message where conversation = \(id); delete from conversation where id = \(id)")
        }
        try desk.run("2025-01-26")
        return try desk.count(.person) == 0
    }

    /// A date that is corrected backwards makes a conversation due at once. Its floor lies after the latest cut-off of
    /// the forecast: in summer three months have 92 days.
    private func seesCorrectedDates(_ desk: Desk) throws -> Bool {
        let id = try desk.conversation(
            of: desk.person(), "unknown", on: "2025-07-04T20:00:00Z", firstSeen: "2025-06-01")
        try desk.run("2025-07-05")
        try desk.set(.conversation, id, [.lastInbound: Desk.instant("2025-01-04").seconds])
        return try desk.run("2025-07-06").done > 0
    }

    /// A conversation without a date keeps the data of a person who was not due for long, and is counted there.
    private func countsPersonsOfUndated(_ desk: Desk) throws -> Bool {
        let person = try desk.person()
        try desk.conversation(of: person, "prospect", on: "2025-07-04")
        try desk.run("2025-07-30")
        try desk.conversation(of: person, "prospect", on: nil)
        return try desk.preview("2025-07-31").lines.contains { $0.subject == .persons && $0.undated == 1 }
    }

    /// An action that is said not to be done after all is due again.
    private func seesRestoredBits(_ desk: Desk) throws -> Bool {
        let person = try desk.person()
        try desk.conversation(of: person, on: "2025-01-10")
        try desk.run("2025-03-01")
        try desk.run("2025-03-02")
        try desk.set(.person, person, [.done: 0])
        return try desk.preview("2025-03-03").lines.contains { $0.subject == .persons && $0.due.records == 1 }
    }

    /// Where the last contact turns out to be none, conversations that waited for it are due by the contact before:
    /// the person's own, and those of a group the person is in.
    private func followsWithdrawnContact(_ desk: Desk) throws -> Bool {
        let first = try desk.person("First One", phone: "+32470000041")
        let second = try desk.person("Second One", phone: "+32470000042")
        let own = try desk.conversation(of: second, "prospect", "question", on: "2024-01-10")
        let shared = try desk.conversation(of: first, "prospect", "question", on: "2024-01-11", group: [second])
        let contact = try Desk.instant("2025-12-20").seconds
        try desk.database.write {
            try $0.execute(sql: "update person set last_inbound_at = \(contact) where id = \(second)")
        }
        try desk.run("2026-01-03")
        guard try !desk.rows(of: own).isEmpty, try !desk.rows(of: shared).isEmpty else { return false }
        let before = try Desk.instant("2024-01-10").seconds
        try desk.database.write {
            try $0.execute(sql: "update person set last_inbound_at = \(before) where id = \(second)")
        }
        try desk.run("2026-01-04")
        return try desk.rows(of: own).isEmpty && desk.rows(of: shared).isEmpty
    }

    /// Who turns out to have left long ago is due at once. The periods are longer than the farthest forecast: until
    /// then records are looked at anyway.
    private func followsRelation(_ desk: Desk) throws -> Bool {
        desk.policy = try DeskPolicy.parsed(
            (
                "since: collected\n    steps: [ { after: 60 days, erase: all } ]",
                "since: relation-ended\n    steps: [ { after: 4 months, erase: all } ]\n"
                    + "    otherwise: { since: collected, steps: [ { after: 5 months, erase: all } ] }"
            ))
        let person = try desk.person()
        let id = try desk.conversation(of: person, "operator", "question", on: "2025-01-10")
        try desk.run("2025-01-25")
        let ended = try Desk.instant("2024-06-01").seconds
        try desk.database.write { try $0.execute(sql: "update person set relation_ended_at = \(ended)") }
        try desk.run("2025-01-26")
        return try desk.rows(of: id).isEmpty
    }
}
