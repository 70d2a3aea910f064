/// Who a conversation is with, as the published policy names them.
package enum Role: String, CaseIterable, Codable, Sendable, Hashable {
    case client, prospect, candidate, `operator`, unknown

    /// The role a stored value stands for. A value of another vocabulary is `unknown`, never an error:
    /// the catch-all rule applies to it and the report counts it.
    package init(stored: String) { self = Role(rawValue: stored) ?? .unknown }

    /// Its place in `allCases`.
    package var place: Int {
        switch self {
        case .client: 0
        case .prospect: 1
        case .candidate: 2
        case .operator: 3
        case .unknown: 4
        }
    }
}

/// Why a conversation is held, as section 3 of the published policy names it.
package enum Purpose: String, CaseIterable, Codable, Sendable, Hashable {
    case assistance, question, application, technical, quality, information, unknown

    /// The purpose a stored value stands for; `unknown` for a value of another vocabulary.
    package init(stored: String) { self = Purpose(rawValue: stored) ?? .unknown }

    /// Its place in `allCases`.
    package var place: Int {
        switch self {
        case .assistance: 0
        case .question: 1
        case .application: 2
        case .technical: 3
        case .quality: 4
        case .information: 5
        case .unknown: 6
        }
    }
}
