import Conversations
import Planning
import StorePort
import Verification

/// Leaves nothing erased behind: files whose rows are gone, fingerprints that are old enough, then what the database
/// file still holds of erased rows.
struct ScrubStage {
    let night: Night
    let store: any NightStore
    private static let week: Int64 = 7 * 86_400

    enum Outcome: Sendable, Equatable {
        /// Nothing was erased since the file was last rewritten.
        case nothing
        case done
        /// Another program kept the store busy: still to be done, by the next run.
        case pending
        /// Left for a later night of the week, as the policy says.
        case deferred
    }

    func run(_ journal: Journal) throws -> Outcome {
        try store.setPhase(.scrub, of: journal.run)
        try MediaFolder(path: night.places.media).unlinkPending(of: store)
        let isAskedFor = try journal.changedAnything || isAskedFor()
        try store.forgetFingerprints(goneBefore: remembered)
        guard isAskedFor else { return .nothing }
        if try isForLater() { return .deferred }
        return try store.scrub(at: night.now()) ? .done : .pending
    }

    /// Whether a night that changes no record has to rewrite the file all the same: for what an application or an earlier
    /// night erased, for what was not proven to be gone, for fingerprints that are old enough to be forgotten.
    func isAskedFor() throws -> Bool {
        try store.read { try $0.needsScrub() } || !store.erasedHashes().isEmpty
            || store.hasFingerprints(goneBefore: remembered)
    }

    private var remembered: Instant {
        Deadline(calendar: night.calendar).cutoff(asOf: night.asOf, after: night.policy.intake.remember)
    }

    private func isForLater() throws -> Bool {
        guard night.policy.proof.scrub == .weekly, let last = try store.lastScrub() else { return false }
        let ago = night.now() - last
        return ago >= 0 && ago < Self.week
    }

    /// Not proven while the file was not rewritten: the rows are erased, the bytes may be there.
    static func check(_ outcome: Outcome) -> Check? {
        switch outcome {
        case .nothing: nil
        case .done: Check(id: "B6", title: title, examined: 1, failing: 0)
        case .pending, .deferred: Check(id: "B6", title: title, examined: 0, failing: 0)
        }
    }

    private static let title = "the file of the store was rewritten after what was erased"
}
