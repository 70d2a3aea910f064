import Conversations
import Planning

/// Conversations of one role and purpose with the same actions done: what the planning index groups by.
package struct ConversationGroup: Sendable, Hashable {
    /// As stored, which may be a word of another vocabulary.
    package var role: String
    package var purpose: String
    package var done: Actions
    package init(role: String, purpose: String, done: Actions) {
        (self.role, self.purpose, self.done) = (role, purpose, done)
    }
}

/// What the lower bounds in the store were computed under.
package struct BoundsBasis: Sendable, Equatable {
    /// For each role and purpose, the clocks that floors were taken from.
    package var clocks: String
    /// Hash of policy and time zone that wakes were computed under.
    package var wakes: String
    package init(clocks: String, wakes: String) { (self.clocks, self.wakes) = (clocks, wakes) }
}

/// A store at one moment, read only. Everything it returns is of the same moment.
package protocol StoreSnapshot: FactSnapshot {
    func identity() throws -> StoreIdentity
    /// In the order they were given.
    func approvals() throws -> [Approval]
    func lastRun() throws -> RunState?
    func boundsBasis() throws -> BoundsBasis?

    func conversationCount() throws -> Int
    /// Conversations that lead to no person, because the link is empty or names nobody: no rule can act on them.
    func unlinkedCount() throws -> Int
    /// Every group that has a conversation.
    func groups() throws -> [ConversationGroup]
    /// The conversations of a group whose floor lies before `bound` (all, where that is nil).
    /// - Parameter asOf: decides which released holds still count.
    func eachConversation(
        in group: ConversationGroup, floorBefore bound: Instant?, asOf: Instant,
        _ body: (ConversationFacts) throws -> Void) throws
    /// The persons whose wake is not after `bound` (all, where that is nil), each with its conversations.
    func eachPerson(wakingBy bound: Instant?, asOf: Instant, _ body: (PersonFacts) throws -> Void) throws
    /// All persons, each with its conversations, where no conversation has further persons: then each of those that lead
    /// to a person is given once. False, and nothing is given, where one may have.
    func eachPersonWithOwn(asOf: Instant, _ body: (PersonFacts) throws -> Void) throws -> Bool
    /// One conversation by id with its group; nil where there is none.
    func conversation(_ id: Int64, asOf: Instant) throws -> (group: ConversationGroup, facts: ConversationFacts)?

    /// Those of the conversations that are in the store.
    func present(conversations ids: [Int64]) throws -> Set<Int64>
    /// Those of the persons that are in the store.
    func present(persons ids: [Int64]) throws -> Set<Int64>
    func segments() throws -> [SegmentRow]
    /// The canonical JSON of a segment's manifest, as beside the segment; nil where the store knows no such segment.
    func manifest(ofSegment name: String) throws -> [UInt8]?
    /// Whether a conversation of this number was in the store and left it.
    func hasLeft(conversation id: Int64) throws -> Bool
    func holds() throws -> [Hold]
    /// What is known of every person who is, or one of whose conversations is, under a hold or restriction that
    /// still counts.
    func heldPersons(asOf: Instant) throws -> [PersonContent]
    /// What holds of a kind that still count keep, whatever they were placed on.
    func kept(by kind: Hold.Kind, asOf: Instant) throws -> KeptRecords
    /// Names of segments that a hold which still counts keeps as a whole.
    func heldSegments(asOf: Instant) throws -> Set<String>
    /// Which sources hold one of these addresses, or one that a hold which still counts was placed on.
    func sources(holding addresses: [[UInt8]], asOf: Instant) throws -> Set<[UInt8]>
    /// Sources that were imported, by the keyed hash of their bytes.
    func sources() throws -> [SourceRow]
    func stock() throws -> [StockRow]
    func practice(asOf: Instant) throws -> PracticeCounts
    /// Records of finished runs for nights from `first` on and before `end`, in the order of the runs.
    func records(from first: Instant, until end: Instant) throws -> [String]
    /// The nights of runs that were begun for the span and did not end.
    func unfinishedRuns(from first: Instant, until end: Instant) throws -> [Instant]
    func runRecord(_ run: Int?) throws -> String?
    /// The record of the newest finished run for a night not after `instant`.
    func record(asOfAtMost instant: Instant) throws -> String?
    /// What runs have done that did not end, since the last that did, and runs for a night from `instant` on.
    func batches(ofRunsFor instant: Instant) throws -> [BatchSum]
    /// Records that runs before `run` changed and no finished run has reported: what an interrupted night had done.
    func doneByInterruptedRuns(before run: Int) throws -> Int
    /// The lines of runs that came to no end, since the last that did, run by run, and what was done of each.
    /// - Throws: `StoreError` (damaged) where what such a run planned cannot be read.
    func linesOfInterruptedRuns() throws -> [RunLine]
    /// Whether a run applied the plan with this digest.
    func wasPlanUsed(_ digest: String) throws -> Bool
    /// Whether content was overwritten or erased since the last scrub, by whomever.
    func needsScrub() throws -> Bool
    func auditHead() throws -> String
    /// Tables of the database that the data map does not list.
    func unlistedTables() throws -> [String]
}

/// A line of a run's plan, and how many records the run has done of it.
package struct RunLine: Sendable, Equatable {
    package var run: Int
    package var planned: PlanLine
    package var done: Int
    package init(run: Int, planned: PlanLine, done: Int) {
        (self.run, self.planned, self.done) = (run, planned, done)
    }
}

/// Records that runs acted on, under one rule, in one way.
package struct BatchSum: Sendable, Equatable {
    /// What a batch did, as it is stored.
    package enum Action: String, Sendable, Equatable, CaseIterable {
        case archive, erase, redact, persons
        case endSegments = "end-segments"
        case endSources = "end-sources"
    }
    package var rule: String
    package var action: Action
    package var records: Int
    package init(rule: String, action: Action, records: Int) {
        (self.rule, self.action, self.records) = (rule, action, records)
    }
}

/// A source that was imported.
package struct SourceRow: Sendable, Equatable {
    /// Keyed hash of its bytes: how a file is known again without its name.
    package var hash: [UInt8]
    package var importedAt: Instant
    /// Lines or records that were not taken, or have no usable date: then the file is never erased.
    package var refused: Int
    package var erasedAt: Instant?
    package init(hash: [UInt8], importedAt: Instant, refused: Int, erasedAt: Instant?) {
        (self.hash, self.importedAt, self.refused, self.erasedAt) = (hash, importedAt, refused, erasedAt)
    }
}

/// Conversations of one role and purpose that are in the store.
package struct StockRow: Sendable, Equatable {
    package var role: String
    package var purpose: String
    package var conversations: Int
    package var messages: Int
    package var bytes: Int
    package var persons: Int
    /// The oldest newest message; nil where none has a usable date.
    package var oldest: Instant?
    package init(
        role: String, purpose: String, conversations: Int, messages: Int, bytes: Int, persons: Int, oldest: Instant?
    ) {
        (self.role, self.purpose, self.conversations) = (role, purpose, conversations)
        (self.messages, self.bytes, self.persons, self.oldest) = (messages, bytes, persons, oldest)
    }
}

/// Counts by which the sentences of a notice are tested. Nil is what the database does not say.
package struct PracticeCounts: Sendable, Equatable {
    package var profiles = 0
    package var hiddenProfiles = 0
    package var unknownProfiles = 0
    /// Persons whose last word is that they refuse information, and that they want it at any hour.
    package var optOuts: Int?
    package var anyTime: Int?
    package var suppressed = 0
    /// Calls that took place.
    package var calls: Int?
    package var media: Int?
    package var restrictedPersons = 0
    /// Conversations that a hold keeps, whatever it was placed on; and those of restricted persons.
    package var heldConversations = 0
    package var restrictedConversations = 0
    /// How many records of each category there are; a category that the database does not have is not there.
    package var categories: [StoredCategory: Int] = [:]
    /// Of the media; nil where their size is not recorded.
    package var mediaBytes: Int?
    package init() {}
}

/// Keys of what is kept by holds of a kind.
package struct KeptRecords: Sendable {
    package var conversations: Set<Int64>
    /// Who is held, or one of whose conversations is.
    package var persons: Set<Int64>
    package init(conversations: Set<Int64>, persons: Set<Int64>) {
        (self.conversations, self.persons) = (conversations, persons)
    }
}
