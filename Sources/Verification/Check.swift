import Conversations

/// One thing the night proves, and what it rests on. Nothing examined is not proven, never passed.
package struct Check: Sendable, Equatable, Codable {
    package enum Outcome: String, Sendable, Equatable, Codable { case proven, failed, notProven = "not-proven" }

    /// A stable identifier, `B1` or `archives-match`.
    package var id: String
    /// The assertion in a few English words; reports word it in their language by `id`.
    package var title: String
    package var examined: Int
    package var failing: Int
    /// Age of the oldest failure, where age means something.
    package var oldest: Instant?
    /// Whether a failure is one of the night (exit 22), or a finding for people to look into.
    package var isFinding: Bool

    package init(
        id: String, title: String, examined: Int, failing: Int, oldest: Instant? = nil, isFinding: Bool = false
    ) {
        (self.id, self.title, self.examined, self.failing, self.oldest) = (id, title, examined, failing, oldest)
        self.isFinding = isFinding
    }

    package var outcome: Outcome {
        if failing > 0 { return .failed }
        return examined == 0 ? .notProven : .proven
    }
}
