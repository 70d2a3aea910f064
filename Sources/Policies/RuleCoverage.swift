import Conversations

/// Whether every role and purpose has exactly one rule, and every rule has something to apply to.
struct RuleCoverage {
    /// Nil for a rule of which nothing could be read.
    let drafts: [RuleDraft?]
    let listMark: SourceMark
    let problems: ProblemList

    private struct Pair: Hashable {
        let role: Role
        let purpose: Purpose
        static let all = Role.allCases.flatMap { role in Purpose.allCases.map { Pair(role: role, purpose: $0) } }
    }

    func check() {
        checkNames()
        checkEachApplies()
        // A rule whose match could not be read may be the missing one.
        guard drafts.allSatisfy({ $0?.match != nil }) else { return }
        checkEachRole()
        checkCatchAll()
    }

    private func checkNames() {
        var lines: [String: Int] = [:]
        for draft in drafts.compactMap({ $0 }) {
            if let first = lines[draft.title] {
                problems.add(
                    draft.mark, "the rule of line \(first) is named \"\(draft.title)\" already",
                    remedy: "give each rule its own name")
            } else {
                lines[draft.title] = draft.mark.line
            }
        }
    }

    private func checkEachApplies() {
        var takers: [Pair: RuleDraft] = [:]
        for draft in drafts.compactMap({ $0 }) {
            guard let match = draft.match else { continue }
            let pairs = Pair.all.filter { match.includes(role: $0.role, purpose: $0.purpose) }
            if pairs.allSatisfy({ takers[$0] != nil }) { report(draft, takenBy: pairs.compactMap { takers[$0] }) }
            for pair in pairs where takers[pair] == nil { takers[pair] = draft }
        }
    }

    private func report(_ draft: RuleDraft, takenBy takers: [RuleDraft]) {
        let titles = Dictionary(takers.map { ($0.mark, $0.title) }, uniquingKeysWith: { first, _ in first })
        let names = titles.sorted { $0.key < $1.key }.map { "\"\($0.value)\" (line \($0.key.line))" }
        problems.add(
            draft.matchMark,
            "this rule can never apply: all that it matches goes to \(names.joined(separator: ", ")) before it",
            remedy: "put it before, or remove it")
    }

    /// Each known role ends with a rule of its own for whatever purpose.
    private func checkEachRole() {
        for role in Role.allCases where role != .unknown {
            let isLast = { (match: Rule.Match) in match.purposes == nil && match.roles?.contains(role) ?? false }
            guard !drafts.contains(where: { $0?.match.map(isLast) ?? false }) else { continue }
            problems.add(
                listMark, "no rule takes the role \"\(role.rawValue)\" for whatever purpose",
                remedy: "add, after its other rules, one that names no purpose: match: { role: \(role.rawValue) }")
        }
    }

    private func checkCatchAll() {
        guard !drafts.contains(where: { $0?.match?.isCatchAll ?? false }), let last = drafts.last, let last else {
            return
        }
        problems.add(
            last.matchMark, "the last rule does not take everything that is left",
            remedy: "add a rule after it with match: any")
    }
}
