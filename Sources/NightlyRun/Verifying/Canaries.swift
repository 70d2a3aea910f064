import Archiving
import Conversations
import Foundation
import Logging
import Planning
import Policies
import StorePort
import Verification

/// Whether every rule acts on its exact night: for each of its steps two invented persons with a conversation each, one
/// of whom is due tonight and was not the night before, and one tomorrow. They are planted in a store of their own, made
/// for this and removed after, and a night is run over them under the policy as it is.
package struct Canaries {
    /// The sides of a store that were made for canaries.
    package struct Stores {
        package let night: any NightStore
        package let marks: any MarkStore
        package let imports: any ImportStore
        package init(night: any NightStore, marks: any MarkStore, imports: any ImportStore) {
            (self.night, self.marks, self.imports) = (night, marks, imports)
        }
    }

    /// Makes a store in a new file.
    package typealias Maker = @Sendable (_ path: String, _ identity: StoreIdentity) throws -> Stores

    let night: Night
    let make: Maker

    private struct Canary {
        let term: Term
        let role: Role
        let purpose: Purpose
        let clock: Instant
        let isDue: Bool
        /// What the night is looked at for: of the conversation, and of the person.
        let ofConversation: Actions
        let ofPerson: Actions
        var conversation: Int64 = 0
        var person: Int64 = 0
    }

    private static let day: Int64 = 86_400
    /// Long enough before any clock that no grace stands in the way.
    private static let seenBefore: Int64 = 1_000 * day

    func check() throws -> Check {
        let folder = (NSTemporaryDirectory() as NSString).appendingPathComponent("canaries-\(UUID().uuidString)")
        guard mkdir(folder, 0o700) == 0 else {
            throw NightError(
                .space, "no folder for canaries can be made: \(String(cString: strerror(errno)))",
                remedy: "set TMPDIR to a folder that may be written to")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let canaries = night.policy.rules.flatMap(canaries)
        let failing = try canaries.isEmpty ? 0 : wrong(canaries, in: folder)
        return Check(
            id: "B4", title: "canaries change on their exact night, and not the night before",
            examined: canaries.count, failing: failing)
    }

    // MARK: What to plant

    private func canaries(of rule: Rule) -> [Canary] {
        let pairs = Role.allCases.flatMap { role in Purpose.allCases.map { (role, $0) } }
        guard let pair = pairs.first(where: { night.policy.rule(role: $0.0, purpose: $0.1)?.name == rule.name }) else {
            return []
        }
        let terms = Term.all(of: rule)
        let deadline = Deadline(calendar: night.calendar)
        return terms.flatMap { term -> [Canary] in
            let tonight = deadline.cutoff(on: night.today, after: term.period)
            // Where a month's end makes two nights one, nothing is due tonight that was not before.
            guard deadline.cutoff(on: night.today.adding(days: -1), after: term.period) < tonight else { return [] }
            let others = terms.filter { other in
                other != term && Self.applies(other, toCanaryOf: term)
                    && deadline.cutoff(on: night.today, after: other.period) > tonight + -Self.day / 2
            }
            // What was archived before has left the store, its person too, so that its end cannot be seen there.
            guard others.allSatisfy({ $0.actions.isDisjoint(with: [.eraseAll, .archive]) }) else { return [] }
            let ofConversation = Self.ofConversation(term).subtracting(Actions(others.map(Self.ofConversation)))
            let ofPerson = Self.ofPerson(term).subtracting(Actions(others.map(Self.ofPerson)))
            guard !ofConversation.isEmpty || !ofPerson.isEmpty else { return [] }
            return [(-Self.day / 2, true), (Self.day / 2, false)].map { offset, isDue in
                Canary(
                    term: term, role: pair.0, purpose: pair.1, clock: tonight + offset, isDue: isDue,
                    ofConversation: ofConversation, ofPerson: ofPerson)
            }
        }
    }

    /// Of all events a canary has the one that its own term is about.
    private static func applies(_ other: Term, toCanaryOf term: Term) -> Bool {
        (!other.clock.isEvent || other.clock == term.clock) && !other.unless.contains(term.clock)
    }

    private static func ofPerson(_ term: Term) -> Actions { term.actions.intersection(.ofPerson) }

    private static func ofConversation(_ term: Term) -> Actions {
        term.actions.contains(.eraseAll) ? .eraseAll : term.actions.subtracting(.ofPerson)
    }

    // MARK: Planting, and looking

    private func wrong(_ planned: [Canary], in folder: String) throws -> Int {
        let places = Night.Places(
            store: folder + "/store.db", archive: folder + "/archive", reports: folder + "/reports",
            media: folder + "/media", temporary: folder + "/tmp")
        for path in [places.reports, places.media, places.temporary] { mkdir(path, 0o700) }
        let keys = try KeyFolder.create(at: folder + "/keys", date: night.today)
        let stores = try make(
            places.store,
            StoreIdentity(
                storeID: "0000000000000000", policyID: night.policy.id, keysFingerprint: keys.fingerprint,
                isRehearsal: true, createdAt: night.asOf))
        var canaries = planned
        for index in canaries.indices {
            (canaries[index].conversation, canaries[index].person) = try plant(
                canaries[index], number: index, stores)
        }
        let asOf = night.asOf
        let canaryNight = Night(
            policy: night.policy, policyHash: night.policyHash, places: places, keys: keys, intake: nil, asOf: asOf,
            now: { asOf }, calendar: night.calendar, log: night.log)
        _ = try NightlyRun(canaryNight, store: stores.night, folder: ArchiveFolder.create(path: places.archive)).run()
        return try stores.night.read { snapshot in
            var ofPersons: [Int64: Actions] = [:]
            try snapshot.eachPerson(wakingBy: nil, asOf: asOf) { ofPersons[$0.id] = $0.done }
            return try canaries.count { canary in
                let ofConversation = try snapshot.conversation(canary.conversation, asOf: asOf)?.facts.done
                return isWrong(canary.ofConversation, done: ofConversation, canary)
                    || isWrong(canary.ofPerson, done: ofPersons[canary.person], canary)
            }
        }
    }

    /// - Parameter done: nil of what is gone.
    private func isWrong(_ wanted: Actions, done: Actions?, _ canary: Canary) -> Bool {
        !wanted.isEmpty && (done?.isSuperset(of: wanted) ?? true) != canary.isDue
    }

    private func plant(
        _ canary: Canary, number: Int, _ stores: Stores
    ) throws -> (conversation: Int64, person: Int64) {
        let at = canary.clock
        let key = Fingerprint(high: UInt64(number), low: 1)
        let planted = try stores.imports.importing { store in
            // A number of no numbering plan.
            let address = PersonAddress(.phone, "+999\(100_000_000 + number)")
            let person = try store.person(
                for: Counterpart(addresses: [address], evidence: .payload), thread: key, at: at,
                now: at + -Self.seenBefore, refusals: { [] })
            try store.heard(from: person, at: at)
            let thread = try store.thread(
                ThreadIdentity(key: key, channel: "canary", isGroup: false, followsPerson: false), person: person)
            var state = ConversationState(person: person)
            (state.opened, state.newest, state.lastInbound, state.firstInbound) = (at, at, at, at)
            state.closed = canary.term.clock == .closed ? at : nil
            let origin = ConversationOrigin(
                role: canary.role, purpose: canary.purpose, notice: night.policy.notice.version,
                now: at + -Self.seenBefore)
            state.id = try store.insert(state, thread: thread, origin: origin)
            let id = state.id ?? 0
            let message = ImportedMessage(
                fingerprint: key, sentAt: at, direction: .fromPerson, kind: .text, text: Array("canary".utf8),
                counterpart: nil)
            try store.append([message], to: id, authors: [:])
            // It was seen last when its message came, long after it was seen first.
            (state.inbound, state.messages, state.bytes) = (1, 1, 6)
            try store.update(state, now: at)
            return (conversation: id, person: person)
        }
        let event: Mark.Fact? =
            switch canary.term.clock {
            case .decision: .decided(at)
            case .relationEnded: .ended(at)
            default: nil
            }
        if let event { _ = try stores.marks.mark([Mark(conversation: planted.conversation, fact: event)], at: at) }
        return planted
    }
}
