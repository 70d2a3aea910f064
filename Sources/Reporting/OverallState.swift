import Verification

/// What a night comes to, in one of three words, and the counts that it rests on.
///
/// A deviation is something due that was not done, a count that does not add up, a failed check, or more than 5 % of
/// the store without a known role or purpose. Without a deviation, a check that examined nothing leaves it not proven.
package struct OverallState: Sendable, Equatable {
    package enum Verdict: String, Sendable, Codable { case clear, deviations, unproven }

    /// Operations that were due and failed.
    package let failed: Int
    /// Lines whose counts do not add up.
    package let unbalanced: Int
    package let failedChecks: Int
    package let unprovenChecks: Int
    /// Nights without a run of a store for trying: told, and no deviation.
    package let excusedNights: Int
    /// The check that every night ran: a store for trying is not held to it.
    static let nightsCheck = "H2-nights"
    package let hasChecks: Bool
    package let unclassified: Int
    package let tooManyUnclassified: Bool
    package let undated: Int
    package let overdue: Int

    package init(_ record: RunRecord) {
        let stored = record.stock.reduce(0) { $0 + $1.conversations }
        failed = record.lines.reduce(0) { $0 + $1.failed }
        unbalanced = record.lines.count { !$0.isBalanced }
        failedChecks = record.checks.count {
            $0.outcome == .failed && !(record.rehearsal && $0.id == OverallState.nightsCheck)
        }
        excusedNights =
            record.rehearsal ? record.checks.first { $0.id == OverallState.nightsCheck }?.failing ?? 0 : 0
        unprovenChecks = record.checks.count { $0.outcome == .notProven }
        hasChecks = !record.checks.isEmpty
        unclassified = record.unclassified
        tooManyUnclassified = record.unclassified * 20 > stored
        undated = record.lines.reduce(0) { $0 + $1.plan.undated }
        overdue = record.lines.reduce(0) { $0 + $1.plan.overdue }
    }

    package var verdict: Verdict {
        if failed > 0 || unbalanced > 0 || failedChecks > 0 || tooManyUnclassified { return .deviations }
        return hasChecks && unprovenChecks == 0 ? .clear : .unproven
    }
}
