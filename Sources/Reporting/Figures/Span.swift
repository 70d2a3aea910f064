import Conversations

/// A stretch of time that figures are about: an ISO 8601 week, or the month, quarter or year that its weeks make.
///
/// A week belongs to the month, quarter and year of its Thursday, so that each level is made of whole ones of the level
/// below: no figure of one level can be taken apart by one of another whose border it crosses.
package struct Span: Hashable, Sendable, Comparable {
    package enum Level: String, Sendable, Codable, CaseIterable { case week, month, quarter, year }

    package let level: Level
    /// The Monday that it begins with.
    package let start: CivilDate
    /// The Monday after it.
    package let end: CivilDate

    /// The span of a level that a day lies in.
    package init(_ level: Level, of day: CivilDate) {
        let thursday = day.adding(days: 4 - LocalCalendar.weekday(of: day))
        self.level = level
        guard level != .week else {
            start = thursday.adding(days: -3)
            end = thursday.adding(days: 4)
            return
        }
        let months = Span.months(in: level)
        let first = thursday.adding(days: 1 - thursday.day)
            .adding(months: -((thursday.month - 1) % months))
        start = Span.firstMonday(of: first)
        end = Span.firstMonday(of: first.adding(months: months))
    }

    /// Reads `2026-W31`, `2026-07`, `2026-Q3` or `2026`; nil for anything else.
    package init?(_ name: some StringProtocol) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), parts.count <= 2 else {
            return nil
        }
        guard let part = parts.dropFirst().first else {
            guard let day = CivilDate(year: year, month: 6, day: 15) else { return nil }
            self.init(.year, of: day)
            return
        }
        let number = Int(part.drop { $0 == "W" || $0 == "Q" }) ?? 0
        let span: Span?
        switch (part.first, part.utf8.count) {
        case ("W", 3):
            span = CivilDate(year: year, month: 1, day: 4).map { Span(.week, of: $0.adding(days: 7 * (number - 1))) }
        case ("Q", 2): span = CivilDate(year: year, month: 3 * number - 1, day: 15).map { Span(.quarter, of: $0) }
        case (_, 2): span = CivilDate(year: year, month: number, day: 15).map { Span(.month, of: $0) }
        default: span = nil
        }
        guard let span, span.name == name else { return nil }
        self = span
    }

    /// `2026-W31`, `2026-07`, `2026-Q3`, `2026`.
    package var name: String {
        let thursday = start.adding(days: 3)
        let year = thursday.description.prefix(4)
        switch level {
        case .week:
            let first = CivilDate(daysSince1970: thursday.daysSince1970).yearStart
            let number = Int(thursday.daysSince1970 - first.daysSince1970) / 7 + 1
            return "\(year)-W\(number < 10 ? "0" : "")\(number)"
        case .month: return thursday.yearAndMonth
        case .quarter: return "\(year)-Q\((thursday.month + 2) / 3)"
        case .year: return String(year)
        }
    }

    /// The span of a higher level that this one is part of.
    package func inside(_ level: Level) -> Span { Span(level, of: start.adding(days: 3)) }

    /// The spans of a lower level that make this one, in order.
    package func parts(_ level: Level) -> [Span] {
        var parts: [Span] = []
        var day = start
        while day < end {
            let part = Span(level, of: day)
            parts.append(part)
            day = part.end
        }
        return parts
    }

    package func contains(_ day: CivilDate) -> Bool { start <= day && day < end }
    package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    package static func < (a: Span, b: Span) -> Bool { (a.start, b.end) < (b.start, a.end) }

    private static func months(in level: Level) -> Int {
        switch level {
        case .week, .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The Monday of the first week whose Thursday lies in the month.
    private static func firstMonday(of month: CivilDate) -> CivilDate {
        let offset = (4 - LocalCalendar.weekday(of: month) + 7) % 7
        return month.adding(days: offset - 3)
    }
}

extension CivilDate {
    fileprivate var yearStart: CivilDate { CivilDate(year: year, month: 1, day: 1) ?? self }
}

extension Span: Codable {
    package init(from decoder: any Decoder) throws {
        guard let span = Span(try decoder.singleValueContainer().decode(String.self)) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a span"))
        }
        self = span
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
