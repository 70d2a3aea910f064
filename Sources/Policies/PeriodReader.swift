import Conversations

/// Reading periods, with the reason where a text is none.
extension ValueReader {
    func period(_ entry: YAMLEntry) -> Period? {
        guard let text = scalar(entry) else { return nil }
        if let period = Period(text) { return period }
        let (message, remedy) = PeriodMistake.explain(text)
        return refuse(entry, message, remedy: remedy)
    }
}

extension ValueReader {
    /// Every end that the policy promises comes so much later for what is new: a longer time would be a period of its own.
    private static let mostGrace = 3

    func grace(_ entry: YAMLEntry) -> Period? {
        guard let grace = period(entry) else { return nil }
        guard let most = Period(Self.mostGrace, .months), grace.averageDays > most.averageDays else { return grace }
        return refuse(
            entry,
            "\(ShownText.quoted(grace.description)) is too long for a grace, which delays what every rule promises",
            remedy: "write \(most) at most, such as 14 days; what is to be kept longer is the period of a rule")
    }
}

/// What is wrong with a text that is no period, and what to write.
enum PeriodMistake {
    private static let form = "write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years"

    static func explain(_ text: String) -> (message: String, remedy: String) {
        let quoted = ShownText.quoted(text)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        if text.hasPrefix("-") { return ("\(quoted) is negative: a period is at least 1 day", form) }
        if digits.isEmpty { return ("\(quoted) is not a period", form) }
        if digits.allSatisfy({ $0 == "0" }) { return ("\(quoted) is no time at all: a period is at least 1 day", form) }
        if rest.isEmpty { return ("\(quoted) has no unit", form) }
        let unit = rest.drop { $0 == " " }
        guard rest.hasPrefix(" "), !rest.hasPrefix("  ") else { return ("\(quoted) is not a period", form) }
        let known = Period.Unit.allCases.map(\.rawValue)
        guard known.contains(String(unit)) || known.contains(unit + "s") else {
            let nearest = Suggestion.nearest(to: String(unit), among: known)
            return ("\(ShownText.quoted(unit)) is no unit of time", nearest.map { "did you mean \"\($0)\"?" } ?? form)
        }
        return ("\(quoted) is longer than 100 years", "write a period of 100 years at most")
    }
}
