import Archiving
import Conversations
import Fixtures
import Foundation
import GRDB
import NightlyRun
import Planning
import Reporting
import StorePort
import Synchronization
import Testing

/// Nights that come again, that were asked to stop, and that follow one which died.
@Suite struct RepeatedNightTests {
    /// A desk on which every kind of work is due in early 2026.
    func busyDesk(_ form: StoreForm) throws -> Desk {
        let desk = try Desk(form)
        for number in 0..<3 {
            let person = try desk.person("Client \(number)", phone: "+3247000002\(number)", photo: "c\(number).jpg")
            try desk.conversation(of: person, on: "2024-0\(number + 1)-10", media: ["m\(number).jpg"])
        }
        let prospect = try desk.person("Pro Spect", phone: "+32470000031")
        try desk.conversation(of: prospect, "prospect", "question", on: "2024-05-10")
        try desk.conversation(of: prospect, "client", "question", on: "2025-07-10")
        let other = try desk.person("Un Known", phone: "+32470000032")
        try desk.conversation(of: other, "unknown", "unknown", on: "2025-09-10")
        let colleague = try desk.person("Col League", phone: "+32470000033")
        try desk.conversation(of: colleague, "operator", "technical", on: "2025-09-10")
        return desk
    }

    @Test(arguments: StoreForm.allCases)
    func `a second run of the same night changes nothing`(form: StoreForm) throws {
        let desk = try busyDesk(form)
        let first = try desk.run("2026-02-01")
        expectBalanced(first)
        #expect(first.done > 8)
        let rows = try desk.rows()
        let archive = try desk.snapshotOfFolder().filter { $0.key.hasPrefix("archive") || $0.key.hasPrefix("media") }
        let second = try desk.run("2026-02-01")
        #expect(try desk.rows() == rows)
        #expect(
            try desk.snapshotOfFolder().filter { $0.key.hasPrefix("archive") || $0.key.hasPrefix("media") } == archive)
        #expect(second.done == 0 && second.total { $0.due.records } == 0)
        #expect(second.total(.persons) { $0.due.records } == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `what the preview counts is what the run does`(form: StoreForm) throws {
        let desk = try busyDesk(form)
        for night in ["2026-02-01", "2026-02-02", "2026-04-01"] {
            let plan = try desk.preview(night)
            let outcome = try desk.run(night)
            #expect(outcome.record.lines.map(\.plan) == plan.lines)
            #expect(try plan.digest() == outcome.planDigest)
        }
    }

    @Test(arguments: StoreForm.allCases)
    func `a late message makes a redacted conversation due again`(form: StoreForm) throws {
        let desk = try Desk(form)
        let id = try desk.conversation(of: desk.person(), on: "2025-01-10")
        try desk.run("2025-08-01")
        let texts = try desk.texts(of: id)
        try desk.lateMessage(in: id, order: 9, at: "2025-01-09", "et le 0470 00 00 02 aussi")
        #expect(try desk.done(.conversation, id) == [])
        expectBalanced(try desk.run("2025-08-02"))
        #expect(try desk.texts(of: id) == texts + ["et le [phone] aussi"])
        #expect(try desk.filesHolding("0470 00 00 02").isEmpty)
    }

    @Test(arguments: StoreForm.allCases)
    func `a refreshed profile is erased again`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg")
        try desk.conversation(of: person, on: "2025-01-10")
        try desk.run("2025-03-01")
        #expect(try desk.files("media").isEmpty)
        try desk.file("again.jpg", "a new photo")
        let column = form == .native ? "photo_file" : "avatar"
        let table = form == .native ? "person" : "contacts"
        try desk.database.write { try $0.execute(sql: "update \(table) set \(column) = 'again.jpg'") }
        expectBalanced(try desk.run("2025-03-02"))
        #expect(try desk.files("media").isEmpty)
    }

    @Test(arguments: StoreForm.allCases)
    func `a run that was asked to stop ends at a batch border, and the next one goes on`(form: StoreForm) throws {
        let whole = try busyDesk(form)
        try whole.run("2026-02-01")
        for batches in 1...5 {
            let desk = try busyDesk(form)
            let asked = Mutex(0)
            let outcome = try desk.run("2026-02-01") {
                asked.withLock { count in
                    count += 1
                    return count > batches
                }
            }
            #expect(outcome.wasStopped)
            let failed = outcome.record.lines.reduce(0) { $0 + $1.failed }
            #expect(failed > 0 && outcome.record.lines.allSatisfy(\.isBalanced))
            let rest = try desk.run("2026-02-01")
            #expect(!rest.wasStopped)
            expectBalanced(rest)
            #expect(try comparable(desk.rows()) == comparable(whole.rows()))
            #expect(
                try desk.segments().flatMap { try desk.archivedLines($0) }.count
                    == whole.segments().flatMap { try whole.archivedLines($0) }.count)
        }
    }

    /// Rows without what tells when and under which key they were changed.
    private func comparable(_ rows: [String: [String]]) -> [String: [String]] {
        rows.mapValues { $0.map { $0.replacing(#/(revision|version|pseudonym|alias)=[^|]*/#, with: "") } }
    }

    // MARK: After a run that died

    /// What a run leaves that dies while it writes its first batch.
    private func die(_ desk: Desk) throws -> [String] {
        let run = try desk.open().beginRun(
            asOf: Desk.instant("2026-02-01"), startedAt: Desk.instant("2026-02-01"), policyHash: "", planDigest: "",
            lines: [])
        let stem = "00c0ffee-r\(run)-b1-0123456789abcdef"
        let names = ["\(stem).jsonl.gz", "\(stem).manifest.json", "\(stem).jsonl.gz.tmp"]
        for name in names { try write(name, in: desk) }
        return names
    }

    private func write(_ name: String, in desk: Desk) throws {
        try Data("half".utf8).write(to: URL(fileURLWithPath: "\(desk.places.archive)/\(name)"))
    }

    @Test(arguments: StoreForm.allCases)
    func `the open batch of a run that died is discarded, and everything is done once`(form: StoreForm) throws {
        let desk = try busyDesk(form)
        let left = try die(desk)
        expectBalanced(try desk.run("2026-02-01"))
        #expect(try Set(desk.files("archive")).isDisjoint(with: left))
        let lines = try desk.segments().flatMap { try desk.archivedLines($0) }
        #expect(lines.count == 3)
        let state = try desk.database.read {
            try String.fetchAll($0, sql: "select state from retention_run order by id")
        }
        #expect(state == ["stopped", "done"])
    }

    enum Stray: String, CaseIterable {
        case foreign = "shopping-list.txt"
        case otherStore = "deadbeef-r1-b1-0123456789abcdef.jsonl.gz"
        case otherRun = "00c0ffee-r7-b1-0123456789abcdef.jsonl.gz"
        case laterBatch = "00c0ffee-r1-b2-0123456789abcdef.manifest.json"
    }

    @Test(arguments: Stray.allCases)
    func `a file that no open batch made stops the run, and nothing is unlinked`(stray: Stray) throws {
        let desk = try busyDesk(.native)
        _ = try die(desk)
        try write(stray.rawValue, in: desk)
        try desk.database.write { try $0.execute(sql: "insert into retention_pending_file values ('m0.jpg')") }
        let files = try desk.snapshotOfFolder().filter { !$0.key.hasPrefix("store") && $0.key != "." }
        let error = try #require(throws: ArchiveError.self) { try desk.run("2026-02-01") }
        #expect(error.kind == .damaged)
        #expect(!error.what.contains("shopping"))
        #expect(try desk.snapshotOfFolder().filter { !$0.key.hasPrefix("store") && $0.key != "." } == files)
        #expect(try desk.rows() == busyDesk(.native).rows())
    }

    @Test func `a segment that is missing or of another size stops the run`() throws {
        let desk = try busyDesk(.native)
        try desk.run("2026-02-01")
        let path = try desk.places.archive + "/" + #require(desk.segments().first)
        let bytes = try #require(FileManager.default.contents(atPath: path))
        try Data(bytes.dropLast()).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.self) { try desk.run("2026-02-02") }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: ArchiveError.self) { try desk.run("2026-02-02") }
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try desk.run("2026-02-02").done == 0)
    }

    @Test(arguments: StoreForm.allCases)
    func `files whose rows went with a run that died are unlinked by the next`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.file("left.jpg", "left behind")
        try desk.database.write { try $0.execute(sql: "insert into retention_pending_file values ('left.jpg')") }
        try desk.run("2026-02-01")
        #expect(try desk.files("media").isEmpty)
        #expect(try desk.open().pendingFiles().isEmpty)
    }

    @Test(arguments: StoreForm.allCases)
    func `a run that goes on from a stopped one tells what both did`(form: StoreForm) throws {
        let calm = try busyDesk(form).run("2026-02-01").record
        let desk = try busyDesk(form)
        try desk.database.write {
            try $0.execute(
                sql: """
                    create trigger stop before update of record on retention_run
                    begin select raise(abort, 'stopped'); end
                    """)
        }
        #expect(throws: StoreError.self) { try desk.run("2026-02-01") }
        try desk.database.write { try $0.execute(sql: "drop trigger stop") }
        let next = try desk.run("2026-02-01").record
        #expect(next.lines == calm.lines)
        #expect(calm.lines.contains { $0.done > 0 && $0.plan.subject == .conversations && $0.plan.due.messages > 0 })
        #expect(calm.lines.contains { $0.done > 0 && $0.plan.subject == .persons })
        func told(_ record: RunRecord) -> [String] {
            record.segmentsWritten.map { "\($0.rule) \($0.endsOn) \($0.conversations) \($0.messages)" }
        }
        #expect(!calm.segmentsWritten.isEmpty && told(next) == told(calm))
        let kept = try desk.database.read { try Int.fetchOne($0, sql: "select count(*) from retention_run_line") }
        #expect(kept == 0)
    }

    /// An older version may have written it, or the disk have changed it.
    @Test func `what is kept of a stopped run and cannot be read stops the next one before its first change`() throws {
        let desk = try busyDesk(.native)
        try desk.run("2026-02-01")
        try desk.database.write {
            try $0.execute(
                sql: """
                    insert into retention_run_line(run, place, rule, subject, actions, planned, done)
                    values (1, 0, 'client', 'conversations', 1, '{"rule":', 1)
                    """)
        }
        try desk.conversation(of: desk.person("New Client", phone: "+32470000034"), on: "2024-02-11")
        let rows = try desk.rows()
        let error = #expect(throws: StoreError.self) { try desk.run("2026-02-02") }
        #expect(error?.kind == .damaged && error?.what.contains("stopped run") == true)
        #expect(try desk.rows() == rows)
        let runs = try desk.database.read { try Int.fetchOne($0, sql: "select count(*) from retention_run") }
        #expect(runs == 1)
    }

    @Test func `what an interrupted run did is told by the next one`() throws {
        let desk = try busyDesk(.native)
        let first = try desk.run("2026-02-01")
        #expect(first.record.doneBefore == 0)
        try desk.database.write { try $0.execute(sql: "update retention_run set state = 'scrub', record = null") }
        let next = try desk.run("2026-02-01")
        let sum = try desk.database.read {
            try Int.fetchOne($0, sql: "select sum(records) from retention_batch where run = 1")
        }
        #expect(next.record.doneBefore == sum && next.done == 0)
        #expect(try desk.run("2026-02-02").record.doneBefore == 0)
    }

    @Test func `a run that only lacked its report gets it from the next one`() throws {
        let desk = try busyDesk(.native)
        let first = try desk.run("2026-02-01")
        let report = try #require(first.reports.first)
        let bytes = FileManager.default.contents(atPath: report)
        try FileManager.default.removeItem(atPath: report)
        try desk.database.write { try $0.execute(sql: "update retention_run set state = 'report'") }
        try desk.run("2026-02-02")
        #expect(bytes != nil && FileManager.default.contents(atPath: report) == bytes)
        let states = try desk.database.read {
            try String.fetchAll($0, sql: "select state from retention_run order by id")
        }
        #expect(states == ["done", "done"])
    }
}
