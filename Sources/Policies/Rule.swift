import Conversations

/// One retention rule: which conversations, counted from which clock, which steps at which age.
package struct Rule: Sendable, Equatable, Codable {
    package var name: String
    package var match: Match
    /// The clock of every step that does not name its own.
    package var since: RetentionClock
    /// What holds instead while the event that `since` names has not happened.
    package var otherwise: Otherwise?
    package var steps: [Step]
    /// The longest period that the rule may state without an override.
    package var ceiling: Period
    package var override: Override?
    /// Who decided, and why, that this rule's periods also hold for what was collected under an earlier version of the
    /// notice, where they are longer than the ones then in force.
    package var lengthened: Override?
    package var reason: String
    package var source: String
    /// The legal basis of holding the data, who answers for the rule, and when it was last reviewed.
    package var basis: String?
    package var owner: String?
    package var approved: CivilDate?

    package init(
        name: String, match: Match, since: RetentionClock, otherwise: Otherwise?, steps: [Step], ceiling: Period,
        override: Override?, lengthened: Override? = nil, reason: String, source: String, basis: String? = nil,
        owner: String? = nil, approved: CivilDate?
    ) {
        (self.basis, self.owner) = (basis, owner)
        (self.name, self.match, self.since, self.otherwise, self.steps) = (name, match, since, otherwise, steps)
        (self.ceiling, self.override, self.reason, self.source) = (ceiling, override, reason, source)
        (self.lengthened, self.approved) = (lengthened, approved)
    }
}

extension Rule {
    /// The roles and purposes that a rule applies to; nil stands for every one. The catch-all has neither.
    package struct Match: Sendable, Equatable, Codable {
        package var roles: [Role]?
        package var purposes: [Purpose]?
        package init(roles: [Role]?, purposes: [Purpose]?) { (self.roles, self.purposes) = (roles, purposes) }

        package var isCatchAll: Bool { roles == nil && purposes == nil }

        package func includes(role: Role, purpose: Purpose) -> Bool {
            (roles?.contains(role) ?? true) && (purposes?.contains(purpose) ?? true)
        }
    }

    /// At an age, actions.
    package struct Step: Sendable, Equatable, Codable {
        package var after: Period
        /// The step's own clock; nil for the rule's.
        package var since: RetentionClock?
        /// The clock to use while the event that the step's own `since` names has not happened.
        package var otherwise: RetentionClock?
        package var actions: Actions
        package init(after: Period, since: RetentionClock?, otherwise: RetentionClock?, actions: Actions) {
            (self.after, self.since, self.otherwise, self.actions) = (after, since, otherwise, actions)
        }
    }

    /// The clock and steps of a rule whose event has not happened. They replace the steps that use the rule's clock.
    package struct Otherwise: Sendable, Equatable, Codable {
        package var since: RetentionClock
        package var steps: [Step]
        package init(since: RetentionClock, steps: [Step]) { (self.since, self.steps) = (since, steps) }
    }

    /// Who decided, and why, that a period may exceed its ceiling.
    package struct Override: Sendable, Equatable, Codable {
        package var reason: String
        package var by: String
        package var on: CivilDate
        package init(reason: String, by: String, on: CivilDate) { (self.reason, self.by, self.on) = (reason, by, on) }
    }
}
