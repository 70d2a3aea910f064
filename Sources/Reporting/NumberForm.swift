import Conversations

/// Numbers, sizes, durations and dates as a language writes them, without any formatter or locale data, so that the
/// same record gives the same bytes on every machine.
package struct NumberForm: Sendable {
    package let language: ReportLanguage
    package init(_ language: ReportLanguage) { self.language = language }

    /// Between groups of three digits. French uses a narrow no-break space.
    private var group: String {
        switch language {
        case .french: "\u{202f}"
        case .dutch: "."
        case .english: ","
        }
    }

    private var decimalMark: String { language == .english ? "." : "," }

    package func integer(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += group }
            grouped.append(digit)
        }
        return (value < 0 ? "\u{2212}" : "") + grouped
    }

    /// A size in decimal units (1 kB is 1,000 bytes), with one decimal below ten. `bytes` is not negative.
    package func size(_ bytes: Int, units: [String]) -> String {
        var (divisor, unit) = (1, 0)
        // 999,950 bytes are shown as 1 MB and not as 1000 kB: the unit changes where rounding would reach it.
        while unit + 1 < units.count, (bytes + divisor / 2) / divisor >= 1000 {
            (divisor, unit) = (divisor * 1000, unit + 1)
        }
        guard unit < units.count else { return integer(bytes) }
        let tenths = (bytes * 10 + divisor / 2) / divisor
        let number =
            unit == 0 || tenths >= 100
            ? integer((bytes + divisor / 2) / divisor) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
        return "\(number)\u{a0}\(units[unit])"
    }

    /// A length of time to the minute: `3 h 05 min`, `2 d 4 h`, `< 1 min`. `units` are day, hour, minute, second.
    package func duration(_ seconds: Int, units: [String]) -> String {
        guard units.count == 4 else { return integer(seconds) }
        let minutes = (seconds + 30) / 60
        let parts =
            switch minutes {
            case ..<1: "<\u{a0}1\u{a0}\(units[2])"
            case ..<60: "\(minutes)\u{a0}\(units[2])"
            case ..<1440: "\(minutes / 60)\u{a0}\(units[1])\u{a0}\(twoDigits(minutes % 60))\u{a0}\(units[2])"
            case _ where minutes % 1440 < 60: "\(integer(minutes / 1440))\u{a0}\(units[0])"
            default: "\(integer(minutes / 1440))\u{a0}\(units[0])\u{a0}\(minutes % 1440 / 60)\u{a0}\(units[1])"
            }
        return parts
    }

    /// How long the work took, to the second below a minute.
    package func workingTime(_ seconds: Int, units: [String]) -> String {
        guard units.count == 4, seconds < 60 else { return duration(seconds, units: units) }
        return "\(max(seconds, 0))\u{a0}\(units[3])"
    }

    /// `1er mars 2026`, `1 maart 2026`, `1 March 2026`.
    package func date(_ date: CivilDate, months: [String]) -> String {
        guard months.count == 12 else { return date.description }
        let day = language == .french && date.day == 1 ? "1er" : String(date.day)
        return "\(day)\u{a0}\(months[date.month - 1])\u{a0}\(date.year)"
    }

    /// `mars 2026` for `2026-03`; the text itself where it is no month.
    package func month(_ yearAndMonth: String, months: [String]) -> String {
        guard months.count == 12, let date = CivilDate(yearAndMonth + "-01") else { return yearAndMonth }
        return "\(months[date.month - 1])\u{a0}\(date.year)"
    }

    /// `14 h 05`, `14.05 uur`, `14:05`, by the clock on the wall.
    package func time(secondsOfDay: Int64) -> String {
        let (hour, minute) = (secondsOfDay / 3600, twoDigits(Int(secondsOfDay / 60 % 60)))
        return switch language {
        case .french: "\(hour)\u{a0}h\u{a0}\(minute)"
        case .dutch: "\(hour).\(minute)\u{a0}uur"
        case .english: "\(twoDigits(Int(hour))):\(minute)"
        }
    }

    private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
