import Conversations
import Policies

/// A policy that was in force before the present one, and when it gave way. Before the first approval that is a
/// policy without rules: nothing was due.
package struct FormerPolicy: Sendable {
    package let policy: Policy
    /// The approval of the policy that followed.
    package let until: Instant

    package init(_ policy: Policy, until: Instant) { (self.policy, self.until) = (policy, until) }

    /// Whether it was in force at some time within the grace before a night, its own grace or the present one's: a
    /// shortened grace does not hasten its own effect.
    func wasRecent(on night: CivilDate, grace: Period, deadline: Deadline) -> Bool {
        [grace, policy.grace].contains { until >= deadline.cutoff(on: night, after: $0) }
    }
}
