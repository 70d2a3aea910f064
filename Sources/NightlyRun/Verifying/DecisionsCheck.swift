import Conversations
import StorePort
import Verification

/// Whether holds and approvals are what the audit log says was decided: one that was taken away, ended or altered in the
/// store by hand shows. What the log's own period took away proves nothing any more, and is not asked for.
struct DecisionsCheck {
    let log: AuditLog
    let holds: [Hold]
    let approvals: [Approval]

    var check: Check {
        let (holds, approvals) = (comparedHolds(), comparedApprovals())
        return Check(
            id: "H2-decisions", title: "holds and approvals are what the audit log says was decided",
            examined: holds.examined + approvals.examined, failing: holds.failing + approvals.failing)
    }

    /// Whether the log still tells what happened then.
    private func isTold(_ instant: Instant) -> Bool {
        log.anchor == nil || log.events.first.map { instant >= $0.at } ?? false
    }

    private func details(_ event: String) -> [(at: Instant, detail: String)] {
        log.events.filter { $0.event == event }.map { ($0.at, $0.detail) }
    }

    /// A hold that no event tells of keeps more than was decided, and is left alone.
    private func comparedHolds() -> (examined: Int, failing: Int) {
        let placed = Set(details(AuditEvent.holdPlaced).compactMap { Self.number(in: $0.detail) })
        let released = Set(details(AuditEvent.holdReleased).compactMap { Self.number(in: $0.detail) })
        let gone = placed.subtracting(holds.map(\.id)).count
        let known = holds.filter { placed.contains($0.id) || !isTold($0.placedAt) }
        let altered = known.count { hold in
            guard let end = hold.releasedAt else { return released.contains(hold.id) }
            return isTold(end) && !released.contains(hold.id)
        }
        return (known.count + gone, gone + altered)
    }

    /// The number of the hold in `hold 3` and `restriction 3, 2 segments`.
    private static func number(in detail: String) -> Int64? {
        detail.split(separator: ",").first?.split(separator: " ").last.flatMap { Int64($0) }
    }

    private func comparedApprovals() -> (examined: Int, failing: Int) {
        let told = details(AuditEvent.policyApproved)
        // Events of earlier versions tell the policy's hash alone.
        func tells(_ event: (at: Instant, detail: String), _ approval: Approval) -> Bool {
            event.at == approval.at && (event.detail == approval.auditDetail || event.detail == approval.policyHash)
        }
        let untold = approvals.count { approval in
            isTold(approval.at) && !told.contains { tells($0, approval) }
        }
        let gone = told.count { event in !approvals.contains { tells(event, $0) } }
        // One that was altered is both.
        return (max(told.count, approvals.count), max(untold, gone))
    }
}
