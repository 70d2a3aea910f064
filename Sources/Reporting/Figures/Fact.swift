import Conversations

/// A role and purpose, or all of a role, or all: what figures are broken down by.
package struct Subject: Hashable, Sendable, Codable, Comparable {
    /// Nil where several roles are put together.
    package var role: Role?
    /// Nil where several purposes are put together.
    package var purpose: Purpose?
    package init(_ role: Role?, _ purpose: Purpose?) { (self.role, self.purpose) = (role, purpose) }

    package static let all = Subject(nil, nil)
    package var isPair: Bool { role != nil && purpose != nil }

    package func contains(_ other: Subject) -> Bool {
        (role == nil || role == other.role) && (purpose == nil || purpose == other.purpose)
    }

    /// All first, then each role with its purposes, in the order of the enumerations.
    package static func < (a: Subject, b: Subject) -> Bool { a.order.lexicographicallyPrecedes(b.order) }

    private var order: [Int] {
        [
            role.flatMap { Role.allCases.firstIndex(of: $0) } ?? -1,
            purpose.flatMap { Purpose.allCases.firstIndex(of: $0) } ?? -1,
        ]
    }
}

/// Figures of a span and subject, computed once and never again.
package struct Fact: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// Conversations that no other block counts. Every conversation is in one block at most, so that no figure can
        /// be had by taking one block from another.
        case block
        /// What blocks inside of the span and subject come to. Its counts are the sums of theirs.
        case rollup
    }

    package enum Withheld: String, Sendable, Codable {
        /// Too few persons, or one of them wrote most of it: it is counted at the next level.
        case few
        /// Records had left the store before the span was over.
        case gone
    }

    package var span: Span
    package var subject: Subject
    package var kind: Kind
    /// Nil where they may not be told.
    package var figures: Figures?
    package var withheld: Withheld?
    /// At which hours of the week persons wrote; of a quarter as a whole only.
    package var heat: HeatMap?

    package init(
        span: Span, subject: Subject, kind: Kind, figures: Figures?, withheld: Withheld? = nil, heat: HeatMap? = nil
    ) {
        (self.span, self.subject, self.kind) = (span, subject, kind)
        (self.figures, self.withheld, self.heat) = (figures, withheld, heat)
    }
}
