import Conversations
import Planning

/// What a store is and what it is bound to, written once when it was made.
package struct StoreIdentity: Sendable, Equatable {
    /// 16 random hexadecimal digits.
    package var storeID: String
    package var policyID: String
    /// The fingerprint of the key folder that belongs to this store.
    package var keysFingerprint: String
    /// Made for trying and testing: runs at any date, without approval or limits, and says so.
    package var isRehearsal: Bool
    package var createdAt: Instant

    package init(storeID: String, policyID: String, keysFingerprint: String, isRehearsal: Bool, createdAt: Instant) {
        (self.storeID, self.policyID, self.keysFingerprint) = (storeID, policyID, keysFingerprint)
        (self.isRehearsal, self.createdAt) = (isRehearsal, createdAt)
    }
}

/// A recorded approval of a policy.
package struct Approval: Sendable, Equatable {
    package var at: Instant
    package var by: String
    package var policyHash: String
    /// The approved policy as canonical JSON.
    package var policy: String
    package init(at: Instant, by: String, policyHash: String, policy: String) {
        (self.at, self.by, self.policyHash, self.policy) = (at, by, policyHash, policy)
    }

    /// What the audit log says of it: the policy's hash, and a hash of all that was recorded, the author among it.
    package var auditDetail: String {
        "\(policyHash) record \(AuditEvent.hash(of: ["\(at.seconds)", by, policyHash, policy]))"
    }
}

/// A finished or unfinished run, as the next one needs to know it.
package struct RunState: Sendable, Equatable {
    /// `stopped` is a run that did not end by itself and was tidied up by a later one.
    package enum Phase: String, Sendable, Equatable { case working, scrub, report, done, stopped }
    package var run: Int
    package var phase: Phase
    package var asOf: Instant
    package var startedAt: Instant
    /// The number of the last committed batch; 0 before the first.
    package var lastBatch: Int
    package init(run: Int, phase: Phase, asOf: Instant, startedAt: Instant, lastBatch: Int) {
        (self.run, self.phase, self.asOf) = (run, phase, asOf)
        (self.startedAt, self.lastBatch) = (startedAt, lastBatch)
    }
}

/// A legal hold or a restriction on a person, a conversation or a span of time.
package struct Hold: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable, CaseIterable { case hold, restriction }
    package enum Target: Sendable, Equatable {
        case person(Int64), conversation(Int64)
        /// Every conversation that has a message in the span, of which `until` is no part.
        case span(from: Instant, until: Instant)
        /// What has left for the archive, and nothing in the store: the segments that were found for it.
        case archived
    }
    package var id: Int64
    package var kind: Kind
    package var target: Target
    package var reason: String
    package var author: String
    package var placedAt: Instant
    package var reviewOn: CivilDate
    /// When it was released; it still counts for the notice of 14 days after.
    package var releasedAt: Instant?
    package init(
        id: Int64, kind: Kind, target: Target, reason: String, author: String, placedAt: Instant, reviewOn: CivilDate,
        releasedAt: Instant?
    ) {
        (self.id, self.kind, self.target, self.reason) = (id, kind, target, reason)
        (self.author, self.placedAt, self.reviewOn, self.releasedAt) = (author, placedAt, reviewOn, releasedAt)
    }

    /// Days after a release during which the hold still counts.
    package static let releaseNoticeDays = 14
}

/// An archive segment as the store knows it.
package struct SegmentRow: Sendable, Equatable {
    package var name: String
    package var rule: String
    package var endsOn: CivilDate
    package var bytes: Int
    package var sha256: String
    package var conversations: Int
    package var messages: Int
    /// The size of its manifest, which is read by itself: it holds an entry for each person and number.
    package var manifestBytes: Int
    package var erasedAt: Instant?
    /// What `endsOn` was counted from, so that a shorter policy can count it anew; nil where that is not known.
    package var end: ArchiveEnd?
    package init(
        name: String, rule: String, endsOn: CivilDate, bytes: Int, sha256: String, conversations: Int, messages: Int,
        manifestBytes: Int, erasedAt: Instant?, end: ArchiveEnd? = nil
    ) {
        (self.name, self.rule, self.endsOn, self.bytes) = (name, rule, endsOn, bytes)
        (self.sha256, self.conversations, self.messages) = (sha256, conversations, messages)
        (self.manifestBytes, self.erasedAt, self.end) = (manifestBytes, erasedAt, end)
    }
}
