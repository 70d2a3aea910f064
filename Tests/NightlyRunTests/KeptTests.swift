import Conversations
import Fixtures
import NightlyRun
import Planning
import Policies
import StorePort
import Testing

/// What a night must not touch: each test compares rows byte for byte.
@Suite struct KeptTests {
    enum Protection: String, CaseIterable {
        case holdOnConversation, holdOnPerson, holdOnOtherOfGroup, restriction, restrictionOfPerson, restrictionMark
        case releasedLately
    }

    @Test(arguments: StoreForm.allCases, Protection.allCases)
    func `a record under a hold or a restriction is not changed by a byte`(form: StoreForm, protection: Protection)
        throws
    {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg", status: "au travail")
        let other = try desk.person("Other One", phone: "+32470000005", photo: "other.jpg")
        let id = try desk.conversation(of: person, on: "2024-01-10", media: ["receipt.jpg"], group: [other])
        let free = try desk.person("Free One", phone: "+32470000006")
        try desk.conversation(of: free, on: "2024-01-10")
        switch protection {
        case .holdOnConversation: try desk.hold(.conversation(id))
        case .holdOnPerson: try desk.hold(.person(person))
        case .holdOnOtherOfGroup: try desk.hold(.person(other))
        case .restriction: try desk.hold(.conversation(id), .restriction)
        case .restrictionOfPerson: try desk.hold(.person(person), .restriction)
        case .restrictionMark: try desk.set(.person, person, [.restricted: 1])
        case .releasedLately:
            let hold = try #require(try desk.hold(.conversation(id)))
            #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-01-25")))
        }
        let rows = try desk.rows(of: id)
        let own = try desk.rows(ofPerson: person) + desk.rows(ofPerson: other)
        let outcome = try desk.run("2026-02-01")

        #expect(try desk.rows(of: id) == rows && rows.count > 3)
        #expect(try desk.rows(ofPerson: person) + desk.rows(ofPerson: other) == own)
        #expect(try desk.files("media") == ["face.jpg", "other.jpg", "receipt.jpg"])
        #expect(try desk.rows(ofPerson: free).isEmpty)
        let isHold = protection.rawValue.hasPrefix("hold") || protection == .releasedLately
        #expect(outcome.total { $0.held } == (isHold ? 3 : 0))
        #expect(outcome.total { $0.restricted } == (isHold ? 0 : 3))
        expectBalanced(outcome)
    }

    @Test(arguments: StoreForm.allCases)
    func `after its release and the notice of 14 days a record is due by itself`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        let id = try desk.conversation(of: person, on: "2024-01-10")
        let hold = try #require(try desk.hold(.person(person)))
        #expect(try desk.run("2026-01-20").total { $0.held } > 0)
        #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-01-25")))
        #expect(try desk.run("2026-02-07").total { $0.held } > 0)
        expectBalanced(try desk.run("2026-02-08"))
        #expect(try desk.rows(of: id).isEmpty && desk.count(.person) == 0)
    }

    @Test func `the notice of a release is never counted from before the hold was placed`() throws {
        let desk = try Desk()
        let person = try desk.person()
        try desk.conversation(of: person, on: "2024-01-10")
        let hold = try #require(try desk.hold(.person(person), at: "2026-01-20"))
        #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-01-02")))
        #expect(try desk.run("2026-02-01").total { $0.held } > 0)
        #expect(try desk.count(.person) == 1)
    }

    @Test(arguments: StoreForm.allCases)
    func `a held person without conversations is erased when the hold has ended`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        try desk.set(.person, person, [.done: Actions.ofPerson.rawValue])
        let hold = try #require(try desk.hold(.person(person)))
        #expect(try desk.run("2026-01-20").total(.persons) { $0.held } == 1)
        #expect(try desk.run("2026-01-21").total(.persons) { $0.held } == 1)
        #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-01-25")))
        expectBalanced(try desk.run("2026-02-09"))
        #expect(try desk.count(.person) == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `nothing goes within the grace after it was first seen`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(firstSeen: "2026-01-25")
        let id = try desk.conversation(of: person, on: "2024-01-10", media: ["a.jpg"], firstSeen: "2026-01-25")
        let rows = try desk.rows(of: id) + desk.rows(ofPerson: person)
        for night in ["2026-01-26", "2026-02-08"] {
            let outcome = try desk.run(night)
            #expect(outcome.total { $0.inGrace } == 3 && outcome.total { $0.overdue } == 0)
            #expect(try desk.rows(of: id) + desk.rows(ofPerson: person) == rows)
        }
        let outcome = try desk.run("2026-02-09")
        #expect(try desk.rows(of: id).isEmpty && outcome.total { $0.overdue } == 0)
        expectBalanced(outcome)
    }

    enum Undated: String, CaseIterable { case missing, before2009, afterItsImport }

    @Test(arguments: StoreForm.allCases, Undated.allCases)
    func `a record without a usable date is kept and counted, each night`(form: StoreForm, undated: Undated) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg")
        let on = [.missing: nil, .before2009: "2008-12-31", .afterItsImport: "2024-06-01"][undated] ?? nil
        let id = try desk.conversation(of: person, on: on, media: ["a.jpg"])
        if undated == .afterItsImport {
            try desk.set(.conversation, id, [.lastSeen: Desk.instant("2024-01-01").seconds * desk.map.clock.perSecond])
        }
        let rows = try desk.rows(of: id) + desk.rows(ofPerson: person)
        let first = try desk.run("2026-02-01")
        let second = try desk.run("2026-02-02")
        #expect(try desk.rows(of: id) + desk.rows(ofPerson: person) == rows)
        #expect(first.total { $0.undated } == 4 && second.total { $0.undated } == 4)
        #expect(first.total(.persons) { $0.undated } == 3)
        #expect(second.total(.persons) { $0.undated } == 3)
        #expect(first.done == 0 && second.done == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `a record below its limit is not changed by a byte, to the last night before it`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg")
        let young = try desk.conversation(of: person, on: "2026-01-10", media: ["young.jpg"])
        let old = try desk.conversation(of: person, on: "2024-01-10", media: ["old.jpg"])
        let rows = try desk.rows(of: young)
        let own = try desk.rows(ofPerson: person)
        // The revision of the person says that a conversation went; the data are as they were.
        try desk.run("2026-02-09")
        #expect(try desk.rows(of: old).isEmpty)
        #expect(try desk.rows(of: young) == rows)
        #expect(try withoutRevision(desk.rows(ofPerson: person)) == withoutRevision(own))
        #expect(try desk.files("media") == ["face.jpg", "young.jpg"])
        try desk.run("2026-02-10")
        #expect(try desk.files("media").isEmpty)
    }

    private func withoutRevision(_ rows: [String]) -> [String] {
        rows.map { $0.replacing(#/\|(revision|version)=\d+/#, with: "") }
    }

    @Test(arguments: StoreForm.allCases)
    func `what was past its period is done, in grace, held or restricted, and the sums are right`(form: StoreForm)
        throws
    {
        let desk = try Desk(form)
        func aged(_ number: Int, firstSeen: String? = nil) throws -> Int64 {
            let person = try desk.person("Person \(number)", phone: "+3247000\(1000 + number)")
            return try desk.conversation(of: person, "operator", "technical", on: "2025-01-10", firstSeen: firstSeen)
        }
        for number in 0..<7 { _ = try aged(number) }
        for number in 7..<10 { _ = try aged(number, firstSeen: "2026-01-30") }
        for number in 10..<12 { try desk.hold(.conversation(aged(number))) }
        try desk.hold(.conversation(aged(12)), .restriction)
        let outcome = try desk.run("2026-02-01")
        let line = try #require(outcome.record.lines.first { $0.plan.subject == .conversations })
        #expect(outcome.record.lines.count { $0.plan.subject == .conversations } == 1)
        #expect(line.done == 7 && line.failed == 0 && line.plan.inGrace == 3)
        #expect(line.plan.held == 2 && line.plan.restricted == 1 && line.pastPeriod == 13)
        #expect(try desk.count(.conversation) == 6)
    }

    @Test(arguments: StoreForm.allCases)
    func `a segment that holds somebody under a restriction outlives its end date`(form: StoreForm) throws {
        let (desk, person, _) = try Desk.afterArchiving(form)
        let segments = try desk.segments()
        try desk.set(.person, person, [.restricted: 1])
        #expect(try desk.run("2026-02-01").total(.segments) { $0.held } == 1)
        #expect(try desk.segments() == segments && segments.count == 1)
        try desk.set(.person, person, [.restricted: 0])
        try desk.run("2026-02-02")
        #expect(try desk.segments() != segments)
    }

    @Test(arguments: StoreForm.allCases)
    func `a segment that holds somebody under a hold outlives its end date`(form: StoreForm) throws {
        let (desk, _, living) = try Desk.afterArchiving(form)
        let segments = try desk.segments()
        #expect(segments.count == 1)
        let hold = try #require(try desk.hold(.conversation(living)))
        let held = try desk.run("2026-02-01")
        #expect(held.total(.segments) { $0.held } == 1)
        #expect(held.record.checks.allSatisfy { $0.outcome != .failed || $0.isFinding })
        #expect(try desk.segments() == segments)
        #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-02-02")))
        try desk.run("2026-02-18")
        #expect(try desk.segments() != segments)
    }

    @Test(arguments: StoreForm.allCases)
    func `a shorter policy dates segments anew after its grace, a longer one does not`(form: StoreForm) throws {
        let desk = try Desk(form, rehearsal: false)
        try desk.approve(at: "2024-01-01")
        let person = try desk.person()
        try desk.conversation(of: person, on: "2023-01-10")
        try desk.run("2024-02-01")
        #expect(try desk.segments().count == 1)
        // Three years from 10 January 2023: the first night after that day.
        #expect(try desk.open().read { try $0.segments() }.first?.endsOn == CivilDate("2026-01-11"))

        desk.policy = try DeskPolicy.parsed(("{ after: 36 months, erase: all }", "{ after: 13 months, erase: all }"))
        try desk.approve(at: "2024-02-20")
        // Thirteen months have passed on 11 February; the change was approved on the 20th and has its grace.
        #expect(try desk.run("2024-03-05").total(.segments) { $0.due.records } == 0)
        #expect(try desk.segments().count == 1)
        #expect(try desk.run("2024-03-06").total(.segments) { $0.due.records } == 1)
        #expect(try desk.segments().isEmpty)
    }

    @Test func `a longer policy moves the end of no segment`() throws {
        let desk = try Desk(
            rehearsal: false,
            policy: DeskPolicy.parsed(("{ after: 36 months, erase: all }", "{ after: 20 months, erase: all }")))
        try desk.approve(at: "2024-01-01")
        try desk.conversation(of: desk.person(), on: "2023-01-10")
        try desk.run("2024-02-01")
        desk.policy = try DeskPolicy.parsed()
        try desk.approve(at: "2024-02-20")
        for night in [
            "2024-03-01", "2024-03-20", "2024-04-20", "2024-05-20", "2024-06-20", "2024-07-20", "2024-08-20",
            "2024-09-10",
        ] {
            try desk.run(night)
        }
        #expect(try desk.segments().count == 1)
        try desk.run("2024-09-11")
        #expect(try desk.segments().isEmpty)
    }

    @Test func `a conversation of an earlier notice goes by the period that was approved under it`() throws {
        func policy(_ notice: String, _ months: Int) throws -> Policy {
            try DeskPolicy.parsed(
                ("version: 2025-01-22", "version: \(notice)"),
                ("steps: [ { after: 3 months, erase: all } ]", "steps: [ { after: \(months) months, erase: all } ]"))
        }
        let desk = try Desk(rehearsal: false, policy: policy("2024-01-01", 2))
        try desk.approve(at: "2024-01-02")
        let early = try desk.conversation(
            of: desk.person(), "candidate", "application", on: "2025-01-10", decision: "2025-02-01")
        let late = try desk.conversation(
            of: desk.person("Other One", phone: "+32470000005"), "candidate", "application", on: "2025-01-23",
            decision: "2025-02-01")
        try desk.set(.conversation, early, [.notice: "2024-01-01"])
        try desk.set(.conversation, late, [.notice: "2025-01-22"])
        desk.policy = try policy("2025-01-22", 3)
        try desk.approve(at: "2025-01-22")
        for night in ["2025-03-01", "2025-04-01"] { try desk.run(night) }
        #expect(try !desk.rows(of: early).isEmpty)
        try desk.run("2025-04-02")
        #expect(try desk.rows(of: early).isEmpty && !desk.rows(of: late).isEmpty)
        for night in ["2025-05-01", "2025-05-02"] { try desk.run(night) }
        #expect(try desk.rows(of: late).isEmpty)
    }
}
