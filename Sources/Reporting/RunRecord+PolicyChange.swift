import Conversations
import Planning

extension RunRecord {
    /// A change of policy whose grace is not over: what it says, and what it makes due when. Nothing goes by it before.
    package struct PolicyChange: Sendable, Equatable, Codable {
        package var values: [ChangedValue]
        /// The first night on which all of it counts.
        package var graceEnds: CivilDate
        package var lines: [Line]
        package init(values: [ChangedValue], graceEnds: CivilDate, lines: [Line]) {
            (self.values, self.graceEnds, self.lines) = (values, graceEnds, lines)
        }

        /// What a rule asks for, and how many records it will ask it of.
        package struct Line: Sendable, Equatable, Codable {
            package var plan: PlanLine
            /// Due on `graceEnds`, if nothing is done before.
            package var dueThen: Int
            package init(plan: PlanLine, dueThen: Int) { (self.plan, self.dueThen) = (plan, dueThen) }
        }
    }
}
