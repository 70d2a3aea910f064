import Conversations
import Fixtures
import GRDB
import Planning
import SQLiteStore
import StorePort
import Testing

/// What is decided before a transaction is looked at again inside it: each way to change a record, against each way
/// in which it may have come to be left alone since.
@Suite struct RecordGuardTests {
    enum Change: String, CaseIterable { case archive, redaction, erasure, persons }
    enum Meanwhile: String, CaseIterable {
        case nothing, message, role, holdOnConversation, holdOnPerson, holdOnOther, restriction, restrictionMark, gone
    }

    @Test(arguments: StoreForm.allCases, Change.allCases)
    func `a record that changed or is held since it was read is left as it is`(form: StoreForm, change: Change) throws {
        for meanwhile in Meanwhile.allCases { try check(form, change, meanwhile) }
    }

    private func check(_ form: StoreForm, _ change: Change, _ meanwhile: Meanwhile) throws {
        let desk = try Desk(form)
        let person = try desk.person(photo: "face.jpg")
        let other = try desk.person("Other One", phone: "+32470000005")
        let id = try desk.conversation(of: person, on: "2024-01-10", media: ["a.jpg"], group: [other])
        let store = try desk.open()
        let conversation = try mark(desk, .conversation, id)
        let owner = try mark(desk, .person, person)
        switch meanwhile {
        case .nothing: break
        case .message: try desk.lateMessage(in: id, order: 9, at: "2024-01-11", "encore")
        case .role: try desk.set(.conversation, id, [.role: "prospect"])
        case .holdOnConversation: try hold(store, .conversation(id))
        case .holdOnPerson: try hold(store, .person(person))
        case .holdOnOther: try hold(store, .person(other))
        case .restriction: try hold(store, .conversation(id), .restriction)
        case .restrictionMark: try desk.set(.person, person, [.restricted: 1])
        case .gone:
            let table = desk.map.tables(.conversation)[0].name
            try desk.database.writeWithoutTransaction {
                try $0.execute(sql: "pragma foreign_keys = off; delete from \(table)")
            }
        }
        let before = try desk.rows()
        let outcome = try apply(change, store, conversation, owner)
        // A message in a conversation changes nothing of its person; a person whose last conversation went is woken.
        let isFree = meanwhile == .nothing || (change == .persons && meanwhile == .message)
        #expect(outcome.left.isEmpty == isFree, "\(form) \(change) \(meanwhile)")
        #expect(outcome.done.isEmpty == !isFree, "\(form) \(change) \(meanwhile)")
        if !isFree { #expect(try desk.rows() == before, "\(form) \(change) \(meanwhile)") }
    }

    private func apply(_ change: Change, _ store: SQLiteStore, _ conversation: RecordMark, _ owner: RecordMark) throws
        -> CommitOutcome
    {
        let asOf = try Desk.instant("2026-02-01")
        let run = try store.beginRun(asOf: asOf, startedAt: asOf, policyHash: "", planDigest: "", lines: [])
        let batch = BatchMark(run: run, number: 1, rule: "client", at: Instant(seconds: 0))
        switch change {
        case .archive:
            let segment = SegmentRow(
                name: "s", rule: "client", endsOn: try #require(CivilDate("2027-01-01")), bytes: 1, sha256: "",
                conversations: 1, messages: 1, manifestBytes: 0, erasedAt: nil)
            return try store.commitArchive(batch, records: [conversation], segment: segment, manifest: [], asOf: asOf)
        case .redaction:
            let record = RedactedRecord(record: conversation, actions: .redactAll, texts: [(0, Array("x".utf8))])
            return try store.commitRedaction(batch, records: [record], asOf: asOf)
        case .erasure:
            return try store.commitErasure(batch, records: [conversation], asOf: asOf)
        case .persons:
            let mark = PersonMark(record: owner, actions: .eraseProfilePhoto, pseudonym: nil)
            return try store.commitPersons(batch, persons: [mark], asOf: asOf)
        }
    }

    @Test(arguments: StoreForm.allCases)
    func `one of many that changed keeps its whole segment from being taken`(form: StoreForm) throws {
        let desk = try Desk(form)
        let ids = try (0..<3).map {
            try desk.conversation(of: desk.person("P \($0)", phone: "+3247000008\($0)"), on: "2024-01-10")
        }
        let marks = try ids.map { try mark(desk, .conversation, $0) }
        try desk.lateMessage(in: ids[1], order: 9, at: "2024-01-11", "encore")
        let before = try desk.rows()
        let store = try desk.open()
        let asOf = try Desk.instant("2026-02-01")
        let run = try store.beginRun(asOf: asOf, startedAt: asOf, policyHash: "", planDigest: "", lines: [])
        let segment = SegmentRow(
            name: "s", rule: "client", endsOn: try #require(CivilDate("2027-01-01")), bytes: 1, sha256: "",
            conversations: 3, messages: 9, manifestBytes: 0, erasedAt: nil)
        let outcome = try store.commitArchive(
            BatchMark(run: run, number: 1, rule: "client", at: Instant(seconds: 0)), records: marks, segment: segment,
            manifest: [],
            asOf: asOf)
        #expect(outcome == CommitOutcome(done: [], left: [ids[1]]))
        #expect(try desk.rows() == before)
        #expect(try store.read { try $0.segments() }.isEmpty)
        // Erasing takes the others.
        let erased = try store.commitErasure(
            BatchMark(run: run, number: 1, rule: "client", at: Instant(seconds: 0)), records: marks, asOf: asOf)
        #expect(erased == CommitOutcome(done: [ids[0], ids[2]], left: [ids[1]]))
    }

    @Test(arguments: StoreForm.allCases)
    func `bounds are raised only where the revision stands`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person()
        let ids = try (0..<2).map { _ in try desk.conversation(of: person, on: "2024-01-10") }
        let marks = try ids.map { try mark(desk, .conversation, $0) }
        let owner = try mark(desk, .person, person)
        try desk.set(.conversation, ids[1], [.role: "prospect"])
        let to = try Desk.instant("2024-01-10")
        let store = try desk.open()
        try store.raise(
            floors: marks.map { Bound(record: $0, to: to) }, wakes: [Bound(record: owner, to: to)])
        let floor = try #require(desk.map.tables(.conversation)[0].fields[.floor])
        let name = desk.map.tables(.conversation)[0].name
        let floors = try desk.database.read { try Int64.fetchAll($0, sql: "select \(floor) from \(name) order by id") }
        #expect(floors == [to.seconds * desk.map.clock.perSecond, 0])
        let wake = try #require(desk.map.tables(.person)[0].fields[.floor])
        let people = desk.map.tables(.person)[0].name
        #expect(try desk.database.read { try Int64.fetchOne($0, sql: "select \(wake) from \(people)") } == 0)
    }

    private func mark(_ desk: Desk, _ part: DataMap.Part, _ id: Int64) throws -> RecordMark {
        let table = desk.map.tables(part)[0]
        let revision = try #require(table.fields[.revision])
        return try desk.database.read { db in
            RecordMark(
                id: id,
                revision: try #require(
                    try Int64.fetchOne(
                        db, sql: "select \(revision) from \(table.name) where \(table.key ?? "id") = \(id)")))
        }
    }

    private func hold(_ store: SQLiteStore, _ target: Hold.Target, _ kind: Hold.Kind = .hold) throws {
        _ = try store.place([
            HoldPlacement(
                Hold(
                    id: 0, kind: kind, target: target, reason: "a claim", author: "Counsel",
                    placedAt: Desk.instant("2026-01-31"), reviewOn: #require(CivilDate("2027-01-01")), releasedAt: nil))
        ])
    }
}
