import Conversations
import Crypto
import Foundation

/// One entry of the audit log. It holds run and batch numbers, rule names, counts and hashes, and no person.
package struct AuditEvent: Sendable, Equatable, Codable {
    /// Rises by one; numbers do not come back.
    package var seq: Int
    /// By the wall clock.
    package var at: Instant
    /// A closed word: `run-began`, `archive`, `erase`, ...
    package var event: String
    package var detail: String
    /// The hash of the event before.
    package var previous: String
    /// 64 hexadecimal digits.
    package var hash: String

    package init(seq: Int, at: Instant, event: String, detail: String, previous: String, hash: String) {
        (self.seq, self.at, self.event, self.detail) = (seq, at, event, detail)
        (self.previous, self.hash) = (previous, hash)
    }

    /// What stands in place of a predecessor of the first event.
    package static let origin = String(repeating: "0", count: 64)

    package static func hash(after previous: String, at: Instant, _ event: String, _ detail: String) -> String {
        hash(of: [previous, "\(at.seconds)", event, detail])
    }

    /// SHA-256 over parts, each with its length, so that no two lists of parts are the same bytes: a link of a chain.
    package static func hash(of parts: [String]) -> String {
        var digest = SHA256()
        for part in parts { digest.update(data: Data("\(part.utf8.count):\(part)".utf8)) }
        return digest.finalize().hexadecimal
    }

    /// Whether the event says its own hash.
    package var isItself: Bool { hash == AuditEvent.hash(after: previous, at: at, event, detail) }
}

extension AuditEvent {
    /// A run that came to its end. After it the run brings the copy of the log up to the store.
    package static let runFinished = "run-finished"
    package static let policyApproved = "policy-approved"
    package static let figuresFrozen = "figures-frozen"
    package static let holdPlaced = "hold-placed"
    package static let holdReleased = "hold-released"
}

/// The audit log of a store: each event carries the hash of the one before, so that one that was removed, moved or
/// altered shows. Its head is printed in every report: that copy, in other hands, is the witness.
package struct AuditLog: Sendable, Equatable {
    /// The last event that the policy's period took away; the first one left follows it. Nil while nothing was.
    package struct Anchor: Sendable, Equatable, Codable {
        package var seq: Int
        package var hash: String
        package init(seq: Int, hash: String) { (self.seq, self.hash) = (seq, hash) }
    }
    package var anchor: Anchor?
    /// In order.
    package var events: [AuditEvent]

    package init(anchor: Anchor?, events: [AuditEvent]) { (self.anchor, self.events) = (anchor, events) }

    package var head: String { events.last?.hash ?? anchor?.hash ?? AuditEvent.origin }

    /// Events that do not follow the one before, or are not what their hash says.
    package var broken: Int {
        var previous = anchor?.hash ?? AuditEvent.origin
        var seq = anchor?.seq ?? 0
        var broken = 0
        for event in events {
            if event.previous != previous || event.seq != seq + 1 || !event.isItself { broken += 1 }
            (previous, seq) = (event.hash, event.seq)
        }
        return broken
    }

    /// Seconds by which a time server may set a clock back; more than that is a clock that was wrong.
    package static let clockCorrection: Int64 = 300

    /// Events that lie before the one before them, by more than the correction of a clock.
    package var setBack: Int {
        zip(clocked, clocked.dropFirst()).count { earlier, later in earlier.at - later.at > Self.clockCorrection }
    }

    /// Events whose time is that of the clock on the wall. Figures are frozen at the time of their night, which a run may be
    /// made for on another day.
    private var clocked: [AuditEvent] { events.filter { $0.event != AuditEvent.figuresFrozen } }

    /// Whether a hash was the head of this log at some time.
    package func holds(head: String) -> Bool {
        head == AuditEvent.origin || head == anchor?.hash || events.contains { $0.hash == head }
    }
}
