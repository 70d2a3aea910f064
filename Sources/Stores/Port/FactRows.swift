import Conversations

/// A week, month or quarter whose quality figures were computed for good, as it is stored.
package struct FrozenSpan: Sendable, Equatable {
    /// `week`, `month` or `quarter`, and its name, such as `2026-W31`.
    package var level: String
    package var name: String
    package var starts: Instant
    package var ends: Instant
    package var frozenAt: Instant
    /// Canonical JSON, one fact each.
    package var facts: [String]
    package init(level: String, name: String, starts: Instant, ends: Instant, frozenAt: Instant, facts: [String]) {
        (self.level, self.name, self.starts, self.ends) = (level, name, starts, ends)
        (self.frozenAt, self.facts) = (frozenAt, facts)
    }
}

/// What leaves the store before figures of its span could be computed: a week with role and purpose, and no more.
package struct GonePart: Sendable, Hashable {
    package var week: String
    package var role: Role
    package var purpose: Purpose
    package init(week: String, role: Role, purpose: Purpose) {
        (self.week, self.role, self.purpose) = (week, role, purpose)
    }
}

/// When a conversation began, and what it is.
package struct Opening: Sendable, Equatable {
    package var opened: Instant
    package var role: Role
    package var purpose: Purpose
    package init(opened: Instant, role: Role, purpose: Purpose) {
        (self.opened, self.role, self.purpose) = (opened, role, purpose)
    }
}

/// The reads that quality figures stand on.
package protocol FactSnapshot {
    /// Conversations that began in the span, with when each message was sent; persons whose data may only be stored are
    /// left out. The cost follows the span.
    /// - Parameter purpose: only those; all where it is nil.
    func eachTrace(
        from start: Instant, until end: Instant, purpose: Purpose?, asOf: Instant,
        _ body: (ConversationTrace) throws -> Void) throws
    /// When the first conversation began that has a usable date; nil of an empty store.
    func firstOpening() throws -> Instant?
    /// The highest number of a conversation; 0 in an empty store.
    func lastConversation() throws -> Int64
    /// Whether a conversation with a higher number than `id` began before `instant`.
    func hasOpening(before instant: Instant, after id: Int64) throws -> Bool
    /// Of those that are in the store and have a date.
    func openings(of conversations: [Int64]) throws -> [Opening]
    /// In the order they were frozen.
    func frozenSpans() throws -> [FrozenSpan]
    func goneParts() throws -> Set<GonePart>
    /// Whether older conversations were imported, and nobody said yet that this was all of them.
    func isBacklogOpen() throws -> Bool
    /// Frozen spans, and how many of them do not fit the chain of hashes that they were stored with.
    func factChain() throws -> (spans: Int, broken: Int, head: String)

    /// The hash of the last span in the chain that was over at an instant: what was told of it stands no later, whatever
    /// was told since of later ones.
    func factHead(ofSpansUntil end: Instant) throws -> String
}

/// The writes of quality figures.
package protocol FactStore: AnyObject {
    /// Stores the facts of spans for good, in order, at the end of the chain: all of them or none.
    func freeze(_ spans: [FrozenSpan], run: Int) throws
    func note(gone parts: Set<GonePart>) throws
    func setBacklog(open: Bool) throws
}
