/// A length of calendar time: `30 days`, `6 months`, `3 years`. Always positive, always with its unit.
package struct Period: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Codable, Sendable { case days, weeks, months, years }

    package let count: Int
    package let unit: Unit

    /// Nil for a count that is not positive or is beyond 100 years.
    package init?(_ count: Int, _ unit: Unit) {
        let limit =
            switch unit {
            case .days: 36_525
            case .weeks: 5_218
            case .months: 1_200
            case .years: 100
            }
        guard (1...limit).contains(count) else { return nil }
        (self.count, self.unit) = (count, unit)
    }

    /// The date that lies this period after `date`; months and years are calendar months, the day clamped.
    package func added(to date: CivilDate) -> CivilDate {
        switch unit {
        case .days: date.adding(days: count)
        case .weeks: date.adding(days: 7 * count)
        case .months: date.adding(months: count)
        case .years: date.adding(months: 12 * count)
        }
    }

    /// Days of the average Gregorian calendar (146,097 days in 400 years), for putting periods of different
    /// units in order. Never for computing a date.
    package var averageDays: Double {
        switch unit {
        case .days: Double(count)
        case .weeks: Double(7 * count)
        case .months: Double(count) * 146_097 / 4_800
        case .years: Double(count) * 146_097 / 400
        }
    }
}

extension Period: CustomStringConvertible {
    package var description: String { count == 1 ? "1 \(unit.rawValue.dropLast())" : "\(count) \(unit.rawValue)" }

    /// Reads `30 days` or `1 month`; nil for anything else, a bare number and zero among them.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = decimal(parts[0].utf8), !parts[0].isEmpty, parts[0].utf8.count <= 6,
            let unit = Unit.allCases.first(where: { parts[1] == $0.rawValue || parts[1] == $0.rawValue.dropLast() })
        else { return nil }
        self.init(count, unit)
    }
}

extension Period: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a period"))
        }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
