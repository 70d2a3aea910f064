import Conversations
import Planning
import Verification

/// All that a compliance report is made of. It holds no person.
package struct ComplianceInput: Sendable {
    package var period: ReportPeriod
    /// The days that it covers, both included; cut at the last night that could have run.
    package var first: CivilDate
    package var last: CivilDate
    package var program: String
    /// The records of the period's finished nights, in order.
    package var records: [RunRecord]
    /// The night that stock and forecast are seen from: the period's last; where it has none, the store's last.
    package var seen: RunRecord
    /// Days of nights that were begun in the period and not ended.
    package var unfinished: [CivilDate]
    /// The last record of each of thirteen months up to the end of the period, in order.
    package var trend: [RunRecord]
    /// Lines of the difference between the policies before and at the end of the period; nil where one is not known.
    package var changes: [ChangedValue]?
    /// Of the policy of the last night; nil where it is not at hand.
    package var rules: [RuleTerm]?
    /// Rules that exceed their ceiling by a recorded decision.
    package var overrides: Int
    package var holdsPlaced: Int
    package var holdsReleased: Int
    package var holdsActive: Int
    package var holdsOverdue: Int
    /// Frozen facts of the period.
    package var facts: [Fact]
    package var factHead: String
    /// The purposes that the published notice names; nil where the policy does not say.
    package var noticePurposes: [Purpose]?
    /// The last night of the last quarter that was over at the end of the period; nil where there was none. The stock is
    /// broken down as it was then: two reports of one quarter show the same, and no week between them.
    package var quarterly: RunRecord?
    /// What `retention verify` found, and when; nil where its result was not handed in.
    package var verified: Verified?
    /// What the notice lacks; nil where no notice was named.
    package var gaps: [NoticeGap]?

    package init(
        period: ReportPeriod, first: CivilDate, last: CivilDate, program: String, records: [RunRecord], seen: RunRecord,
        unfinished: [CivilDate] = [], trend: [RunRecord] = [], changes: [ChangedValue]? = nil,
        rules: [RuleTerm]? = nil, overrides: Int = 0, holdsPlaced: Int = 0, holdsReleased: Int = 0,
        holdsActive: Int = 0, holdsOverdue: Int = 0, facts: [Fact] = [], factHead: String = "",
        gaps: [NoticeGap]? = nil
    ) {
        (self.period, self.first, self.last, self.program) = (period, first, last, program)
        (self.records, self.seen, self.unfinished) = (records, seen, unfinished)
        (self.trend, self.changes) = (trend, changes)
        (self.rules, self.overrides, self.holdsPlaced, self.holdsReleased) = (
            rules, overrides, holdsPlaced, holdsReleased
        )
        (self.holdsActive, self.holdsOverdue, self.facts, self.factHead) = (holdsActive, holdsOverdue, facts, factHead)
        self.gaps = gaps
    }
}

/// What a verification outside of the nights found.
package struct Verified: Sendable, Equatable {
    package var at: Instant
    package var checks: [Check]
    package init(at: Instant, checks: [Check]) { (self.at, self.checks) = (at, checks) }
}

/// One value of the policy that changed, as its file writes it.
package struct ChangedValue: Sendable, Equatable, Codable {
    /// As JSON a string: one of the words, or the value's path in the file.
    package enum What: Sendable, Equatable, Codable {
        case added, removed, reordered, key(String)

        private static let words: [String: What] = ["added": .added, "removed": .removed, "reordered": .reordered]

        package init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            self = Self.words[text] ?? .key(text)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if case .key(let key) = self { return try container.encode(key) }
            try container.encode("\(self)")
        }
    }
    /// The rule, or nil for a setting of the policy.
    package var rule: String?
    package var what: What
    package var before: String?
    package var after: String?
    package init(rule: String?, what: What, before: String?, after: String?) {
        (self.rule, self.what, self.before, self.after) = (rule, what, before, after)
    }
}

/// A step of a rule: what is done at which age. In the order of the policy.
package struct RuleTerm: Sendable, Equatable {
    package var rule: String
    /// Nil stands for every one.
    package var roles: [Role]?
    package var purposes: [Purpose]?
    package var after: Period
    package var clock: RetentionClock
    /// The clock that counts as long as the event of `clock` has not happened.
    package var otherwise: RetentionClock?
    /// The event without which the step counts: one of the rule's other steps counts once it has happened.
    package var unless: RetentionClock?
    package var actions: Actions
    package var ceiling: Period
    /// Whether a recorded decision lets the rule exceed its ceiling.
    package var isOverridden = false
    package var reason: String
    package var source: String
    /// The legal basis, who answers for the rule, and when it was last reviewed; nil where the policy does not say.
    package var basis: String?
    package var owner: String?
    package var reviewed: CivilDate?
    package init(
        rule: String, roles: [Role]?, purposes: [Purpose]?, after: Period, clock: RetentionClock,
        otherwise: RetentionClock?, actions: Actions, ceiling: Period, reason: String, source: String
    ) {
        (self.rule, self.roles, self.purposes, self.after) = (rule, roles, purposes, after)
        (self.clock, self.otherwise, self.actions, self.ceiling) = (clock, otherwise, actions, ceiling)
        (self.reason, self.source) = (reason, source)
    }
}
