import Conversations
import Planning
import StorePort

/// A snapshot whose lower bounds nobody believes: every plan made from it looks at every record.
struct FullScan: StoreSnapshot {
    let base: any StoreSnapshot

    func boundsBasis() -> BoundsBasis? { nil }

    func identity() throws -> StoreIdentity { try base.identity() }
    func approvals() throws -> [Approval] { try base.approvals() }
    func lastRun() throws -> RunState? { try base.lastRun() }
    func unlinkedCount() throws -> Int { try base.unlinkedCount() }
    func conversationCount() throws -> Int { try base.conversationCount() }
    func groups() throws -> [ConversationGroup] { try base.groups() }
    func eachConversation(
        in group: ConversationGroup, floorBefore bound: Instant?, asOf: Instant,
        _ body: (ConversationFacts) throws -> Void
    ) throws { try base.eachConversation(in: group, floorBefore: nil, asOf: asOf, body) }
    func eachPerson(wakingBy bound: Instant?, asOf: Instant, _ body: (PersonFacts) throws -> Void) throws {
        try base.eachPerson(wakingBy: nil, asOf: asOf, body)
    }
    func eachPersonWithOwn(asOf: Instant, _ body: (PersonFacts) throws -> Void) throws -> Bool { false }
    func conversation(_ id: Int64, asOf: Instant) throws -> (group: ConversationGroup, facts: ConversationFacts)? {
        try base.conversation(id, asOf: asOf)
    }
    func present(conversations ids: [Int64]) throws -> Set<Int64> { try base.present(conversations: ids) }
    func present(persons ids: [Int64]) throws -> Set<Int64> { try base.present(persons: ids) }
    func segments() throws -> [SegmentRow] { try base.segments() }
    func manifest(ofSegment name: String) throws -> [UInt8]? { try base.manifest(ofSegment: name) }
    func holds() throws -> [Hold] { try base.holds() }
    func sources() throws -> [SourceRow] { try base.sources() }
    func stock() throws -> [StockRow] { try base.stock() }
    func eachTrace(
        from start: Instant, until end: Instant, purpose: Purpose?, asOf: Instant,
        _ body: (ConversationTrace) throws -> Void
    ) throws { try base.eachTrace(from: start, until: end, purpose: purpose, asOf: asOf, body) }
    func practice(asOf: Instant) throws -> PracticeCounts { try base.practice(asOf: asOf) }
    func records(from first: Instant, until end: Instant) throws -> [String] {
        try base.records(from: first, until: end)
    }
    func unfinishedRuns(from first: Instant, until end: Instant) throws -> [Instant] {
        try base.unfinishedRuns(from: first, until: end)
    }
    func firstOpening() throws -> Instant? { try base.firstOpening() }
    func lastConversation() throws -> Int64 { try base.lastConversation() }
    func hasOpening(before instant: Instant, after id: Int64) throws -> Bool {
        try base.hasOpening(before: instant, after: id)
    }
    func openings(of conversations: [Int64]) throws -> [Opening] { try base.openings(of: conversations) }
    func frozenSpans() throws -> [FrozenSpan] { try base.frozenSpans() }
    func goneParts() throws -> Set<GonePart> { try base.goneParts() }
    func isBacklogOpen() throws -> Bool { try base.isBacklogOpen() }
    func factChain() throws -> (spans: Int, broken: Int, head: String) { try base.factChain() }
    func factHead(ofSpansUntil end: Instant) throws -> String { try base.factHead(ofSpansUntil: end) }
    func runRecord(_ run: Int?) throws -> String? { try base.runRecord(run) }
    func record(asOfAtMost instant: Instant) throws -> String? { try base.record(asOfAtMost: instant) }
    func batches(ofRunsFor instant: Instant) throws -> [BatchSum] { try base.batches(ofRunsFor: instant) }
    func wasPlanUsed(_ digest: String) throws -> Bool { try base.wasPlanUsed(digest) }
    func heldSegments(asOf: Instant) throws -> Set<String> { try base.heldSegments(asOf: asOf) }
    func sources(holding addresses: [[UInt8]], asOf: Instant) throws -> Set<[UInt8]> {
        try base.sources(holding: addresses, asOf: asOf)
    }
    func heldPersons(asOf: Instant) throws -> [PersonContent] { try base.heldPersons(asOf: asOf) }
    func kept(by kind: Hold.Kind, asOf: Instant) throws -> KeptRecords { try base.kept(by: kind, asOf: asOf) }
    func needsScrub() throws -> Bool { try base.needsScrub() }
    func doneByInterruptedRuns(before run: Int) throws -> Int { try base.doneByInterruptedRuns(before: run) }
    func linesOfInterruptedRuns() throws -> [RunLine] { try base.linesOfInterruptedRuns() }
    func hasLeft(conversation id: Int64) throws -> Bool { try base.hasLeft(conversation: id) }
    func auditHead() throws -> String { try base.auditHead() }
    func unlistedTables() throws -> [String] { try base.unlistedTables() }
}
