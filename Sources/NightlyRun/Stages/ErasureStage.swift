import Archiving
import Conversations
import Planning
import StorePort

/// Erases what has reached its end: conversations in the store, then persons whom nothing needs any more, then
/// segments whose end date has come, then sources.
struct ErasureStage {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder
    private static let batch = 500
    /// Persons a transaction: a row or two each, where a conversation has many.
    private static let personsAtOnce = 4096

    func run(_ worklist: Worklist, _ journal: inout Journal) throws {
        try eraseConversations(worklist, &journal)
        try changePersons(worklist, &journal)
        try endSegments(worklist, &journal)
        try endSources(worklist, &journal)
    }

    private func eraseConversations(_ worklist: Worklist, _ journal: inout Journal) throws {
        for (rule, places) in worklist.erasing {
            for places in places.chunked(by: Self.batch) {
                try journal.pause()
                try journal.isolatingRefusals(worklist.conversations(at: places)[...]) { items, journal in
                    let mark = journal.nextBatch(rule: rule, of: items)
                    let outcome = try store.commitErasure(
                        mark, records: items.map(\.mark), asOf: night.asOf)
                    let left = Set(outcome.left)
                    journal.record(items.filter { !left.contains($0.mark.id) }, rule: rule, leaving: true)
                }
            }
        }
    }

    /// Persons are judged again, by what is left of their conversations: who had the last one leave goes as a whole.
    private func changePersons(_ worklist: Worklist, _ journal: inout Journal) throws {
        let planned = Dictionary(
            worklist.persons.map { ($0.mark.id, $0.actions) }, uniquingKeysWith: { first, _ in first })
        guard !planned.isEmpty else { return }
        let due = try store.read { snapshot in
            let judge = try night.judge(snapshot.approvals(), rehearsal: snapshot.identity().isRehearsal)
            var builder = PlanBuilder(judge: judge)
            var due: [PersonMark] = []
            try snapshot.eachPerson(wakingBy: night.asOf, asOf: night.asOf) { person in
                guard let planned = planned[person.id] else { return }
                let actions = Self.allowed(builder.add(person), planned: planned)
                if !actions.isEmpty {
                    let record = RecordMark(id: person.id, revision: person.revision)
                    due.append(PersonMark(record: record, actions: actions, pseudonym: nil))
                }
            }
            return due
        }
        for bare in due.sorted(by: { $0.record.id < $1.record.id }).chunked(by: Self.personsAtOnce) {
            try journal.pause()
            try journal.isolatingRefusals(keyed(bare)[...]) { persons, journal in
                let mark = journal.nextBatch(
                    rule: PlanBuilder.everyRule, persons.map { ($0.record.id, $0.actions) })
                let outcome = try store.commitPersons(
                    mark, persons: Array(persons), asOf: night.asOf)
                let done = Set(outcome.done)
                journal.record(persons: mark.actions.filter { done.contains($0.key) })
            }
        }
    }

    /// Never more than the plan said: what became due by this night's own work is for the next one.
    private static func allowed(_ due: Actions, planned: Actions) -> Actions {
        if due.contains(.eraseAll) { return planned }
        return planned.contains(.eraseAll) ? [] : due.intersection(planned)
    }

    /// Adds what only the keys can give: the pseudonym, and what is kept of a refusal of information.
    private func keyed(_ marks: ArraySlice<PersonMark>) throws -> [PersonMark] {
        let refusing = try store.profiles(of: marks.map(\.record.id)).filter(\.refusesInformation)
        let numbers = Dictionary(refusing.map { ($0.id, $0.addresses) }, uniquingKeysWith: { $0 + $1 })
        return try marks.map { mark in
            var mark = mark
            guard !mark.actions.isDisjoint(with: [.pseudonymise, .eraseAll]) else { return mark }
            // One who goes as a whole gets none.
            if !mark.actions.contains(.eraseAll) {
                let cohort = KeyPurpose.archive(endYear: night.today.year)
                mark.pseudonym = try night.keys.hmac(cohort, Array("person:\(mark.record.id)".utf8)).hex
            }
            let own = (numbers[mark.record.id] ?? []).filter { $0.kind == "phone" || $0.kind == "wa-id" }
            mark.suppressions = try Set(own.map { try night.keys.hmac(.suppression, IndexedAddress($0).bytes) })
                .sorted().map(\.bytes)
            return mark
        }
    }

    /// The rows first, the files after: a file whose row says that it ended is unlinked by the next run at the latest.
    private func endSegments(_ worklist: Worklist, _ journal: inout Journal) throws {
        guard !worklist.segments.isEmpty else { return }
        try journal.pause()
        let mark = journal.nextBatch(rule: "segments")
        let due = Dictionary(worklist.segments.map { ($0.name, $0.rule) }, uniquingKeysWith: { first, _ in first })
        // A hold or a restriction may have come since the plan.
        let ended = try store.commitSegmentEnds(mark, asOf: night.asOf) { snapshot in
            let holds = try SegmentHolds(snapshot, night.keys, asOf: night.asOf)
            return try snapshot.segments().filter { try due[$0.name] != nil && !holds.keep($0, snapshot) }.map(\.name)
        }
        for name in ended.compactMap({ SegmentName($0) }) { try folder.erase(name) }
        journal.record(segments: ended.compactMap { due[$0] })
    }

    /// The files first, the rows after: a row that says that its file went must be right. What is about to go is
    /// announced before, so that recovery can end the rows of files that a stopped run unlinked.
    private func endSources(_ worklist: Worklist, _ journal: inout Journal) throws {
        guard let intake = night.intake, !worklist.sources.isEmpty else { return }
        try journal.pause()
        try store.announceSourceEnds(hashes: worklist.sources.map(\.hash))
        let gone = try worklist.sources.filter { try intake.unlink($0) }
        let mark = journal.nextBatch(rule: "intake")
        try store.commitSourceEnds(mark, hashes: gone.map(\.hash), asOf: night.asOf)
        journal.record(sources: gone.count)
    }
}
