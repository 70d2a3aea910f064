import Archiving
import Conversations
import Fixtures
import Foundation
import GRDB
import NightlyRun
import SQLiteStore
import StorePort
import Testing
import Verification

/// What can be asked at any time: each check fails when what it looks at is wrong.
@Suite struct VerifierTests {
    /// A desk after a night that archived one conversation, redacted another in place and left a third alone.
    private func desk(_ form: StoreForm = .native) throws -> Desk {
        let desk = try Desk(form)
        try desk.conversation(of: desk.person("Anna Martin", phone: "+32470000011"), on: "2024-02-10")
        try desk.conversation(
            of: desk.person("Bert Maes", phone: "+32470000012"), "unknown", on: "2025-01-10",
            texts: ["mon numéro: 0470 00 00 12"])
        try desk.conversation(
            of: desk.person("Carla Roos", phone: "+32470000013", photo: "p1"), on: "2025-07-10", media: ["m1"])
        try desk.run("2025-07-25")
        return desk
    }

    private func verify(_ desk: Desk, _ asOf: String = "2025-07-25", sweep: Bool = true) throws -> [Check] {
        try Verifier(
            desk.night(asOf), store: desk.open(.reading), folder: ArchiveFolder(path: desk.places.archive),
            extent: .init(isSweep: sweep)
        ).run()
    }

    private func failing(_ desk: Desk, _ asOf: String = "2025-07-25") throws -> [String] {
        try verify(desk, asOf).filter { $0.outcome == .failed }.map(\.id).sorted()
    }

    @Test(arguments: StoreForm.allCases)
    func `after a night nothing fails, and nothing was changed by looking`(form: StoreForm) throws {
        let desk = try desk(form)
        let before = try desk.snapshotOfFolder()
        #expect(try failing(desk) == [])
        let proven = Set(try verify(desk).filter { $0.outcome == .proven }.map(\.id))
        #expect(
            proven.isSuperset(of: ["B1", "plan-definition", "B2", "B7", "B8", "C1", "C2", "C3", "H2", "H2-copy", "H5"]))
        #expect(try desk.snapshotOfFolder() == before)
    }

    private static let canaryStore: Canaries.Maker = { path, identity in
        try SQLiteStore.create(path: path, identity: identity)
        let store = try SQLiteStore(path: path, map: NativeSchema.map, access: .writing)
        return Canaries.Stores(night: store, marks: store, imports: store.importStore)
    }

    private func canaries(_ desk: Desk, _ asOf: String, _ make: @escaping Canaries.Maker = canaryStore) throws -> Check?
    {
        try Verifier(
            desk.night(asOf), store: desk.open(.reading), folder: ArchiveFolder(path: desk.places.archive),
            extent: .init(), canaries: make
        ).run().first { $0.id == "B4" }
    }

    @Test(arguments: [
        "2025-07-25", "2026-03-01", "2026-03-29", "2026-03-30", "2026-03-31", "2026-10-25", "2026-10-26", "2028-02-29",
    ])
    func `canaries of every rule change on their night`(asOf: String) throws {
        let check = try #require(try canaries(Desk(), asOf))
        #expect(check.examined >= 10 && check.failing == 0, "\(check)")
    }

    /// Two for each step and branch: but for one, which ends what is archived before.
    @Test func `each step and branch has its canaries`() throws {
        #expect(try canaries(Desk(), "2025-07-25")?.examined == 18)
    }

    /// Steps that together, or on some nights, do what a later one repeats; and one that is not always the later.
    @Test(arguments: ["2025-03-15", "2025-03-31", "2025-07-25"])
    func `steps that overlap are no false alarm`(asOf: String) throws {
        let policy = try DeskPolicy.parsed(
            (
                "{ after: 6 months, redact: all }",
                "{ after: 60 days, erase: [profile-photo, profile-status, media], redact: all }"
            ),
            (
                "{ after: 30 days, erase: [profile-photo, profile-status, media] }",
                "{ after: 30 days, erase: [profile-photo] }"
            ),
            ("{ after: 3 months, redact: [phone, email], pseudonymise: true }", "{ after: 30 days, redact: [phone] }"),
            ("{ after: 12 months, erase: all }\n    ceiling: 12", "{ after: 1 month, erase: all }\n    ceiling: 12"))
        let check = try #require(try canaries(Desk(policy: policy), asOf))
        #expect(check.examined >= 10 && check.failing == 0, "\(check)")
    }

    @Test func `a store that acts a day too early is given away by its canaries`() throws {
        let check = try canaries(Desk(), "2025-07-25") { path, identity in
            let stores = try Self.canaryStore(path, identity)
            return Canaries.Stores(
                night: stores.night, marks: stores.marks, imports: EarlyImports(store: stores.imports, path: path))
        }
        #expect((check?.failing ?? 0) > 0)
    }

    /// Of conversations everything stays done.
    @Test func `a store in which nothing stays done of persons is given away by its canaries`() throws {
        let check = try canaries(Desk(), "2025-07-25") { path, identity in
            let stores = try Self.canaryStore(path, identity)
            try DatabaseQueue(path: path).write {
                try $0.execute(
                    sql: """
                        create trigger forgetful after update of done on person when new.done <> 0 begin
                          update person set done = 0 where id = new.id; end
                        """)
            }
            return stores
        }
        #expect((check?.failing ?? 0) > 0)
    }

    @Test func `what a night should have done and nobody did is overdue`() throws {
        let found = try failing(desk(), "2026-09-01")
        #expect(found == ["B1", "H2-nights"])
    }

    @Test func `a bound that is too high is found by the look at every record`() throws {
        let desk = try desk()
        try desk.database.write {
            try $0.execute(sql: "update conversation set floor = 9000000000; update person set wake = 9000000000")
        }
        #expect(try failing(desk, "2026-09-01") == ["B1", "H2-nights", "plan-definition"])
    }

    @Test func `a number that came back into a redacted text is found`() throws {
        let desk = try desk()
        try desk.database.write {
            try $0.execute(
                sql:
                    "drop trigger message_changed; update message set text = 'appelez 0470 00 00 12' where conversation = 2"
            )
        }
        #expect(try failing(desk).contains("B2"))
    }

    @Test(arguments: ["+32 470 00 00 11", "wamid.HBgLMzI0NzAwMDAwMTEVAgASGBQ="])
    func `a number that only a table without a map still holds is found`(text: String) throws {
        let desk = try desk()
        try desk.database.write {
            try $0.execute(sql: "create table notes(body); insert into notes values (?)", arguments: [text])
        }
        #expect(try failing(desk) == ["B2-tables"])
        // A person who is still there may stand in it.
        try desk.database.write { try $0.execute(sql: "update notes set body = 'tel 0470 00 00 13'") }
        #expect(try failing(desk) == [])
    }

    @Test func `a number in a column that should hold no person is found by a sweep`() throws {
        let desk = try desk()
        try desk.database.write { try $0.execute(sql: "update address set evidence = 'tel 0470 00 00 13'") }
        #expect(try failing(desk) == ["B2-columns"])
        #expect(try verify(desk, sweep: false).allSatisfy { $0.outcome != .failed })
    }

    /// The triggers would have had it erased again.
    @Test(arguments: ["photo_file", "status_text"])
    func `a profile that was filled again past its step is found`(column: String) throws {
        let desk = try desk()
        let step: Actions = column == "photo_file" ? .eraseProfilePhoto : .eraseProfileStatus
        try desk.database.write {
            try $0.execute(sql: "update person set \(column) = null where id = 3")
            try $0.execute(sql: "update person set done = ? where id = 3", arguments: [step.rawValue])
        }
        #expect(try !failing(desk).contains("B2-emptied"))
        try desk.database.write { db in
            for name in try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'trigger'") {
                try db.execute(sql: "drop trigger \"\(name)\"")
            }
            try db.execute(sql: "update person set \(column) = 'p9' where id = 3")
        }
        #expect(try failing(desk).contains("B2-emptied"))
    }

    @Test func `a name that came back to a pseudonymised person is found, and so are triggers that are gone`() throws {
        let desk = try desk()
        let person = try #require(
            try desk.database.read { try Int64.fetchOne($0, sql: "select id from person where pseudonym is not null") })
        #expect(try failing(desk) == [])
        try desk.database.write { db in
            for name in try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'trigger'") {
                try db.execute(sql: "drop trigger \"\(name)\"")
            }
            try db.execute(sql: "update person set display_name = 'Bert Maes' where id = ?", arguments: [person])
        }
        #expect(try failing(desk).filter { $0 != "B2" } == ["B2-persons", "store-triggers"])
    }

    @Test func `a segment past its end is found, with its day`() throws {
        let desk = try desk()
        try desk.database.write { try $0.execute(sql: "update retention_segment set ends_on = '2025-01-02'") }
        let check = try #require(try verify(desk).first { $0.id == "C2" })
        #expect(check.outcome == .failed && check.oldest == Instant("2025-01-01T23:00:00Z"))
    }

    @Test func `orphans, files without rows and rows without files are found`() throws {
        let desk = try desk()
        try desk.database.writeWithoutTransaction {
            try $0.execute(
                sql: "pragma foreign_keys = off; insert into event(person, kind) values (999, 'voice-call')")
        }
        try desk.file("stray", "nobody knows of it")
        #expect(try failing(desk) == ["B7", "B8"])
        try FileManager.default.removeItem(atPath: desk.places.media + "/stray")
        try FileManager.default.removeItem(atPath: desk.places.media + "/m1")
        #expect(try failing(desk) == ["B7", "B8"])
    }

    @Test(arguments: ["archive", "reports", "store.db", "store.db.audit.jsonl"])
    func `what others may read is found`(name: String) throws {
        let desk = try desk()
        chmod("\(desk.folder)/\(name)", 0o755)
        #expect(try failing(desk) == ["H5"])
    }

    @Test func `an archive that a byte was changed in, and one that is missing, are found`() throws {
        let desk = try desk()
        let path = "\(desk.places.archive)/\(try #require(try desk.segments().first))"
        var bytes = try #require(FileManager.default.contents(atPath: path))
        bytes[bytes.count / 2] ^= 1
        #expect(FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600]))
        #expect(try failing(desk) == ["C1", "C3"])
        #expect(try verify(desk, sweep: false).filter { $0.outcome == .failed }.map(\.id) == ["C1"])
        try FileManager.default.removeItem(atPath: path)
        #expect(
            try verify(desk, sweep: false).filter { $0.outcome == .failed }.map(\.id) == ["archive-folder", "C1"])
    }

    @Test func `a share of the segments is read each time, and all in as many as were said`() throws {
        let desk = try desk()
        for number in 1...5 {
            try desk.conversation(
                of: desk.person("Person \(number)", phone: "+3247000010\(number)"), on: "2024-0\(number)-10")
        }
        try desk.run("2025-07-26")
        let read = try (1...3).map { part in
            try Verifier(
                desk.night("2025-07-26"), store: desk.open(.reading), folder: ArchiveFolder(path: desk.places.archive),
                extent: .init(part: part, parts: 3)
            ).run().first { $0.id == "C1" }?.examined ?? 0
        }
        #expect(try read.reduce(0, +) == desk.segments().count && read.allSatisfy { $0 > 0 })
    }

    @Test func `a copy of the log that was cut short is made whole by the next night, which says so`() throws {
        let desk = try desk()
        let mirror = desk.places.store + ".audit.jsonl"
        func found(_ night: String) throws -> Check? {
            try desk.run(night).record.checks.first { $0.id == "H2-copy" }
        }
        // A run that was stopped may have left its own events out.
        #expect(try found("2025-07-26") == nil)
        #expect(try found("2025-07-27")?.failing == 0)
        let whole = try #require(FileManager.default.contents(atPath: mirror))
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n")
        try Data(lines.prefix(2).map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: mirror))
        let check = try #require(try found("2025-07-28"))
        #expect(check.failing > 0 && check.isFinding)
        #expect(try found("2025-07-29")?.failing == 0 && failing(desk, "2025-07-29") == [])
    }

    @Test func `a chain that was altered, a copy that was, and a report's head that is not in it, are found`() throws {
        let desk = try desk()
        let mirror = desk.places.store + ".audit.jsonl"
        let whole = try #require(FileManager.default.contents(atPath: mirror))
        let altered = String(decoding: whole, as: UTF8.self).replacing("records 1", with: "records 2")
        try Data(altered.utf8).write(to: URL(fileURLWithPath: mirror))
        #expect(try failing(desk) == ["H2-copy"])
        // Cut between two lines, emptied or taken away it tells nothing that is wrong, and lacks what it was told.
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n")
        for less in [lines.dropLast(2).map { $0 + "\n" }.joined(), ""] {
            try Data(less.utf8).write(to: URL(fileURLWithPath: mirror))
            #expect(try failing(desk) == ["H2-copy"])
        }
        try FileManager.default.removeItem(atPath: mirror)
        #expect(try failing(desk) == ["H2-copy"])
        try whole.write(to: URL(fileURLWithPath: mirror))
        // All events made anew, each with its right hash: only what was told outside can show it.
        try desk.database.write { db in
            try db.execute(
                sql: "delete from retention_audit; delete from sqlite_sequence where name = 'retention_audit'")
        }
        try FileManager.default.removeItem(atPath: mirror)
        _ = try desk.open().beginRun(
            asOf: Desk.instant("2025-07-24"), startedAt: Desk.instant("2025-07-24"), policyHash: "", planDigest: "",
            lines: [])
        #expect(try failing(desk) == ["H2-reports"])
        try desk.database.write { try $0.execute(sql: "update retention_audit set detail = 'nothing'") }
        #expect(try failing(desk) == ["H2", "H2-reports"])
    }

    @Test func `a line of the copy that is no event is no part of it`() throws {
        let desk = try desk()
        let mirror = desk.places.store + ".audit.jsonl"
        let whole = try #require(FileManager.default.contents(atPath: mirror))
        try (whole + Data("{\"x\":1}\n".utf8)).write(to: URL(fileURLWithPath: mirror))
        let error = #expect(throws: NightError.self) { try verify(desk) }
        #expect(error?.kind == .damaged && error?.what.contains("is no event of the audit log") == true)
    }

    @Test func `the folder of the store is closed, as the store is`() throws {
        let desk = try desk()
        for (mode, expected) in [(0o775, ["H5"]), (0o777, ["H5"]), (0o1777, []), (0o755, [])] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: desk.folder)
            #expect(try failing(desk) == expected, "\(mode)")
        }
    }

    @Test func `events that go back in time are found, and the correction of a clock is none`() throws {
        let desk = try desk()
        let last = try #require(try desk.open().auditLog().events.last?.at)
        try desk.approve(at: "\(last + -60)")
        #expect(try failing(desk) == [])
        try desk.approve(at: "\(last + -20 * 86_400)")
        #expect(try failing(desk) == ["H2-times"])
    }

    @Test func `a night without a run is a finding, in the report too`() throws {
        let desk = try desk()
        let outcome = try desk.run("2025-07-29")
        let check = try #require(outcome.record.checks.first { $0.id == "H2-nights" })
        #expect(check.failing == 3 && check.examined == 4 && check.isFinding)
        #expect(try desk.run("2025-07-30").record.checks.first { $0.id == "H2-nights" }?.failing == 3)
    }

    @Test func `a hold past its review is a finding`() throws {
        let desk = try desk()
        try desk.database.write {
            try $0.execute(
                sql: """
                    insert into retention_hold(person, kind, reason, author, placed_at, review_on)
                    values (3, 'hold', 'claim', 'x', 0, '2025-07-01')
                    """)
        }
        #expect(try failing(desk) == ["holds-reviewed"])
    }

    @Test func `the log is kept for as long as the policy says, inside and outside`() throws {
        let desk = try Desk(policy: DeskPolicy.parsed(("redaction:", "proof: { audit-log: 10 days }\nredaction:")))
        try desk.conversation(of: desk.person(), on: "2025-01-10")
        for day in 1...3 { try desk.run("2025-07-\(day * 8 + 2)") }
        let log = try desk.open().auditLog()
        #expect(try log.anchor != nil && log.broken == 0 && log.events.first?.at == Desk.instant("2025-07-18"))
        let mirror = try #require(try AuditMirror(store: desk.places.store).read())
        #expect(mirror == log)
        #expect(try failing(desk, "2025-07-26") == ["H2-nights"])
    }

    @Test func `a store that was set back to an earlier night is not run`() throws {
        let desk = try desk()
        try desk.database.close()
        let earlier = try #require(FileManager.default.contents(atPath: desk.places.store))
        try desk.run("2025-07-26")
        try earlier.write(to: URL(fileURLWithPath: desk.places.store))
        let error = #expect(throws: NightError.self) { try desk.run("2025-07-27") }
        #expect(error?.kind == .damaged && error?.what.contains("older than its log") == true)
    }
}

/// A night beside an application that reads its store all the time.
@Suite struct PendingScrubTests {
    @Test func `a reader leaves the scrub pending, and the next night goes on with it`() throws {
        let desk = try Desk(.foreign)
        try desk.database.writeWithoutTransaction { try $0.execute(sql: "pragma journal_mode = wal") }
        try desk.conversation(of: desk.person(), "operator", "technical", on: "2025-01-10", texts: ["une aubergine"])
        let reader = try DatabaseQueue(path: desk.places.store)
        let night = try desk.night("2025-04-15")
        let store = try SQLiteStore(path: desk.places.store, map: desk.map, access: .writing, patience: 0.05)
        let outcome = try reader.inDatabase { db in
            try db.execute(sql: "begin; select count(*) from chats")
            let outcome = try NightlyRun(night, store: store, folder: ArchiveFolder(path: desk.places.archive)).run()
            try db.execute(sql: "commit")
            return outcome
        }
        #expect(try desk.count(.conversation) == 0)
        #expect(outcome.isScrubPending)
        #expect(outcome.record.checks.first { $0.id == "B6" }?.outcome == .notProven)
        #expect(try !desk.filesHolding("aubergine").isEmpty)
        try reader.close()
        let next = try desk.run("2025-04-16")
        #expect(!next.isScrubPending)
        #expect(next.record.checks.first { $0.id == "B6" }?.outcome == .proven)
        #expect(try desk.filesHolding("aubergine").isEmpty)
    }
}

/// An import whose conversations' clocks lie a day too far back.
private struct EarlyImports: ImportStore {
    let store: any ImportStore
    let path: String

    func importing<T>(_ body: (any ImportTransaction) throws -> T) throws -> T {
        let result = try store.importing(body)
        let database = try DatabaseQueue(path: path)
        try database.write {
            try $0.execute(
                sql: """
                    update conversation set collected_at = collected_at - 86400,
                      last_inbound_at = last_inbound_at - 86400 where id = (select max(id) from conversation)
                    """)
        }
        try database.close()
        return result
    }
}
