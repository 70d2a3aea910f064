/// A number of 9 to 15 digits in one word: four bits a digit, its length in the lowest four.
package struct PackedNumber: Hashable, Sendable {
    package static let lengths = 9...15
    package let bits: UInt64

    package init(bits: UInt64) { self.bits = bits }

    /// The digits of a text, whatever stands between them; nil where they are fewer than 9 or more than 15.
    package init?(digitsOf text: some Sequence<UInt8>) {
        var (bits, count) = (UInt64(0), 0)
        for byte in text where byte &- 48 < 10 {
            guard count < 15 else { return nil }
            bits = bits << 4 | UInt64(byte &- 48)
            count += 1
        }
        guard Self.lengths.contains(count) else { return nil }
        self.bits = bits << 4 | UInt64(count)
    }

    /// As it is dialled at home: the country's code gives way to a zero. Nil where that leaves too few digits.
    package var national: PackedNumber? {
        let digits = digits
        return PackedNumber(digitsOf: [48] + digits.dropFirst(CountryCode.length(of: digits)))
    }

    /// As ASCII.
    var digits: [UInt8] {
        let count = Int(bits & 15)
        return (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt64(4 * (count - $0)) & 15) + 48 }
    }
}

/// How many digits of an international number are its country's code (ITU-T E.164, list of assigned codes: zones 1
/// and 7 have one digit, these have two, all others three).
enum CountryCode {
    private static let two: Set<Int> = [
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
        62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    ]

    static func length(of digits: [UInt8]) -> Int {
        guard digits.count > 2 else { return 0 }
        if digits[0] == 49 || digits[0] == 55 { return 1 }
        return two.contains(Int(digits[0] - 48) * 10 + Int(digits[1] - 48)) ? 2 : 3
    }
}

/// Runs of digits in raw bytes, with what usually stands between the digits of a telephone number: spaces, points,
/// hyphens, slashes, brackets, no-break spaces; and the zero bytes of UTF-16, in either order.
package enum DigitRuns {
    /// A place between two digits may be this wide.
    private static let widestGap = 3

    private static let kinds: [UInt8] = {
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { kinds[Int(byte)] = 1 }
        for byte in Array(" .-/()".utf8) + [0x00, 0xA0, 0xC2] { kinds[Int(byte)] = 2 }
        return kinds
    }()

    /// A run of nine digits holds at least one byte of every eighth place, and each of its bytes is a digit or stands
    /// between two: where the byte at such a place is neither, no run crosses it.
    private static let step = 8

    /// Longer runs are given in pieces that overlap, so that no number is cut.
    private static let longest = 1 << 10

    /// Gives every run of nine digits or more: its digits, 0 to 9 each. The buffer is valid inside the closure only.
    package static func each(in bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard bytes.count >= PackedNumber.lengths.lowerBound else { return }
        kinds.withUnsafeBufferPointer { kinds in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { digits in
                // Bytes before `done` have been read.
                var (place, done) = (0, 0)
                while place < bytes.count {
                    guard mayBeInRun(bytes, place, kinds) else {
                        place += step
                        continue
                    }
                    var start = place
                    while start > done, kinds[Int(bytes[start - 1])] != 0 { start -= 1 }
                    while start <= place { start = read(bytes, from: start, kinds, into: digits, body) }
                    done = start
                    place = (done + step - 1) / step * step
                }
            }
        }
    }

    /// Whether the byte is a digit, or stands so near to one that it may be between two.
    @inline(__always)
    private static func mayBeInRun(
        _ bytes: UnsafeRawBufferPointer, _ place: Int, _ kinds: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if place >= widestGap, place + 5 <= bytes.count,
            !mayHoldDigit(bytes.loadUnaligned(fromByteOffset: place - widestGap, as: UInt64.self))
        {
            return false
        }
        return kinds[Int(bytes[place])] != 0
    }

    /// Whether a byte of the word has 3 as its upper half: digits and six signs beside them.
    @inline(__always)
    private static func mayHoldDigit(_ word: UInt64) -> Bool {
        let halves = (word & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
        return (halves &- 0x0101_0101_0101_0101) & ~halves & 0x8080_8080_8080_8080 != 0
    }

    /// Reads a run that may begin at `start`, and returns where to go on.
    private static func read(
        _ bytes: UnsafeRawBufferPointer, from start: Int, _ kinds: UnsafeBufferPointer<UInt8>,
        into digits: UnsafeMutableBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int {
        var (place, gap, count) = (start, 0, 0)
        while place < bytes.count {
            let byte = bytes[place]
            switch kinds[Int(byte)] {
            case 1:
                if count == digits.count {
                    body(UnsafeBufferPointer(digits))
                    let kept = PackedNumber.lengths.upperBound - 1
                    for index in 0..<kept { digits[index] = digits[count - kept + index] }
                    count = kept
                }
                digits[count] = byte &- 48
                count += 1
                gap = 0
            case 2 where gap < widestGap && count > 0: gap += 1
            case 2 where count == 0: break
            default:
                if count >= PackedNumber.lengths.lowerBound {
                    body(UnsafeBufferPointer(rebasing: digits[..<count]))
                }
                return place + 1
            }
            place += 1
        }
        if count >= PackedNumber.lengths.lowerBound { body(UnsafeBufferPointer(rebasing: digits[..<count])) }
        return place
    }

    /// Every number of the given lengths that stands anywhere in a run.
    @inline(__always)
    package static func numbers(
        in digits: UnsafeBufferPointer<UInt8>, lengths: [Int], _ body: (PackedNumber) -> Void
    ) {
        for length in lengths where length <= digits.count {
            let mask: UInt64 = (1 << UInt64(4 * length)) - 1
            var bits: UInt64 = 0
            for (index, digit) in digits.enumerated() {
                bits = (bits << 4 | UInt64(digit)) & mask
                if index >= length - 1 { body(PackedNumber(bits: bits << 4 | UInt64(length))) }
            }
        }
    }
}
