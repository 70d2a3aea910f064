import Conversations
import Foundation
import Planning
import StorePort
import Verification

/// The audit log: whole, the same in both places, and with every head that a report has told.
extension Verifier {
    func logs() throws -> [Check] {
        let log = try store.auditLog()
        return [
            Check(
                id: "H2", title: "the chain of audit events is whole", examined: log.events.count, failing: log.broken),
            Check(
                id: "H2-times", title: "no audit event lies before the one before it", examined: log.events.count,
                failing: log.setBack),
            try decisions(log), try mirror(log), try heads(log), try NightsCheck(night: night).check(store.nights()),
        ]
    }

    private func decisions(_ log: AuditLog) throws -> Check {
        let (holds, approvals) = try store.read { try ($0.holds(), $0.approvals()) }
        return DecisionsCheck(log: log, holds: holds, approvals: approvals).check
    }

    private func mirror(_ log: AuditLog) throws -> Check {
        let mirror = try AuditMirror(store: night.places.store).read()
        let whole = AuditMirror.completeness(of: mirror, against: log, isBeforeRun: false)
        let events = Dictionary(log.events.map { ($0.seq, $0) }, uniquingKeysWith: { first, _ in first })
        let told = mirror?.events ?? []
        let differing = told.count { events[$0.seq] != $0 && $0.seq > log.anchor?.seq ?? 0 }
        return Check(
            id: "H2-copy", title: AuditMirror.title, examined: max(told.count, whole.examined),
            failing: differing + (mirror?.broken ?? 0) + whole.failing)
    }

    /// A report that was handed over is a witness: its head must be in the chain, or lie before what age took away.
    private func heads(_ log: AuditLog) throws -> Check {
        let reports = ((try? FileManager.default.contentsOfDirectory(atPath: night.places.reports)) ?? [])
            .filter { $0.hasSuffix(".json") }.sorted()
        var (examined, failing) = (0, 0)
        for name in reports {
            guard let bytes = FileManager.default.contents(atPath: "\(night.places.reports)/\(name)"),
                let told = try? JSONDecoder().decode(ToldReport.self, from: bytes).record
            else { continue }
            if let first = log.events.first, log.anchor != nil, told.finishedAt < first.at { continue }
            examined += 1
            if !log.holds(head: told.auditHead) { failing += 1 }
        }
        return Check(
            id: "H2-reports", title: "every audit head that a report tells is in the chain", examined: examined,
            failing: failing)
    }

    /// Of a report, what is asked for here.
    private struct ToldReport: Decodable {
        struct Record: Decodable {
            let auditHead: String
            let finishedAt: Instant
        }
        let record: Record
    }
}

/// A night without a run is a finding: what was due then waited.
struct NightsCheck {
    let night: Night

    func check(_ finished: [FinishedNight]) -> Check {
        let days = Set(finished.map { Deadline(calendar: night.calendar).day(of: $0.asOf).daysSince1970 })
        let title = "a run was finished for every night"
        guard let first = days.min(), first < night.today.daysSince1970 else {
            return Check(id: "H2-nights", title: title, examined: 0, failing: 0, isFinding: true)
        }
        let nights = first..<night.today.daysSince1970
        let missing = nights.filter { !days.contains($0) }
        return Check(
            id: "H2-nights", title: title, examined: nights.count, failing: missing.count,
            oldest: missing.first.map { night.calendar.startOfDay(CivilDate(daysSince1970: $0)) }, isFinding: true)
    }
}
