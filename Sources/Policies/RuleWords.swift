import Conversations

// Rules in the words of a policy file, for tables and for what differs between two policies.

extension Rule.Match: CustomStringConvertible {
    /// `any`, or `role client, prospect; purpose question`.
    package var description: String {
        if isCatchAll { return "any" }
        let role = roles.map { "role " + $0.map(\.rawValue).joined(separator: ", ") }
        let purpose = purposes.map { "purpose " + $0.map(\.rawValue).joined(separator: ", ") }
        return [role, purpose].compactMap { $0 }.joined(separator: "; ")
    }
}

extension Rule.Step: CustomStringConvertible {
    /// `12 months since closed, otherwise last-inbound: redact all, archive`.
    package var description: String { "\(after)\(clock.map { " \($0)" } ?? ""): \(actions)" }

    /// `since closed, otherwise last-inbound`; nil where the step uses the rule's clock.
    var clock: String? {
        since.map { "since \($0.rawValue)" + (otherwise.map { ", otherwise \($0.rawValue)" } ?? "") }
    }
}

extension Rule.Override: CustomStringConvertible {
    package var description: String { "\(reason) (\(by), \(on))" }
}

extension Rule: CustomStringConvertible {
    /// The rule on one line, without its reasons.
    package var description: String {
        let otherwiseText = otherwise.map {
            "; otherwise since \($0.since.rawValue): " + $0.steps.map(\.description).joined(separator: "; ")
        }
        return "\(match): since \(since.rawValue): " + steps.map(\.description).joined(separator: "; ")
            + (otherwiseText ?? "")
    }
}
