/// The telephone numbers of a conversation's persons, as the store has them: digits that are one of them are a person's,
/// whatever the words around say.
struct KnownNumbers: Sendable {
    struct Number: Sendable, Equatable {
        /// Digits, each as its value.
        var countryCode: [UInt8]
        var national: [UInt8]
        /// What is dialled before the national number at home.
        var trunk: [UInt8]
        /// As `Claims.numbers` holds a number: ASCII, `+` first where the country is known.
        var canonical: [UInt8]
    }

    /// Fewer digits than these are no number to look for: they stand in too many others.
    private static let fewest = 6

    private(set) var numbers: [Number] = []

    var isEmpty: Bool { numbers.isEmpty }

    /// The fewest digits that a text must have to hold one of them.
    private(set) var shortest = Int.max

    /// Takes the numbers of other persons in place of those there are.
    mutating func reset(_ persons: [PersonProfile], _ plans: PhonePlans) {
        numbers.removeAll(keepingCapacity: true)
        shortest = .max
        for person in persons {
            for written in person.phoneNumbers {
                guard let number = Self.read(written, plans), !numbers.contains(number) else { continue }
                numbers.append(number)
                shortest = min(shortest, number.national.count)
            }
        }
    }

    /// A number as it was written down: with its country code, after `+`, `00` or nothing, or as at home in a region of
    /// the run. What follows `@` or `:` is a server or a device.
    private static func read(_ written: String, _ plans: PhonePlans) -> Number? {
        let all = written.utf8.prefix { $0 != 0x40 && $0 != 0x3A }.filter { $0 &- 0x30 < 10 }.map { $0 - 0x30 }
        let isOpen = !written.utf8.contains(0x2B) && all.first == 0
        let isAbroad = all.starts(with: [0, 0])
        return Array(isAbroad ? all.dropFirst(2) : all[...]).withUnsafeBufferPointer { digits in
            guard digits.count >= fewest, digits.count <= 17 else { return nil }
            let abroad = isOpen && !isAbroad ? nil : plans.international(digits)
            guard let reading = abroad ?? plans.national(digits) else {
                let canonical = digits.map { $0 + 0x30 }
                return Number(countryCode: [], national: Array(digits), trunk: [], canonical: canonical)
            }
            let national = Array(digits[reading.national...])
            guard national.count >= fewest else { return nil }
            var canonical: [UInt8] = []
            plans.appendCanonical(reading, digits, to: &canonical)
            return Number(
                countryCode: String(reading.countryCode).utf8.map { $0 - 0x30 }, national: national,
                trunk: plans.trunk(ofCountryCode: reading.countryCode), canonical: canonical)
        }
    }
}
