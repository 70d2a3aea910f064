import Archiving
import Conversations
import Dispatch
import Foundation
import Planning
import StorePort
import Synchronization
import Verification

/// Turns a batch of conversations into the deflated lines of a segment: redacts, writes JSON and deflates on all
/// cores. It touches neither store nor folder.
final class SegmentComposer: Sendable {
    /// What a batch became.
    struct Composed: Sendable {
        let rule: String
        let items: [Worklist.Conversation]
        /// Nil where no conversation could be taken.
        let lines: DeflatedLines?
        /// The latest end of its conversations: the segment's own.
        let end: ArchiveEnd
        /// Conversations that no line can hold.
        let refused: Int
        /// Numbers as they stood in the texts, `PackedNumber.bits`: to be looked for when they are gone.
        let numbers: Set<UInt64>
    }

    /// The lines of some conversations of a batch, in their order.
    private struct Part: Sendable {
        struct Line: Sendable {
            let item: Int
            let bytes: Range<Int>
            let messages: Int
            let hashes: [IndexHash]
        }
        var bytes: [UInt8] = []
        var lines: [Line] = []
        var residue = ResidueValues(key: [])
    }

    /// One a core, kept from batch to batch: a composer has tables that are dear to make.
    private let workers: [Worker]

    private final class Worker: Sendable {
        let composer: Mutex<LineComposer>
        init(_ composer: sending LineComposer) { self.composer = Mutex(composer) }
    }

    init(_ night: Night, _ names: KnownNames.Names) {
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        workers = (0..<cores).map { _ in Worker(LineComposer(night, names)) }
    }

    func compose(_ batch: ArchiveStage.Batch) throws -> Composed {
        let ranges = Self.shares(of: batch, count: workers.count)
        var results = [Result<Part, any Error>](repeating: .success(Part()), count: ranges.count)
        results.withUnsafeMutableBufferPointer { results in
            // Each iteration writes its own element only.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
                results[number] = Result {
                    try workers[number].composer.withLock { try Self.lines(of: batch, ranges[number], &$0) }
                }
            }
        }
        return try join(batch, results.map { try $0.get() })
    }

    /// The batch in parts of about the same number of bytes, one a core.
    private static func shares(of batch: ArchiveStage.Batch, count: Int) -> [Range<Int>] {
        let weights = batch.contents.map(weight)
        let share = weights.reduce(0, +) / count + 1
        var (ranges, start, weight) = ([Range<Int>](), 0, 0)
        for (index, own) in weights.enumerated() {
            weight += own
            if weight >= share || index + 1 == weights.count {
                ranges.append(start..<index + 1)
                (start, weight) = (index + 1, 0)
            }
        }
        return ranges
    }

    /// About how many bytes of JSON a conversation becomes.
    private static func weight(_ content: ConversationContent) -> Int {
        content.text.count + 96 * content.messages.count
    }

    private static func lines(
        of batch: ArchiveStage.Batch, _ range: Range<Int>, _ composer: inout LineComposer
    ) throws -> Part {
        var part = Part()
        part.bytes.reserveCapacity(range.reduce(0) { $0 + Self.weight(batch.contents[$1]) } * 9 / 8)
        for index in range {
            let start = part.bytes.count
            let content = batch.contents[index]
            part.residue.add(numbersOf: content)
            let hashes = try composer.compose(
                content, actions: batch.items[index].actions, endsOn: batch.ends[index].date, into: &part.bytes)
            part.lines.append(
                Part.Line(
                    item: index, bytes: start..<part.bytes.count, messages: content.messages.count, hashes: hashes))
        }
        return part
    }

    private func join(_ batch: ArchiveStage.Batch, _ parts: [Part]) throws -> Composed {
        var builder = SegmentBuilder(limit: parts.reduce(0) { $0 + $1.bytes.count + $1.lines.count })
        var (taken, end, refused) = ([Worklist.Conversation](), batch.ends[0], 0)
        for part in parts {
            try part.bytes.withUnsafeBytes { bytes in
                for line in part.lines {
                    let item = batch.items[line.item]
                    do throws(ArchiveError) {
                        try builder.append(
                            conversation: item.mark.id, messages: line.messages,
                            line: UnsafeRawBufferPointer(rebasing: bytes[line.bytes]), hashes: line.hashes)
                    } catch {
                        guard error.kind == .damaged else { throw error }
                        refused += 1
                        continue
                    }
                    taken.append(item)
                    if batch.ends[line.item].date > end.date { end = batch.ends[line.item] }
                }
            }
        }
        return Composed(
            rule: batch.rule, items: taken, lines: taken.isEmpty ? nil : try builder.deflated(), end: end,
            refused: refused, numbers: parts.reduce(into: []) { $0.formUnion($1.residue.numbers) })
    }
}
