import Conversations
import Policies

/// The terms of the rule that applies to one role and purpose, dated for the nights that a plan looks at.
final class PairTerms: Sendable {
    let rule: Rule
    /// One line for each distinct set of conversation actions, in the order of the rule's steps.
    let lines: [LineTerms]
    /// The terms that erase the conversation as a whole: past them, nothing else is done.
    let eraseAll: LineTerms?
    /// For each action on the person, the terms that make it due here; erasing all makes every one due.
    private let person: [LineTerms]

    /// - Parameter earlier: terms under earlier versions of the notice, which hold on for what was collected under them:
    ///   a longer period does not apply to it.
    /// - Parameter former: for tonight and the night before, the terms of this pair's rule in each policy that was in
    ///   force lately.
    init(_ rule: Rule, earlier: [Term], former: [PlanNight: [[Term]]], _ cutoffs: inout Cutoffs) {
        self.rule = rule
        let terms = Term.all(of: rule) + earlier
        func line(_ actions: Actions, includingErasure: Bool = false) -> LineTerms {
            LineTerms(
                actions: actions,
                terms: terms.filter {
                    actions.isSubset(of: $0.actions) || (includingErasure && $0.actions.contains(.eraseAll))
                },
                former: former.mapValues { $0.flatMap { PairTerms.terms(for: actions, among: $0) } }, &cutoffs)
        }
        let lines = Term.lines(of: rule).map { line($0) }
        self.lines = lines
        eraseAll = lines.first { $0.actions == .eraseAll }
        person = Actions.eachOfPerson.map { line($0, includingErasure: true) }
    }

    /// The terms by which one action on the person is due here.
    func line(onPerson action: Actions) -> LineTerms? {
        for line in person where line.actions == action { return line }
        return nil
    }

    /// Under an earlier policy an action may have been due by its own step, or by one that erased all.
    private static func terms(for actions: Actions, among terms: [Term]) -> [[Term]] {
        actions.each.map { single in
            terms.filter { $0.actions.isSuperset(of: single) || $0.actions.contains(.eraseAll) }
        }
    }
}
