import Conversations
import Planning
import StorePort

/// What a run has done so far: its batches, and which records of each line. It ends the run between two batches
/// when somebody asks for that.
struct Journal {
    let run: Int
    private var batch = 0
    private let shouldStop: @Sendable () -> Bool
    /// Conversations that left the store, and those that changed in it, in the order of their batches.
    private(set) var left: [Int64] = []
    private(set) var changed: [Int64] = []
    private var doneConversations: [Done: Int] = [:]
    private let now: @Sendable () -> Instant
    private let tell: @Sendable (NightEvent) -> Void
    private(set) var donePersons: [Int64: Actions] = [:]
    /// Of each segment that ended, the rule.
    private(set) var doneSegments: [String] = []
    private(set) var doneSources = 0
    /// Profile names that were not looked for.
    var namesSkipped = 0
    /// Records that the database refused to change.
    private(set) var refused = 0

    private struct Done: Hashable {
        let rule: String
        let actions: Actions
    }

    init(run: Int, in night: Night) {
        (self.run, shouldStop, now, tell) = (run, night.shouldStop, night.now, night.tell)
    }

    /// Somebody asked the run to end; what is committed stays, the rest is for the next run.
    struct Stopped: Error {}

    func pause() throws { if shouldStop() { throw Stopped() } }

    /// - Parameter actions: what is done to each of its records, by id.
    mutating func nextBatch(rule: String, _ actions: [(Int64, Actions)] = []) -> BatchMark {
        batch += 1
        return BatchMark(
            run: run, number: batch, rule: rule, at: now(),
            actions: Dictionary(actions, uniquingKeysWith: { $0.union($1) }))
    }

    mutating func nextBatch(rule: String, of items: some Sequence<Worklist.Conversation>) -> BatchMark {
        nextBatch(rule: rule, items.map { ($0.mark.id, $0.actions) })
    }

    /// The number of a batch that changed nothing is used again, so that the open batch is always the next one.
    mutating func abandonBatch() { batch -= 1 }

    /// Records what a batch did to those of its items that the transaction took.
    mutating func record(_ items: some Sequence<Worklist.Conversation>, rule: String, leaving: Bool) {
        var count = 0
        for item in items {
            count += 1
            doneConversations[Done(rule: rule, actions: item.actions), default: 0] += 1
            if leaving { left.append(item.mark.id) } else { changed.append(item.mark.id) }
        }
        tell(.did(count))
    }

    /// Runs a batch's transaction. Where the database refuses a record in it, by a constraint or a trigger of its own,
    /// the batch is cut in halves until the records that are refused stand alone: these are left as they are and
    /// counted as failed, all others are done. Anything else ends the run.
    mutating func isolatingRefusals<Item>(
        _ items: ArraySlice<Item>, _ commit: (ArraySlice<Item>, inout Journal) throws -> Void
    ) throws {
        let batch = batch
        do {
            try commit(items, &self)
        } catch let error as StoreError where error.kind == .refused {
            self.batch = batch
            guard items.count > 1 else { return record(refused: 1) }
            let middle = items.startIndex + items.count / 2
            try isolatingRefusals(items[..<middle], commit)
            try isolatingRefusals(items[middle...], commit)
        }
    }

    mutating func record(refused count: Int) { refused += count }

    /// Whether all of these actions were planned for a person and done. Who was erased as a whole had each of them done.
    func did(_ actions: Actions, to person: Worklist.Person) -> Bool {
        guard person.actions.isSuperset(of: actions), let done = donePersons[person.mark.id] else { return false }
        return done.isSuperset(of: actions) || done.contains(.eraseAll)
    }

    mutating func record(persons done: [Int64: Actions]) {
        donePersons.merge(done) { $0.union($1) }
        tell(.did(done.count))
    }

    /// - Parameter rules: of each segment that ended.
    mutating func record(segments rules: [String]) {
        doneSegments += rules
        tell(.did(rules.count))
    }

    mutating func record(sources count: Int) {
        doneSources += count
        tell(.did(count))
    }

    /// How many conversations had all of these actions done under a rule.
    func conversations(under rule: String, with actions: Actions) -> Int {
        doneConversations.reduce(0) { sum, entry in
            sum + (entry.key.rule == rule && entry.key.actions.isSuperset(of: actions) ? entry.value : 0)
        }
    }

    var changedAnything: Bool { !left.isEmpty || !changed.isEmpty || !donePersons.isEmpty || !doneSegments.isEmpty }
}
