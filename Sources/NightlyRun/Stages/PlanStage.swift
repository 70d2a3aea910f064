import Archiving
import Conversations
import Planning
import Policies
import StorePort

/// Makes the plan, and the worklist behind it, from one snapshot. Preview and run both begin here, so they cannot differ.
struct PlanStage {
    let night: Night
    let snapshot: any StoreSnapshot
    /// Whether every record is looked at, whatever its bound: the definition of what is due.
    private let isFullScan: Bool
    /// Whether it also says what comes due within the horizon; without that, only what may be due tonight is read, and
    /// there is no line for what is not.
    private let isForecasting: Bool
    private let judge: Judge
    private var counts: PlanCounts

    var worklist: Worklist { counts.worklist }

    /// - Parameter isRaising: whether the worklist says to what bounds can be raised: only a run raises them.
    init(
        _ night: Night, _ snapshot: any StoreSnapshot, isFullScan: Bool = false, isForecasting: Bool = true,
        isRaising: Bool = false
    ) throws {
        (self.isFullScan, self.isForecasting) = (isFullScan, isForecasting)
        self.night = night
        self.snapshot = snapshot
        judge = try night.judge(snapshot.approvals(), rehearsal: snapshot.identity().isRehearsal)
        counts = PlanCounts(judge, isRaising: isRaising)
    }

    /// What bounds in the store must have been computed under to be believed tonight.
    static func basis(_ night: Night, _ judge: Judge) -> BoundsBasis {
        let clocks = Role.allCases.flatMap { role in
            Purpose.allCases.map { purpose in
                let terms = night.policy.rule(role: role, purpose: purpose).map(Term.all) ?? []
                return terms.map { term in
                    let unless = term.unless.map(\.rawValue).joined(separator: "+")
                    return "\(term.clock.rawValue)/\(unless)/\(term.actions.rawValue)"
                }.joined(separator: " ")
            }
        }
        // Terms of earlier notices may stand on other clocks.
        let notices = judge.earlierNotices.map(\.description).joined(separator: " ")
        return BoundsBasis(
            clocks: clocks.joined(separator: ";") + notices,
            wakes: "\(night.policyHash) \(night.policy.timeZone) \(notices)")
    }

    mutating func plan() throws -> Plan {
        let believed = isFullScan ? nil : try snapshot.boundsBasis()
        let basis = Self.basis(night, judge)
        try addRecords(
            believingFloors: believed?.clocks == basis.clocks, believingWakes: believed?.wakes == basis.wakes)
        try addSegments()
        try addSources()
        return try Plan(
            storeID: snapshot.identity().storeID, policyHash: night.policyHash, asOf: night.asOf,
            conversations: snapshot.conversationCount(), lines: counts.builder.finish(),
            worklistDigest: counts.worklist.sortedDigest())
    }

    /// Reads what may be due while another thread judges what was read.
    private mutating func addRecords(believingFloors: Bool, believingWakes: Bool) throws {
        let counting = CountingAlongside<PlanCounts.Record, PlanCounts>(counts) { record, counts in counts.add(record) }
        do {
            if try believingFloors || believingWakes || !addAll(to: counting) {
                try addConversations(believingFloors: believingFloors, to: counting)
                try addPersons(believingWakes: believingWakes, to: counting)
            }
        } catch {
            _ = counting.finish()
            throw error
        }
        counts = counting.finish()
    }

    private typealias Counting = CountingAlongside<PlanCounts.Record, PlanCounts>

    /// Where every record has to be looked at, the conversations are those of the persons: one pass over both.
    private func addAll(to counting: Counting) throws -> Bool {
        try snapshot.eachPersonWithOwn(asOf: night.asOf) { person in
            counting.add(.personWithOwn(person), weight: person.conversations.count)
        }
    }

    private func addConversations(believingFloors: Bool, to counting: Counting) throws {
        for group in try snapshot.groups() {
            let role = Role(stored: group.role)
            let purpose = Purpose(stored: group.purpose)
            guard let bound = judge.bound(role: role, purpose: purpose, done: group.done, forecast: isForecasting)
            else { continue }
            try snapshot.eachConversation(in: group, floorBefore: believingFloors ? bound : nil, asOf: night.asOf) {
                counting.add(.conversation(role, purpose, $0))
            }
        }
    }

    private func addPersons(believingWakes: Bool, to counting: Counting) throws {
        let latest = isForecasting ? judge.horizon : night.asOf
        try snapshot.eachPerson(wakingBy: believingWakes ? latest : nil, asOf: night.asOf) { person in
            counting.add(.person(person), weight: person.conversations.count)
        }
    }

    private mutating func addSegments() throws {
        func standing(_ segment: SegmentRow, _ hold: (tonight: Bool, yesterday: Bool)) -> SegmentStanding {
            judge.standing(ofSegment: segment.rule, endsOn: segment.endsOn, segment.end, hold: hold)
        }
        // Asked for where one is past its end only.
        var holds: (tonight: SegmentHolds, yesterday: SegmentHolds)?
        for segment in try snapshot.segments() where segment.erasedAt == nil {
            var found = standing(segment, (false, false))
            if found.verdict != .notDue {
                let known = try holds ?? (segmentHolds(0), segmentHolds(-1))
                holds = known
                let isHeld = try known.tonight.keep(segment, snapshot)
                found = try standing(segment, (isHeld, isHeld || known.yesterday.keep(segment, snapshot)))
            }
            counts.builder.add(
                segmentOf: segment.rule, found, conversations: segment.conversations, messages: segment.messages,
                bytes: segment.bytes)
            switch found.verdict {
            case .held: counts.worklist.heldSegments.insert(segment.name)
            case .due: counts.worklist.segments.append(.init(name: segment.name, rule: segment.rule))
            case .notDue, .undated, .inGrace, .restricted: break
            }
        }
    }

    private func segmentHolds(_ days: Int64) throws -> SegmentHolds {
        try SegmentHolds(snapshot, night.keys, asOf: night.asOf + days * 86_400)
    }

    /// A source goes once all of it is in the store and it was kept for as long as the policy says, unless it holds
    /// an address of somebody under a hold.
    private mutating func addSources() throws {
        guard let files = night.intake?.listing().files, !files.isEmpty else { return }
        let imported = Dictionary(try snapshot.sources().map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        let held = try heldSources()
        // Two files of the same bytes are one source: both go, and it is counted once.
        var counted: Set<[UInt8]> = []
        for file in files {
            guard let source = imported[file.hash], source.refused == 0 else { continue }
            let isHeld = held.map { $0.contains(file.hash) } ?? true
            let verdict = judge.sourceVerdict(importedAt: source.importedAt, isHeld: isHeld)
            if !counted.insert(file.hash).inserted {
                if case .due = verdict { counts.worklist.sources.append(file) }
                continue
            }
            counts.builder.add(sourceOf: file.bytes, verdict: verdict)
            if case .due = verdict { counts.worklist.sources.append(file) }
        }
    }

    /// The sources under a hold; nil where that may be every one: a span of time is nobody's, and whose addresses
    /// went before the hold came is known to no source.
    private func heldSources() throws -> Set<[UInt8]>? {
        guard let intake = night.intake else { return [] }
        let stillCounts = night.asOf + -Int64(Hold.releaseNoticeDays) * 86_400
        let holds = try snapshot.holds().filter { $0.releasedAt.map { $0 > stillCounts } ?? true }
        let persons = try snapshot.heldPersons(asOf: night.asOf)
        guard !holds.isEmpty || !persons.isEmpty else { return [] }
        let isOpen = holds.contains { if case .span = $0.target { true } else { false } }
        guard !isOpen, persons.allSatisfy({ !$0.addresses.isEmpty }) else { return nil }
        return try snapshot.sources(
            holding: persons.flatMap(\.addresses).map(intake.personHash), asOf: night.asOf)
    }
}
