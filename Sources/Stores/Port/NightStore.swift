import Conversations
import Planning

/// A store that a night may change. One night holds it at a time; every `commit…` is one transaction that is
/// durable when it returns, and re-checks revisions, holds and restrictions inside.
package protocol NightStore: EvidenceStore, FactStore {
    /// Reads in one transaction. A store opened for preview can do nothing else.
    func read<T>(_ body: (any StoreSnapshot) throws -> T) throws -> T

    /// The same store once more, for another thread to read while this one reads as well; nothing can be committed until
    /// it has done. Nil where that cannot be.
    func secondReader() throws -> (any NightStore & Sendable)?

    // MARK: The run's own state

    /// Records the beginning of a run and returns its number.
    /// - Parameter lines: the plan's, whose work is counted batch by batch until the run is finished.
    func beginRun(
        asOf: Instant, startedAt: Instant, policyHash: String, planDigest: String, lines: [PlanLine]
    ) throws -> Int
    func setPhase(_ phase: RunState.Phase, of run: Int) throws
    /// Stores the record and, in the same transaction, the phase `report`.
    func saveRecord(_ record: String, of run: Int) throws
    func finishRun(_ run: Int, at: Instant) throws
    /// Keeps what the process of a finished run ends with.
    func keep(exitCode: Int32, of run: Int) throws
    func approve(_ approval: Approval) throws
    /// Sets every bound to "look tonight" and records what new ones will be computed under.
    func resetBounds(_ basis: BoundsBasis, floors: Bool, wakes: Bool) throws
    /// Raises lower bounds to values computed for exactly these revisions; a record that changed meanwhile is left.
    func raise(floors: [Bound], wakes: [Bound]) throws

    // MARK: Content, as it is

    /// The conversations with their messages, in the order of the ids, until `body` says no; one that is gone is
    /// left out.
    func eachContent(of conversations: ArraySlice<Int64>, _ body: (ConversationContent) throws -> Bool) throws
    /// What is known of each of these persons; one who is gone is left out.
    func profiles(of persons: [Int64]) throws -> [PersonContent]
    /// Names of operators, for redaction in text.
    func operatorNames() throws -> [String]
    /// The names of each person that has some, as they are stored and in no order: one person at a time.
    func eachPersonNames(_ body: ([String]) throws -> Void) throws
    /// The ids of about so many conversations, spread over all there are, in order.
    func sampleConversations(_ count: Int) throws -> [Int64]

    // MARK: Changes

    /// Takes back the messages whose writers did so while a hold kept them, where none counts any more.
    func applyWithdrawals(asOf: Instant, at now: Instant) throws

    /// Moves conversations out of the store: their segment is durable. Returns those that changed since they were
    /// read or are held now; then nothing was changed.
    func commitArchive(
        _ batch: BatchMark, records: [RecordMark], segment: SegmentRow, manifest: [UInt8], asOf: Instant
    ) throws -> CommitOutcome
    /// Writes redacted text and marks actions as done. Records that changed meanwhile are left alone and returned.
    func commitRedaction(_ batch: BatchMark, records: [RedactedRecord], asOf: Instant) throws
        -> CommitOutcome
    /// Erases conversations as a whole.
    func commitErasure(_ batch: BatchMark, records: [RecordMark], asOf: Instant) throws -> CommitOutcome
    /// Acts on persons' own data.
    func commitPersons(_ batch: BatchMark, persons: [PersonMark], asOf: Instant) throws -> CommitOutcome
    /// Records that segments are to be unlinked; their files go after.
    /// - Parameter choosing: which of them, by what the store says inside the transaction.
    /// - Returns: their names.
    func commitSegmentEnds(_ batch: BatchMark, asOf: Instant, choosing: (any StoreSnapshot) throws -> [String]) throws
        -> [String]
    /// Records that source files are about to be unlinked.
    func announceSourceEnds(hashes: [[UInt8]]) throws
    /// Sources that were announced by a run that stopped before it recorded their end.
    func announcedSourceEnds() throws -> [[UInt8]]
    /// Records that source files were unlinked. No other one is announced from then on.
    func commitSourceEnds(_ batch: BatchMark, hashes: [[UInt8]], asOf: Instant) throws
    /// Media files whose rows are gone and which are still to be unlinked, relative to the media folder.
    func pendingFiles() throws -> [String]
    func forgetPendingFiles(_ files: [String]) throws
    /// Whether there are fingerprints of conversations that left before `instant`.
    func hasFingerprints(goneBefore instant: Instant) throws -> Bool
    /// Forgets them.
    func forgetFingerprints(goneBefore instant: Instant) throws

    /// The size of the database in bytes.
    func fileBytes() throws -> Int
    /// Whether the database is sound.
    func quickCheck() throws -> Bool
}

/// Which batch of which run a transaction is.
package struct BatchMark: Sendable, Equatable {
    package var run: Int
    package var number: Int
    package var rule: String
    /// By the wall clock: when it was begun.
    package var at: Instant
    /// What is done to each of its conversations.
    package var actions: [Int64: Actions]
    package init(run: Int, number: Int, rule: String, at: Instant, actions: [Int64: Actions] = [:]) {
        (self.run, self.number, self.rule, self.at, self.actions) = (run, number, rule, at, actions)
    }
}

/// A record as it was when its change was decided.
package struct RecordMark: Sendable, Equatable {
    package var id: Int64
    package var revision: Int64
    package init(id: Int64, revision: Int64) { (self.id, self.revision) = (id, revision) }
}

/// A lower bound computed for a record.
package struct Bound: Sendable, Equatable {
    package var record: RecordMark
    package var to: Instant
    package init(record: RecordMark, to: Instant) { (self.record, self.to) = (record, to) }
}

/// A person whose data are to change, and how.
package struct PersonMark: Sendable, Equatable {
    package var record: RecordMark
    package var actions: Actions
    /// The keyed pseudonym that takes the place of the person's data, where `actions` asks for it.
    package var pseudonym: String?
    /// Keyed hashes of the numbers of a person who refuses information: they stay when the numbers go, so that
    /// nobody is written to again who asked not to be.
    package var suppressions: [[UInt8]]
    package init(record: RecordMark, actions: Actions, pseudonym: String?, suppressions: [[UInt8]] = []) {
        (self.record, self.actions, self.pseudonym) = (record, actions, pseudonym)
        self.suppressions = suppressions
    }
}

/// A conversation whose texts were redacted in place, or whose media are to go.
package struct RedactedRecord: Sendable {
    package var record: RecordMark
    package var actions: Actions
    /// Order number and new text of each message that changes.
    package var texts: [(order: Int64, text: [UInt8])]
    package init(record: RecordMark, actions: Actions, texts: [(order: Int64, text: [UInt8])]) {
        (self.record, self.actions, self.texts) = (record, actions, texts)
    }
}

/// What a transaction did.
package struct CommitOutcome: Sendable, Equatable {
    package var done: [Int64]
    /// Changed, held or restricted since they were read, and left as they are.
    package var left: [Int64]
    package init(done: [Int64], left: [Int64]) { (self.done, self.left) = (done, left) }
}
