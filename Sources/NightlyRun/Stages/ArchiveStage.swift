import Archiving
import Conversations
import Planning
import StorePort

/// Moves aged conversations into segments, one rule and end month after the other. A segment is durable, and was
/// read back, before the transaction that takes its conversations out of the store begins.
///
/// While one batch is written, read back and committed, and the next but one is read, the one in between is redacted
/// and deflated on the other threads: three batches are in memory at most.
struct ArchiveStage {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder
    let storeID: String
    let names: KnownNames
    private(set) var segments: [WrittenSegment] = []

    init(_ night: Night, _ store: any NightStore, folder: ArchiveFolder, storeID: String, names: KnownNames) {
        (self.night, self.store, self.folder, self.storeID, self.names) = (night, store, folder, storeID, names)
    }

    typealias Items = ArraySlice<Worklist.Conversation>

    /// Conversations of one segment to be, as they stand in the store.
    struct Batch: Sendable {
        let rule: String
        var items: [Worklist.Conversation] = []
        var ends: [ArchiveEnd] = []
        var contents: [ConversationContent] = []
    }

    /// - Parameter first: what the store is to write before the first batch, while that is composed.
    mutating func run(
        _ worklist: Worklist, _ residue: inout ResidueStage, _ journal: inout Journal, first: () throws -> Void
    ) throws {
        guard worklist.isArchiving else { return try first() }
        var isFirstDone = false
        let composer = try SegmentComposer(night, names.names())
        var heaps = worklist.archiving[...]
        var read: Batch?
        var composed: SegmentComposer.Composed?
        repeat {
            try journal.pause()
            let composing = read.map { batch in Alongside { try composer.compose(batch) } }
            do {
                if composing != nil, !isFirstDone {
                    isFirstDone = true
                    try first()
                }
                if let composed { try commit(composed, worklist, composer, &residue, &journal) }
                read = try next(of: &heaps, worklist)
            } catch {
                _ = try? composing?.value()
                throw error
            }
            composed = try composing?.value()
        } while read != nil || composed != nil
        if !isFirstDone { try first() }
    }

    /// Reads conversations, in the order of their ids, until a batch has its fill or the heap is at its end.
    private func next(of heaps: inout ArraySlice<(rule: String, places: Worklist.Places)>, _ worklist: Worklist) throws
        -> Batch?
    {
        while let heap = heaps.first {
            let items = worklist.conversations(at: heap.places.prefix(Self.lookedAtOnce))
            let (batch, looked) = try read(items[...], of: heap.rule, worklist)
            heaps[heaps.startIndex].places = heap.places.dropFirst(looked)
            if looked == heap.places.count { heaps.removeFirst() }
            if !batch.items.isEmpty { return batch }
        }
        return nil
    }

    /// Bytes of text, with something for each message, from which a batch is full: as lines of JSON they are less than
    /// the 16 MiB of a segment.
    private static let batchBytes = 8 << 20
    /// Conversations that may be tried for a batch.
    private static let lookedAtOnce = 1 << 15

    private func read(_ items: Items, of rule: String, _ worklist: Worklist) throws -> (batch: Batch, looked: Int) {
        var batch = Batch(rule: rule)
        var (bytes, position) = (0, items.startIndex)
        try store.eachContent(of: ArraySlice(items.map(\.mark.id))) { content in
            while items[position].mark.id != content.id { position += 1 }
            let item = items[position]
            position += 1
            // One that has changed since is for the next night.
            guard content.revision == item.mark.revision, let end = worklist.end(of: item) else { return true }
            bytes += content.text.count + 96 * content.messages.count
            batch.items.append(item)
            batch.ends.append(end)
            batch.contents.append(content)
            return bytes < Self.batchBytes
        }
        let isAtEnd = bytes < Self.batchBytes
        return (batch, isAtEnd ? items.count : position - items.startIndex)
    }

    /// Commits a batch; where a record in it has changed since, or is refused, the segment is made anew without it.
    private mutating func commit(
        _ composed: SegmentComposer.Composed, _ worklist: Worklist, _ composer: SegmentComposer,
        _ residue: inout ResidueStage, _ journal: inout Journal
    ) throws {
        journal.record(refused: composed.refused)
        guard let lines = composed.lines else { return }
        try residue.add(composed.numbers)
        var again: [Items] = []
        do {
            let left = try commit(lines, composed, &journal)
            if !left.isEmpty { again = [composed.items.filter { !left.contains($0.mark.id) }[...]] }
        } catch let error as StoreError where error.kind == .refused {
            guard composed.items.count > 1 else { return journal.record(refused: 1) }
            let middle = composed.items.count / 2
            again = [composed.items[..<middle], composed.items[middle...]]
        }
        for items in again where !items.isEmpty {
            let (batch, _) = try read(items, of: composed.rule, worklist)
            try commit(composer.compose(batch), worklist, composer, &residue, &journal)
        }
    }

    /// Returns those that changed since they were read or are held now; then nothing was changed.
    private mutating func commit(
        _ lines: DeflatedLines, _ composed: SegmentComposer.Composed, _ journal: inout Journal
    ) throws -> Set<Int64> {
        let batch = journal.nextBatch(rule: composed.rule, of: composed.items)
        let end = composed.end
        let cohort = KeyPurpose.archive(endYear: end.date.year)
        let segment = try lines.segment(
            SegmentFacts(
                storeID: storeID, run: batch.run, batch: batch.number, rule: batch.rule, policyHash: night.policyHash,
                cohort: end.date.year, keyID: night.keys.id(of: cohort), endsOn: end.date))
        try folder.write(segment)
        let outcome: CommitOutcome
        do {
            outcome = try store.commitArchive(
                batch, records: composed.items.map(\.mark), segment: row(segment, end),
                manifest: segment.manifestJSON, asOf: night.asOf)
        } catch let error as StoreError where error.kind == .refused {
            try discard(segment, &journal)
            throw error
        }
        guard outcome.left.isEmpty else {
            try discard(segment, &journal)
            return Set(outcome.left)
        }
        segments.append(WrittenSegment(segment))
        journal.record(composed.items, rule: composed.rule, leaving: true)
        return []
    }

    private func discard(_ segment: Segment, _ journal: inout Journal) throws {
        try folder.erase(segment.name)
        journal.abandonBatch()
    }

    private func row(_ segment: Segment, _ end: ArchiveEnd) -> SegmentRow {
        let manifest = segment.manifest
        return SegmentRow(
            name: manifest.name.description, rule: manifest.facts.rule, endsOn: end.date, bytes: manifest.bytes,
            sha256: manifest.sha256, conversations: manifest.conversations, messages: manifest.messages,
            manifestBytes: segment.manifestJSON.count, erasedAt: nil, end: end)
    }
}
