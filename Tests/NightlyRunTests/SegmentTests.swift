import Conversations
import Fixtures
import NightlyRun
import Planning
import Policies
import StorePort
import Testing

/// The end of archive segments: what stops it, what announces it, and what holds it back at the last moment.
@Suite struct SegmentTests {
    private static let limits = ("redaction:", "limits: { percent: 20, at-least: 5 }\nredaction:")

    /// A desk under approval that archived six conversations of January 2023, with twelve more in its store.
    private func archived() throws -> Desk {
        let desk = try Desk(rehearsal: false, policy: DeskPolicy.parsed(Self.limits))
        try desk.approve(at: "2024-01-01")
        for number in 0..<6 {
            let person = try desk.person("Person \(number)", phone: "+3247000\(200 + number)00")
            try desk.conversation(of: person, on: "2023-01-10")
        }
        let plan = SavedPlan(plan: try desk.preview("2024-02-01"), savedAt: try Desk.instant("2024-02-01"))
        try desk.run("2024-02-01", savedPlan: plan)
        let others = try (0..<22).map { try desk.person("Other \($0)", phone: "+3247000\(300 + $0)00") }
        for other in others { try desk.conversation(of: other, on: "2024-02-25") }
        #expect(try desk.segments().count == 1 && desk.count(.conversation) == 22)
        return desk
    }

    @Test func `a period shortened by mistake is announced, and stopped before it ends the archive`() throws {
        let desk = try archived()
        desk.policy = try DeskPolicy.parsed(
            Self.limits, ("{ after: 36 months, erase: all }", "{ after: 13 months, erase: all }"))
        try desk.approve(at: "2024-02-20")

        let inGrace = try desk.run("2024-03-05")
        #expect(inGrace.total(.segments) { $0.due.records } == 0 && inGrace.total(.segments) { $0.inGrace } == 1)
        #expect(inGrace.total(.segments) { $0.forecast[0] } == 1)
        let announced = try #require(inGrace.record.policyChange?.lines.first { $0.plan.subject == .segments })
        #expect(announced.dueThen == 1)

        let error = #expect(throws: NightError.self) { try desk.run("2024-03-06") }
        #expect(error?.kind == .limit)
        #expect(
            error?.what == "rule client, segments: erase all: 6 conversations due, more than 20 % of 28 conversations")
        #expect(try desk.segments().count == 1)
        let plan = SavedPlan(plan: try desk.preview("2024-03-06"), savedAt: try Desk.instant("2024-03-06"))
        try desk.run("2024-03-06", savedPlan: plan)
        #expect(try desk.segments().isEmpty)
    }

    @Test func `a segment that ends as it was forecast is held against its share of store and archive alone`() throws {
        let desk = try archived()
        // Nothing else may be due by then.
        for id in 7...28 as ClosedRange<Int64> {
            try desk.set(.conversation, id, [.lastInbound: nil, .collected: nil])
        }
        let start = try #require(CivilDate("2024-02-01"))
        // That so many lost their dates is let through once.
        let first = "\(start.adding(days: 31))"
        let plan = SavedPlan(plan: try desk.preview(first), savedAt: try Desk.instant(first))
        try desk.run(first, savedPlan: plan)
        for night in stride(from: 62, through: 31 * 22, by: 31) { try desk.run("\(start.adding(days: night))") }
        #expect(try desk.segments().count == 1)
        let preview = try desk.preview("2026-01-11")
        #expect(preview.lines.first { $0.subject == .segments }?.archived?.due == 6)
        // Six of 28 are more than a fifth of store and archive.
        #expect(throws: NightError.self) { try desk.run("2026-01-11") }
    }

    @Test(arguments: StoreForm.allCases)
    func `what a change of policy brought forward is not overdue on the night when its grace ends`(form: StoreForm)
        throws
    {
        let desk = try Desk(form, rehearsal: false)
        try desk.approve(at: "2024-01-01")
        try desk.conversation(of: desk.person(), on: "2023-01-10")
        try desk.run("2024-02-01")
        desk.policy = try DeskPolicy.parsed(("{ after: 36 months, erase: all }", "{ after: 13 months, erase: all }"))
        try desk.approve(at: "2024-02-20")
        func line(_ night: String) throws -> PlanLine? {
            try desk.preview(night).lines.first { $0.subject == .segments }
        }
        #expect(try line("2024-03-05")?.inGrace == 1)
        #expect(try line("2024-03-06")?.due.records == 1 && line("2024-03-06")?.overdue == 0)
        #expect(try line("2024-03-07")?.overdue == 1)
    }

    @Test(arguments: StoreForm.allCases)
    func `a released hold leaves nothing overdue on the night when its notice ends`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        try desk.conversation(of: person, on: "2023-01-10")
        try desk.conversation(of: person, on: "2024-01-10")
        try desk.run("2024-02-01")
        let hold = try #require(try desk.hold(.person(person)))
        #expect(try desk.open().release(hold: hold, by: "Counsel", at: Desk.instant("2026-03-10T15:00:00Z")))
        func overdue(_ night: String) throws -> [Int] {
            [PlanSubject.conversations, .segments].map { subject in
                (try? desk.preview(night))?.lines.filter { $0.subject == subject }.reduce(0) { $0 + $1.overdue } ?? -1
            }
        }
        #expect(try desk.preview("2026-03-24").lines.allSatisfy { $0.due.records == 0 })
        #expect(try desk.preview("2026-03-25").lines.reduce(0) { $0 + $1.due.records } >= 2)
        #expect(try overdue("2026-03-25") == [0, 0])
        #expect(try overdue("2026-03-26").allSatisfy { $0 > 0 })
    }

    @Test(arguments: StoreForm.allCases, [true, false])
    func `a hold or a restriction that comes during the run keeps the segment`(form: StoreForm, isHold: Bool) throws {
        let (desk, person, _) = try Desk.afterArchiving(form)
        let segments = try desk.segments()
        #expect(segments.count == 1)
        let outcome = try desk.run(keeping: person, isHold: isHold)
        // Kept, and not failed.
        let line = try #require(outcome.record.lines.first { $0.plan.subject == .segments })
        #expect((line.plan.due.records, line.done, line.failed) == (0, 0, 0))
        #expect((line.plan.held + line.plan.restricted) == 1)
        #expect(outcome.record.checks.allSatisfy { $0.outcome != .failed || $0.isFinding })
        #expect(try desk.segments() == segments)
    }

    @Test(arguments: StoreForm.allCases, [true, false])
    func `a conversation that comes to be held during the run is told as held, and none as failed`(
        form: StoreForm, isHold: Bool
    ) throws {
        let desk = try Desk(form)
        let person = try desk.person("Noor Pauwels", phone: "+32470000001")
        for one in [person, try desk.person("Ugo Lambert", phone: "+32470000002")] {
            try desk.conversation(of: one, on: "2025-01-10", texts: ["merci"])
        }
        let outcome = try desk.run(keeping: person, isHold: isHold)
        let kept = (held: isHold ? 1 : 0, restricted: isHold ? 0 : 1)
        for (subject, action) in [(PlanSubject.conversations, Actions.archive), (.persons, .eraseAll)] {
            let line = try #require(
                outcome.record.lines.first { $0.plan.subject == subject && $0.plan.actions.contains(action) })
            #expect((line.plan.due.records, line.done, line.failed) == (1, 1, 0), "\(subject)")
            #expect((line.plan.held, line.plan.restricted) == kept, "\(subject)")
        }
        #expect(outcome.record.lines.allSatisfy { $0.isBalanced })
        #expect(try desk.count(.conversation) == 1)
    }

    /// One is refused by the database, and another one, which is in grace, comes to be held: the first one failed.
    @Test func `a failure is told as one, whatever else came to be held`() throws {
        let desk = try Desk(rehearsal: false)
        try desk.approve(at: "2026-01-10")
        // So that a single one is no unusual share of the store.
        for _ in 0..<9 { try desk.conversation(of: desk.person(), on: "2026-01-05", texts: ["merci"]) }
        let refused = try desk.conversation(
            of: desk.person("Ugo Lambert", phone: "+32470000002"), on: "2025-01-10", texts: ["merci"])
        let late = try desk.person("Noor Pauwels", phone: "+32470000001")
        try desk.conversation(of: late, on: "2025-01-10", texts: ["merci"], firstSeen: "2026-01-31")
        try desk.database.write { db in
            try db.execute(
                sql: """
                    create trigger kept before delete on conversation when old.id = \(refused)
                    begin select raise(abort, 'kept'); end
                    """)
        }
        let outcome = try desk.run(keeping: late, isHold: true)
        let line = try #require(outcome.record.lines.first { $0.plan.actions.contains(.archive) })
        #expect((line.plan.due.records, line.plan.inGrace, line.done, line.failed) == (1, 1, 0, 1))
        #expect(line.plan.held == 0)
    }
}

extension Desk {
    /// A night in which a person comes under a hold or a restriction: it is asked between two batches, after the plan was
    /// made, and somebody uses the moment.
    fileprivate func run(keeping person: Int64, isHold: Bool) throws -> NightlyRun.Outcome {
        nonisolated(unsafe) let shared = self
        return try run("2026-02-01") {
            if isHold {
                _ = try? shared.hold(.person(person), at: "2026-02-01")
            } else {
                try? shared.set(.person, person, [.restricted: 1])
            }
            return false
        }
    }
}
