import Conversations
import Planning
import StorePort

/// What a run has done so far: its batches, and which records of each line. It ends the run between two batches
/// when somebody asks for that.
struct Journal {
    let run: Int
    private var batch = 0
    private let shouldStop: @Sendable () -> Bool
    private let now: @Sendable () -> Instant
    private(set) var doneConversations: [Int64: Actions] = [:]
    private(set) var donePersons: [Int64: Actions] = [:]
    private(set) var doneSegments = 0
    private(set) var doneSources = 0

    init(run: Int, in night: Night) { (self.run, shouldStop, now) = (run, night.shouldStop, night.now) }

    /// Somebody asked the run to end; what is committed stays, the rest is for the next run.
    struct Stopped: Error {}

    func pause() throws { if shouldStop() { throw Stopped() } }

    mutating func nextBatch(rule: String) -> BatchMark {
        batch += 1
        return BatchMark(run: run, number: batch, rule: rule, at: now())
    }

    /// The number of a batch that changed nothing is used again, so that the open batch is always the next one.
    mutating func abandonBatch() { batch -= 1 }

    mutating func record(_ done: [Int64], actions: [Actions]) {
        for (id, actions) in zip(done, actions) { doneConversations[id, default: []].formUnion(actions) }
    }

    mutating func record(persons done: [Int64: Actions]) { donePersons.merge(done) { $0.union($1) } }

    mutating func record(segments count: Int) { doneSegments += count }

    mutating func record(sources count: Int) { doneSources += count }

    var changedAnything: Bool { !doneConversations.isEmpty || !donePersons.isEmpty || doneSegments > 0 }
}
