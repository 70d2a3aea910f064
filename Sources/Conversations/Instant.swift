/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Comparable, Hashable, Sendable {
    package let seconds: Int64
    package init(seconds: Int64) { self.seconds = seconds }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    package static func + (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds + seconds) }
    package static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }

    /// The start of 2009, before which no message of the messenger can have been sent: an earlier date is no date.
    package static let earliestPlausible = Instant(seconds: 1_230_768_000)

    /// The start of 2200, far after any event of a retention period: a later value counts in another unit.
    package static let latestPlausible = Instant(seconds: 7_258_118_400)
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, to the second: `2026-03-29T01:00:00Z`.
    package var description: String {
        let days = seconds.floorDivided(by: 86_400)
        let rest = seconds - days * 86_400
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
        return "\(CivilDate(daysSince1970: days))T\(time)Z"
    }

    /// Reads what `description` writes, and nothing else; nil for any other form or a date that does not exist.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let date = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
            let second = decimal(bytes[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(seconds: date.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an RFC 3339 instant in UTC"))
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func twoDigits(_ value: some BinaryInteger) -> String { value < 10 ? "0\(value)" : "\(value)" }

/// The value of a run of ASCII digits, or nil where another byte stands among them or the value is beyond all integers.
func decimal(_ digits: some Sequence<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isOver) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
        guard !isTooLarge, !isOver else { return nil }
        value = sum
    }
    return value
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that days before 1970 come out right.
    func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
