import Archiving
import Conversations
import Foundation
import Logging
import Planning
import Policies
import StorePort

/// Everything that one night works with: the policy, the places, the keys, and the time it is for. It decides nothing.
package struct Night: Sendable {
    package let policy: Policy
    package let policyHash: String
    package let places: Places
    package let keys: KeyFolder
    /// Nil where the policy names no intake folder: then no source is ever touched.
    package let intake: IntakeFolder?
    /// The instant that the night is for. Only a rehearsal store may be run for one that lies ahead.
    package let asOf: Instant
    /// The clock, for the times at which things were done.
    package let now: @Sendable () -> Instant
    package let calendar: LocalCalendar
    package let log: Logger
    /// Whether somebody asked the process to end: asked between batches.
    package let shouldStop: @Sendable () -> Bool
    /// Who is told how far the night is.
    package let tell: @Sendable (NightEvent) -> Void
    /// Who searches files for erased values; without one nothing is proven of them.
    package let scanner: ScannerProcess?

    package init(
        policy: Policy, policyHash: String, places: Places, keys: KeyFolder, intake: IntakeFolder?, asOf: Instant,
        now: @escaping @Sendable () -> Instant, calendar: LocalCalendar, log: Logger,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        tell: @escaping @Sendable (NightEvent) -> Void = { _ in },
        scanner: ScannerProcess? = nil
    ) {
        (self.policy, self.policyHash, self.places, self.keys) = (policy, policyHash, places, keys)
        (self.intake, self.asOf, self.now, self.calendar) = (intake, asOf, now, calendar)
        (self.log, self.shouldStop, self.tell, self.scanner) = (log, shouldStop, tell, scanner)
    }

    /// Absolute paths, as the policy names them.
    package struct Places: Sendable, Equatable {
        package var store: String
        package var archive: String
        package var reports: String
        package var media: String
        /// A private folder on the store's own volume for what SQLite writes while it rewrites the store.
        package var temporary: String
        package init(store: String, archive: String, reports: String, media: String, temporary: String) {
            (self.store, self.archive, self.reports) = (store, archive, reports)
            (self.media, self.temporary) = (media, temporary)
        }
    }

    /// The same under another policy, which nobody has approved yet.
    package func under(_ policy: Policy, hash: String) -> Night { copy(policy: policy, policyHash: hash, asOf: asOf) }

    func at(_ instant: Instant) -> Night { copy(policy: policy, policyHash: policyHash, asOf: instant) }

    private func copy(policy: Policy, policyHash: String, asOf: Instant) -> Night {
        Night(
            policy: policy, policyHash: policyHash, places: places, keys: keys, intake: intake, asOf: asOf, now: now,
            calendar: calendar, log: log, shouldStop: shouldStop, tell: tell, scanner: scanner)
    }

    var today: CivilDate { Deadline(calendar: calendar).day(of: asOf) }

    /// The judge of this night, who knows every policy that was in force before this one.
    func judge(_ approvals: [Approval], rehearsal: Bool) throws -> Judge {
        try Judge(policy: policy, former: rehearsal ? [] : formerPolicies(approvals), asOf: asOf, calendar: calendar)
    }

    /// Policies that gave way to another one. Before the first approval nothing was due, so a policy without rules
    /// stands for that time; a policy that is not approved counts as approved now.
    private func formerPolicies(_ approvals: [Approval]) throws -> [FormerPolicy] {
        var inForce = try approvals.map { approval in
            (
                since: approval.at, hash: approval.policyHash,
                policy: try RecordReader.policy(approval)
            )
        }
        if inForce.last?.hash != policyHash { inForce.append((min(now(), asOf), policyHash, policy)) }
        var nothing = policy
        nothing.rules = []
        let before = [nothing] + inForce.dropLast().map(\.policy)
        return zip(before, inForce).map { FormerPolicy($0, until: $1.since) }
    }
}
