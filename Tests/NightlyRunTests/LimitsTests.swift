import Archiving
import Conversations
import Fixtures
import Foundation
import GRDB
@testable import NightlyRun
import Planning
import Policies
import StorePort
import Testing

/// What stops a run before its first change. Each test looks that nothing was changed.
@Suite struct LimitsTests {
    private static let operatorsShort = ("{ after: 60 days, erase: all }", "{ after: 50 days, erase: all }")

    /// A desk under approval with colleagues who wrote on a day, one conversation each.
    private func desk(_ numbers: [(count: Int, on: String)], form: StoreForm = .native) throws -> Desk {
        let policy = try DeskPolicy.parsed(("redaction:", "limits: { percent: 20, at-least: 5 }\nredaction:"))
        let desk = try Desk(form, rehearsal: false, policy: policy)
        try desk.approve(at: "2024-01-01")
        // Looked at again shortly before the nights of the tests: a first night long after it is not believed.
        try desk.approve(at: "2025-02-05")
        var number = 100
        for (count, on) in numbers {
            for _ in 0..<count {
                let person = try desk.person("Person \(number)", phone: "+3247000\(number)00")
                try desk.conversation(of: person, "operator", "technical", on: on)
                number += 1
            }
        }
        return desk
    }

    /// Runs, expects that it is refused for a reason, and that the store and the folders are as they were.
    private func expectRefused(
        _ desk: Desk, _ kind: NightError.Kind, naming: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ run: () throws -> Void
    ) throws {
        let rows = try desk.rows()
        let runs = try desk.database.read { try Int.fetchOne($0, sql: "select count(*) from retention_run") }
        let files = try desk.snapshotOfFolder().filter { !$0.key.hasPrefix("store") }
        let error = try #require(throws: NightError.self, sourceLocation: sourceLocation, performing: run)
        #expect(
            error.kind == kind && "\(error.what) \(error.remedy)".contains(naming), "\(error)",
            sourceLocation: sourceLocation)
        #expect(try desk.rows() == rows, sourceLocation: sourceLocation)
        #expect(
            try desk.database.read { try Int.fetchOne($0, sql: "select count(*) from retention_run") } == runs,
            sourceLocation: sourceLocation)
        #expect(
            try desk.snapshotOfFolder().filter { !$0.key.hasPrefix("store") } == files, sourceLocation: sourceLocation)
    }

    @Test(arguments: StoreForm.allCases)
    func `an unusual share of the store stops the run`(form: StoreForm) throws {
        let desk = try desk([(5, "2025-01-10"), (19, "2025-03-01")], form: form)
        try expectRefused(desk, .limit, naming: "rule operator, conversations: erase all: 5 due, more than 20 %") {
            try desk.run("2025-03-15")
        }
    }

    @Test func `a share that is just within the limit, or of few records, does not stop it`() throws {
        let within = try desk([(5, "2025-01-10"), (20, "2025-03-01")])
        #expect(try within.run("2025-03-15").record.wouldHaveStopped.isEmpty)
        #expect(try within.count(.conversation) == 20)
        let few = try desk([(4, "2025-01-10")])
        try few.run("2025-03-15")
        #expect(try few.count(.conversation) == 0)
    }

    @Test func `twice what was forecast 30 nights before stops the run from the 31st night on`() throws {
        let desk = try desk([(6, "2025-01-10"), (60, "2025-03-01")])
        let first = try desk.run("2025-02-08")
        #expect(first.total { $0.forecast.first ?? 0 } == 0)
        try expectRefused(desk, .limit, naming: "6 due, more than twice the 0 that were forecast") {
            try desk.run("2025-03-15")
        }
        // Seen from a night that could foresee it, the same is usual.
        let other = try self.desk([(6, "2025-01-10"), (60, "2025-03-01")])
        #expect(try other.run("2025-02-12").total { $0.forecast.first ?? 0 } == 6)
        try other.run("2025-03-15")
        #expect(try other.count(.conversation) == 60)
    }

    /// Seconds that were read as milliseconds: all dates are of January 1970.
    @Test(arguments: StoreForm.allCases)
    func `a share of the store that lost its dates stops the run, until somebody let it through`(form: StoreForm) throws
    {
        let desk = try desk([(40, "2025-03-01")], form: form)
        try desk.run("2025-03-10")
        func misread(_ count: Int) throws {
            for _ in 0..<count { try desk.conversation(of: desk.person(), "operator", "technical", on: "1970-01-21") }
        }
        try misread(10)
        #expect(try desk.run("2025-03-11").total { $0.undated } >= 10)
        // Not those that were there: 13 of 63 are new.
        try misread(13)
        let said = "13 conversations more than at the last run have no usable date, more than 20 % of 63 conversations"
        try expectRefused(desk, .limit, naming: said) { try desk.run("2025-03-12") }
        try desk.run("2025-03-12", savedPlan: saved(desk, "2025-03-12"))
        #expect(try desk.count(.conversation) == 63)
        try desk.run("2025-03-13")
    }

    @Test func `a plan that was read before the dates were lost lets nothing of it through`() throws {
        let desk = try desk([(9, "2025-01-10"), (20, "2025-03-01")])
        let plan = try saved(desk, "2025-03-15")
        for _ in 0..<12 { try desk.conversation(of: desk.person(), "operator", "technical", on: "1970-01-21") }
        try expectRefused(desk, .stalePlan, naming: "12 conversations more than then have no usable date") {
            try desk.run("2025-03-15", savedPlan: plan)
        }
        // It is told before the share that is due.
        try expectRefused(desk, .limit, naming: "no usable date, more than 20 % of 41 conversations (and 2 more)") {
            try desk.run("2025-03-15")
        }
        try desk.run("2025-03-15", savedPlan: saved(desk, "2025-03-15"))
    }

    @Test func `a clock before the last run, or far after it, is not believed`() throws {
        let desk = try desk([(6, "2025-01-10"), (60, "2025-06-01")])
        try desk.run("2025-02-10")
        try expectRefused(desk, .limit, naming: "before the last run") { try desk.run("2025-02-09", now: "2025-02-10") }
        try expectRefused(desk, .limit, naming: "41 days after the last run") { try desk.run("2025-03-23") }
        try desk.run("2025-02-10")
        try desk.run("2025-03-22")
    }

    @Test func `a first night long after the last approval is not believed`() throws {
        let desk = try desk([(1, "2025-01-10"), (60, "2025-06-01")])
        try expectRefused(desk, .limit, naming: "41 days after the last approval or import (2025-02-05)") {
            try desk.run("2025-03-18")
        }
        #expect(try desk.preview("2025-03-18").conversations == 61)
        try desk.run("2025-03-17")
    }

    @Test func `reports that could not be written stop the night before it changes anything`() throws {
        let desk = try desk([(1, "2025-01-10"), (60, "2025-06-01")])
        let (reports, rows) = (desk.places.reports, try desk.rows())
        func refusal() -> ArchiveError? {
            do {
                try desk.run("2025-03-15")
                return nil
            } catch { return error as? ArchiveError }
        }
        try FileManager.default.moveItem(atPath: reports, toPath: reports + "-elsewhere")
        #expect(refusal()?.kind == .missing && refusal()?.remedy.contains("mkdir -m 700 \(reports)") == true)
        try FileManager.default.createSymbolicLink(atPath: reports, withDestinationPath: reports + "-elsewhere")
        #expect(refusal()?.kind == .cannotCreate)
        try FileManager.default.removeItem(atPath: reports)
        try Data().write(to: URL(fileURLWithPath: reports))
        #expect(refusal()?.kind == .cannotCreate)
        #expect(try desk.rows() == rows)
        try FileManager.default.removeItem(atPath: reports)
        try FileManager.default.moveItem(atPath: reports + "-elsewhere", toPath: reports)
        try desk.run("2025-03-15")
    }

    @Test func `a record of a night or an approval that is damaged ends the run in order`() throws {
        let desk = try desk([(1, "2025-01-10"), (60, "2025-06-01")])
        try desk.run("2025-02-10")
        let record = try desk.database.read { try String.fetchOne($0, sql: "select record from retention_run") ?? "" }
        for column in ["retention_run set record", "retention_approval set policy"] {
            let name = column.split(separator: " ").last ?? ""
            try desk.database.write { try $0.execute(sql: "update \(column) = replace(\(name), '{', '[')") }
            try expectRefused(desk, .damaged, naming: "cannot be read") { try desk.run("2025-03-15") }
            try desk.database.write {
                try $0.execute(sql: "update retention_run set record = ?", arguments: [record])
            }
        }
    }

    @Test func `sources that come in heaps stop nothing`() {
        let line = PlanLine(rule: "intake", subject: .sources, actions: .eraseAll, due: Tally(records: 60))
        let plan = Plan(
            storeID: "", policyHash: "", asOf: Instant(seconds: 0), conversations: 171, lines: [line],
            worklistDigest: "")
        #expect(throws: Never.self) {
            let limits = try Limits(
                policy: DeskPolicy.parsed(), calendar: #require(LocalCalendar(zone: "Europe/Brussels")))
            #expect(limits.exceeded(by: plan, after: [], forecast: []) == [])
        }
    }

    @Test func `a desk that had no run for long catches up by the night that the refusal names`() throws {
        let desk = try desk([(6, "2025-01-10"), (60, "2025-06-01")])
        try desk.run("2025-02-10")
        let error = #expect(throws: NightError.self) { try desk.run("2025-04-30") }
        #expect(error?.kind == .limit && error?.remedy.contains("retention run --as-of 2025-03-22") == true)
        try desk.run("2025-03-22", now: "2025-04-30")
        try desk.run("2025-04-30")
        #expect(try desk.count(.conversation) == 60)
        let back = #expect(throws: NightError.self) { try desk.run("2025-04-29", now: "2025-04-30") }
        #expect(back?.remedy == "set the clock right")
    }

    @Test func `a rehearsal store is let through and says what would have stopped`() throws {
        let desk = try Desk(
            policy: DeskPolicy.parsed(("redaction:", "limits: { percent: 20, at-least: 1 }\nredaction:")))
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2025-01-10")
        try desk.run("2025-01-12")
        let outcome = try desk.run("2025-04-01")
        #expect(outcome.record.wouldHaveStopped.count == 3)
        #expect(outcome.record.wouldHaveStopped.first?.description.contains("79 days after the last run") == true)
        #expect(try desk.count(.conversation) == 0)
    }

    @Test func `limits count what an interrupted run did`() throws {
        let desk = try desk([(8, "2025-01-10"), (40, "2025-06-01")])
        // A run that died after its first batch had erased eight.
        let store = try desk.open()
        let run = try store.beginRun(
            asOf: Desk.instant("2025-03-15"), startedAt: Desk.instant("2025-03-15"), policyHash: "", planDigest: "",
            lines: [])
        let marks = try desk.database.read { db in
            try Row.fetchAll(db, sql: "select id, revision from conversation order by id limit 8").map {
                RecordMark(id: $0["id"], revision: $0["revision"])
            }
        }
        _ = try store.commitErasure(
            BatchMark(run: run, number: 1, rule: "operator", at: Instant(seconds: 0)), records: marks,
            asOf: Desk.instant("2025-03-15"))
        for number in 300..<306 {
            let person = try desk.person("Person \(number)", phone: "+3247000\(number)00")
            try desk.conversation(of: person, "operator", "technical", on: "2025-01-10")
        }
        // Six of 46 are few; six and the eight of the same night are not.
        try expectRefused(desk, .limit, naming: "14") { try desk.run("2025-03-16") }
    }

    // MARK: Saved plans

    private func saved(_ desk: Desk, _ asOf: String, at: String? = nil) throws -> SavedPlan {
        let plan = SavedPlan(plan: try desk.preview(asOf), savedAt: try Desk.instant(at ?? asOf))
        return try SavedPlan(json: plan.readableJSON(), file: "plan.json")
    }

    @Test(arguments: StoreForm.allCases)
    func `a saved plan lets a tripped limit through, once`(form: StoreForm) throws {
        let desk = try desk([(9, "2025-01-10")], form: form)
        let plan = try saved(desk, "2025-03-15")
        try expectRefused(desk, .limit, naming: "--plan plan.json") { try desk.run("2025-03-15") }
        let outcome = try desk.run("2025-03-15", now: "2025-03-17", savedPlan: plan)
        expectBalanced(outcome)
        #expect(try desk.count(.conversation) == 0)
        #expect(try outcome.planDigest == plan.plan.digest())
        try expectRefused(desk, .stalePlan, naming: "applied before") {
            try desk.run("2025-03-15", now: "2025-03-17", savedPlan: plan)
        }
    }

    @Test func `a saved plan that no longer is what is due is refused, and says what differs`() throws {
        let desk = try desk([(9, "2025-01-10")])
        let plan = try saved(desk, "2025-03-15")
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2025-01-10")
        try expectRefused(desk, .stalePlan, naming: "9 due then, 10 now") {
            try desk.run("2025-03-15", savedPlan: plan)
        }
    }

    @Test func `a saved plan of the same counts on other versions of the records is refused`() throws {
        let desk = try desk([(9, "2025-01-10")])
        let plan = try saved(desk, "2025-03-15")
        try desk.lateMessage(in: 1, order: 7, at: "2025-01-10", "encore")
        try expectRefused(desk, .stalePlan, naming: "other versions") { try desk.run("2025-03-15", savedPlan: plan) }
    }

    @Test func `a saved plan is valid for 7 days`() throws {
        let desk = try desk([(9, "2025-01-10")])
        let plan = try saved(desk, "2025-03-15")
        try expectRefused(desk, .stalePlan, naming: "7 days") {
            try desk.run("2025-03-15", now: "2025-03-22T03:00:01Z", savedPlan: plan)
        }
        try desk.run("2025-03-15", now: "2025-03-22", savedPlan: plan)
    }

    @Test func `a saved plan of another store, policy or night is refused`() throws {
        let desk = try desk([(9, "2025-01-10")])
        var plan = try saved(desk, "2025-03-15")
        plan.plan.storeID = "ffffffffffffffff"
        try expectRefused(desk, .stalePlan, naming: "of another store") { try desk.run("2025-03-15", savedPlan: plan) }
        plan = try saved(desk, "2025-03-15")
        plan.plan.policyHash = "0"
        try expectRefused(desk, .stalePlan, naming: "policy has changed") {
            try desk.run("2025-03-15", savedPlan: plan)
        }
        plan = try saved(desk, "2025-03-14", at: "2025-03-15")
        try expectRefused(desk, .stalePlan, naming: "another night") { try desk.run("2025-03-15", savedPlan: plan) }
    }

    @Test func `a saved plan is stale once a run for a later night was made`() throws {
        let desk = try desk([(9, "2025-01-10")])
        let plan = try saved(desk, "2025-02-10")
        try desk.run("2025-02-11")
        try expectRefused(desk, .stalePlan, naming: "a run was made since, for 2025-02-11") {
            try desk.run("2025-02-10", now: "2025-02-11", savedPlan: plan)
        }
    }

    @Test func `bytes that are no saved plan are refused`() {
        let error = #expect(throws: NightError.self) { try SavedPlan(json: Array("{}".utf8), file: "plan.json") }
        #expect(error?.kind == .damaged && error?.what == "plan.json is not a saved plan")
    }

    // MARK: Admission

    @Test func `a policy that is not approved, or changed since, is not run`() throws {
        let desk = try Desk(rehearsal: false)
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2025-01-10")
        try expectRefused(desk, .policy, naming: "has not been approved") { try desk.run("2025-04-15") }
        try desk.approve(at: "2025-03-15")
        desk.policy = try DeskPolicy.parsed(LimitsTests.operatorsShort)
        try expectRefused(desk, .policy, naming: "has changed since it was approved") { try desk.run("2025-04-15") }
        desk.policy = try DeskPolicy.parsed()
        try desk.run("2025-04-15")
    }

    @Test func `another policy, other keys and a night ahead are refused`() throws {
        let desk = try desk([(1, "2025-01-10")])
        try expectRefused(desk, .usage, naming: "lies ahead") { try desk.run("2025-04-15", now: "2025-04-14") }
        let own = desk.policy
        desk.policy = try DeskPolicy.parsed(("policy: desk", "policy: other"))
        try expectRefused(desk, .foreign, naming: "bound to policy desk, this one is other") {
            try desk.run("2025-04-15")
        }
        desk.policy = own
        let other = try KeyFolder.create(at: desk.folder + "/other-keys", date: #require(CivilDate("2020-01-01")))
        let night = try desk.night("2025-04-15", keys: other)
        try expectRefused(desk, .foreign, naming: "not those of this store") {
            _ = try NightlyRun(night, store: desk.open(), folder: ArchiveFolder(path: desk.places.archive)).run()
        }
    }

    // MARK: Grace after a change of policy

    @Test(arguments: StoreForm.allCases)
    func `what a change of policy made due waits for the grace after its approval`(form: StoreForm) throws {
        let desk = try desk([(3, "2025-01-10")], form: form)
        // 60 days end on 12 March. On the first the policy says 50, which ended on 2 March.
        desk.policy = try DeskPolicy.parsed(
            ("redaction:", "limits: { percent: 20, at-least: 5 }\nredaction:"), LimitsTests.operatorsShort)
        let preview = try desk.preview("2025-03-04")
        #expect(preview.lines.first { $0.subject == .conversations }?.inGrace == 3)
        try desk.approve(at: "2025-03-03")
        let inGrace = try desk.run("2025-03-11")
        #expect(inGrace.total { $0.inGrace } == 3 && inGrace.total { $0.due.records } == 0)
        // What the policy before would have done by now is done.
        let outcome = try desk.run("2025-03-12")
        #expect(outcome.total { $0.due.records } == 3)
        #expect(try desk.count(.conversation) == 0)
    }

    @Test func `a change of policy acts on the rest when the grace has passed`() throws {
        let desk = try desk([(3, "2025-01-30")])
        desk.policy = try DeskPolicy.parsed(
            ("redaction:", "limits: { percent: 20, at-least: 5 }\nredaction:"),
            ("{ after: 60 days, erase: all }", "{ after: 20 days, erase: all }"))
        try desk.approve(at: "2025-03-03")
        #expect(try desk.run("2025-03-17").total { $0.inGrace } == 3)
        #expect(try desk.run("2025-03-18").total { $0.due.records } == 3)
    }

    @Test func `the first approval of all has its grace too`() throws {
        let desk = try Desk(rehearsal: false)
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2024-01-10")
        try desk.approve(at: "2025-03-03")
        #expect(try desk.run("2025-03-17").total { $0.inGrace } == 1)
        #expect(try desk.run("2025-03-18").total { $0.due.records } == 1)
    }
}
