import Conversations
import Policies
import Reporting

/// The rules of a policy, step by step, as reports and the notice show them.
package enum RuleTerms {
    package static func terms(_ policy: Policy) -> [RuleTerm] {
        policy.rules.flatMap { rule in
            rule.steps.map { term(rule, $0, $0.since ?? rule.since) }
                + (rule.otherwise.map { other in
                    other.steps.map { step in
                        var term = term(rule, step, step.since ?? other.since)
                        term.unless = rule.since
                        return term
                    }
                } ?? [])
        }
    }

    private static func term(_ rule: Rule, _ step: Rule.Step, _ clock: RetentionClock) -> RuleTerm {
        var term = RuleTerm(
            rule: rule.name, roles: rule.match.roles, purposes: rule.match.purposes, after: step.after, clock: clock,
            otherwise: step.otherwise, actions: step.actions, ceiling: rule.ceiling, reason: rule.reason,
            source: rule.source)
        (term.basis, term.owner, term.reviewed) = (rule.basis, rule.owner, rule.approved)
        term.isOverridden = rule.override != nil
        return term
    }
}
