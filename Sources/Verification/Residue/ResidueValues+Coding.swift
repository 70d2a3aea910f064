import Conversations

/// As they go to the process that searches: numbers and texts as hexadecimal digits, one text of JSON for each kind. There
/// may be a hundred thousand of them, and a value of JSON for each takes longer than the search.
extension ResidueValues: Codable {
    private enum CodingKeys: String, CodingKey { case numbers, own, inIDs, hashes, key, texts }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.digits(of: numbers), forKey: .numbers)
        try container.encode(Self.digits(of: own), forKey: .own)
        try container.encode(Self.digits(of: inIDs), forKey: .inIDs)
        try container.encode(Self.digits(of: hashes), forKey: .hashes)
        try container.encode(key.hexadecimal, forKey: .key)
        try container.encode(texts.map(\.hexadecimal).joined(separator: " "), forKey: .texts)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func damaged(_ place: CodingKeys) -> DecodingError {
            .dataCorruptedError(forKey: place, in: container, debugDescription: "not hexadecimal digits")
        }
        func numbers(_ place: CodingKeys) throws -> Set<UInt64> {
            let digits = Array(try container.decode(String.self, forKey: place).utf8)
            guard let numbers = Self.numbers(of: digits) else { throw damaged(place) }
            return numbers
        }
        func bytes(_ digits: some Collection<UInt8>, _ place: CodingKeys) throws -> [UInt8] {
            guard let bytes = Self.bytes(of: digits) else { throw damaged(place) }
            return bytes
        }
        self.init(key: try bytes(Array(try container.decode(String.self, forKey: .key).utf8), .key))
        (self.numbers, own) = try (numbers(.numbers), numbers(.own))
        (inIDs, hashes) = try (numbers(.inIDs), numbers(.hashes))
        texts = try Array(try container.decode(String.self, forKey: .texts).utf8)
            .split(separator: UInt8(ascii: " ")).map { try bytes($0, .texts) }
    }

    /// Sixteen digits each.
    private static func digits(of numbers: Set<UInt64>) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(16 * numbers.count)
        for number in numbers {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                digits.append(hexadecimalDigit(UInt8(truncatingIfNeeded: number >> shift) & 15))
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func numbers(of digits: [UInt8]) -> Set<UInt64>? {
        guard digits.count % 16 == 0 else { return nil }
        var numbers: Set<UInt64> = []
        numbers.reserveCapacity(digits.count / 16)
        for start in stride(from: 0, to: digits.count, by: 16) {
            var number: UInt64 = 0
            for digit in digits[start..<start + 16] {
                guard let value = value(of: digit) else { return nil }
                number = number << 4 | UInt64(value)
            }
            numbers.insert(number)
        }
        return numbers
    }

    private static func bytes(of digits: some Collection<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
