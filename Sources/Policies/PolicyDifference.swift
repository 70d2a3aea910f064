import Conversations

/// What differs between two policies, rule by rule.
package struct PolicyDifference: Sendable, Equatable {
    package enum Change: Sendable, Equatable {
        case added(Rule)
        case removed(Rule)
        /// The rules that both policies have stand in another order, and the first that matches applies.
        case reordered(before: [String], after: [String])
        /// A value of a rule; nil where the policy has none. `key` is its path in the file, such as `steps 2 after`.
        case rule(name: String, key: String, before: String?, after: String?)
        /// A value outside the rules. `key` is its path in the file, such as `limits percent`.
        case setting(key: String, before: String?, after: String?)
    }

    /// Settings first, then rules in the newer policy's order, then those that are gone. Empty where nothing differs.
    package let changes: [Change]

    package init(from before: Policy, to after: Policy) {
        let settings = PolicyDifference.pairs(before.settings, after.settings).map {
            Change.setting(key: $0.key, before: $0.before, after: $0.after)
        }
        changes = settings + PolicyDifference.ruleChanges(from: before.rules, to: after.rules)
    }

    private static func ruleChanges(from before: [Rule], to after: [Rule]) -> [Change] {
        var changes: [Change] = []
        let oldOrder = before.map(\.name).filter { name in after.contains { $0.name == name } }
        let newOrder = after.map(\.name).filter { name in before.contains { $0.name == name } }
        if oldOrder != newOrder { changes.append(.reordered(before: oldOrder, after: newOrder)) }
        for rule in after {
            guard let old = before.first(where: { $0.name == rule.name }) else {
                changes.append(.added(rule))
                continue
            }
            changes += pairs(old.values, rule.values).map {
                .rule(name: rule.name, key: $0.key, before: $0.before, after: $0.after)
            }
        }
        return changes + before.filter { old in !after.contains { $0.name == old.name } }.map(Change.removed)
    }

    /// The keys whose values differ, in the order of the newer list, then those that only the older one has.
    private static func pairs(
        _ before: [(key: String, value: String)], _ after: [(key: String, value: String)]
    ) -> [(key: String, before: String?, after: String?)] {
        let old = Dictionary(before.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let keys = after.map(\.key) + before.map(\.key).filter { new[$0] == nil }
        return keys.map { ($0, old[$0], new[$0]) }.filter { $0.1 != $0.2 }
    }

    /// One line for each change.
    package var lines: [String] { changes.map(\.description) }
}

extension PolicyDifference.Change: CustomStringConvertible {
    package var description: String {
        switch self {
        case .added(let rule): "rule \(rule.name): added: \(rule)"
        case .removed(let rule): "rule \(rule.name): removed: \(rule)"
        case .reordered(let before, let after):
            "rules: order was \(before.joined(separator: ", ")), is \(after.joined(separator: ", "))"
        case .rule(let name, let key, let before, let after):
            "rule \(name): \(key): was \(before ?? "none"), is \(after ?? "none")"
        case .setting(let key, let before, let after): "\(key): was \(before ?? "none"), is \(after ?? "none")"
        }
    }
}
