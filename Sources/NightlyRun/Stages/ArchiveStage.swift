import Archiving
import Conversations
import Planning
import Redaction
import StorePort

/// Moves aged conversations into segments, one rule and end month after the other. A segment is durable, and was
/// read back, before the transaction that takes its conversations out of the store begins.
struct ArchiveStage {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder
    let storeID: String
    private(set) var segments: [SegmentManifest] = []

    init(_ night: Night, _ store: any NightStore, folder: ArchiveFolder, storeID: String) {
        (self.night, self.store, self.folder, self.storeID) = (night, store, folder, storeID)
    }

    private struct Heap: Hashable, Comparable {
        let rule: String
        let month: String
        /// What the end is counted from: a segment has one clock, by which a shorter policy can date it anew.
        let clock: String
        static func < (a: Heap, b: Heap) -> Bool { (a.rule, a.month, a.clock) < (b.rule, b.month, b.clock) }
    }

    mutating func run(_ worklist: Worklist, _ journal: inout Journal) throws {
        let due = worklist.conversations.filter { $0.actions.contains(.archive) && $0.endsOn != nil }
        let heaps = Dictionary(grouping: due) {
            Heap(rule: $0.rule, month: $0.endsOn?.yearAndMonth ?? "", clock: $0.end?.clock.rawValue ?? "")
        }
        for (heap, items) in heaps.sorted(by: { $0.key < $1.key }) {
            try archive(items.sorted { $0.mark.id < $1.mark.id }, of: heap.rule, &journal)
        }
    }

    private mutating func archive(_ items: [Worklist.Conversation], of rule: String, _ journal: inout Journal) throws {
        var rest = items[...]
        while !rest.isEmpty {
            try journal.pause()
            var draft = try gather(rest)
            rest = rest.dropFirst(draft.looked)
            guard !draft.taken.isEmpty else { continue }
            let outcome = try commit(draft, of: rule, &journal)
            if !outcome.left.isEmpty {
                // The segment held a conversation that has changed since: it is made anew without it.
                let left = Set(outcome.left)
                draft = try gather(draft.taken.filter { !left.contains($0.mark.id) }[...])
                if !draft.taken.isEmpty { _ = try commit(draft, of: rule, &journal) }
            }
        }
    }

    private struct Draft {
        var builder = SegmentBuilder()
        var taken: [Worklist.Conversation] = []
        /// Items that this draft is done with, those that are gone from the store among them.
        var looked = 0
    }

    /// Reads, redacts and composes until the batch is full.
    private func gather(_ all: ArraySlice<Worklist.Conversation>) throws -> Draft {
        let items = all.prefix(1 << 15)
        var draft = Draft()
        var composer = try LineComposer(night, operators: store.operatorNames())
        var position = items.startIndex
        try store.eachContent(of: ArraySlice(items.map(\.mark.id))) { content in
            while items[position].mark.id != content.id { position += 1 }
            let item = items[position]
            guard content.revision == item.mark.revision, let endsOn = item.endsOn else {
                position += 1
                return true
            }
            let (line, hashes) = try composer.compose(content, actions: item.actions, endsOn: endsOn)
            guard draft.builder.hasRoom(for: line.count) else { return false }
            try draft.builder.append(
                conversation: content.id, messages: content.messages.count, line: line, hashes: hashes)
            draft.taken.append(item)
            position += 1
            draft.looked = position - items.startIndex
            return true
        }
        if draft.builder.isEmpty || position == items.endIndex { draft.looked = items.count }
        return draft
    }

    private mutating func commit(_ draft: Draft, of rule: String, _ journal: inout Journal) throws -> CommitOutcome {
        let batch = journal.nextBatch(rule: rule)
        guard let end = draft.taken.compactMap(\.end).max(by: { $0.date < $1.date }) else {
            return CommitOutcome(done: [], left: [])
        }
        let endsOn = end.date
        let cohort = KeyPurpose.archive(endYear: endsOn.year)
        let segment = try draft.builder.finish(
            SegmentFacts(
                storeID: storeID, run: batch.run, batch: batch.number, rule: rule, policyHash: night.policyHash,
                cohort: endsOn.year, keyID: night.keys.id(of: cohort), endsOn: endsOn))
        try folder.write(segment)
        let manifest = segment.manifest
        let row = SegmentRow(
            name: manifest.name.description, rule: rule, endsOn: endsOn, bytes: manifest.bytes, sha256: manifest.sha256,
            conversations: manifest.conversations, messages: manifest.messages,
            manifest: String(decoding: manifest.canonicalJSON, as: UTF8.self), erasedAt: nil, end: end)
        let outcome = try store.commitArchive(batch, records: draft.taken.map(\.mark), segment: row, asOf: night.asOf)
        if outcome.done.isEmpty {
            try folder.erase(manifest.name)
            journal.abandonBatch()
        } else {
            segments.append(manifest)
            journal.record(outcome.done, actions: draft.taken.map(\.actions))
        }
        return outcome
    }
}
