import Conversations

/// What one night would do: a value that preview prints and a run consumes once. It holds no store and no
/// dry-run flag.
package struct Plan: Sendable, Equatable, Codable {
    package var storeID: String
    package var policyHash: String
    /// The instant that the plan is for.
    package var asOf: Instant
    /// The number of conversations in the store: what shares are counted of.
    package var conversations: Int
    package var lines: [PlanLine]
    /// SHA-256 over every due record and its revision, in order: two plans of the same counts on other records differ.
    package var worklistDigest: String

    package init(
        storeID: String, policyHash: String, asOf: Instant, conversations: Int, lines: [PlanLine],
        worklistDigest: String
    ) {
        (self.storeID, self.policyHash, self.asOf) = (storeID, policyHash, asOf)
        (self.conversations, self.lines, self.worklistDigest) = (conversations, lines, worklistDigest)
    }

    package var isEmpty: Bool { lines.allSatisfy { $0.due.records == 0 } }
}
