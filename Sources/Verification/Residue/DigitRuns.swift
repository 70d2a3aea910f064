import CByteMasks

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

    /// 3: a digit, 1: it may stand between two.
    private static let kinds: [UInt8] = {
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { kinds[Int(byte)] = 3 }
        for byte in Array(" .-/()".utf8) + [0x00, 0xA0, 0xC2] { kinds[Int(byte)] = 1 }
        return kinds
    }()

    /// Gives every run of nine digits or more: its digits, 0 to 9 each. The buffer is valid inside the closure only.
    package static func each(in bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        SearchedBytes.of(bytes) { each(in: $0, body) }
    }

    @inline(__always)
    static func each(in searched: SearchedBytes, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        kinds.withUnsafeBufferPointer { kinds in
            DigitRun.withEmpty { run in
                // Bytes before `done` have been read.
                var (place, done, masks, before) = (0, 0, searched.masks, UInt64(0))
                while place < searched.count {
                    let next = place &+ SearchedBytes.block
                    // A run begins with a digit that no other stands before.
                    let digits = masks[0].digits
                    var heads = heads(masks[0], masks[1]) & ~(digits &<< 1 | before)
                    before = digits &>> 63
                    while heads != 0 {
                        let offset = heads.trailingZeroBitCount
                        heads &= heads &- 1
                        guard place &+ offset >= done, holdsNumber(digits, masks[1].digits, offset) else { continue }
                        done = readRun(searched.bytes, place &+ offset, kinds, &run, body)
                    }
                    place = next
                    masks += 1
                }
            }
        }
    }

    /// The digits that eight bytes follow which are digits or may stand between two: a run of nine begins with one.
    @inline(__always)
    private static func heads(_ masks: SearchMasks, _ next: SearchMasks) -> UInt64 {
        var (joined, behind) = (masks.joined, next.joined)
        for distance: UInt64 in [1, 2, 4] {
            joined &= joined &>> distance | behind &<< (64 - distance)
            behind &= behind &>> distance
        }
        return joined & (masks.joined >> 8 | next.joined << 56) & masks.digits
    }

    /// Whether nine digits begin at a place, as far as their number tells: with three signs between each two they take 33
    /// bytes.
    @inline(__always)
    private static func holdsNumber(_ digits: UInt64, _ next: UInt64, _ offset: Int) -> Bool {
        let shift = UInt64(offset)
        let window = (digits >> shift | (shift == 0 ? 0 : next << (64 - shift))) & (1 << 33 - 1)
        return window.nonzeroBitCount >= PackedNumber.lengths.lowerBound
    }

    /// Reads a run that begins at a place, and returns the place behind it.
    @inline(__always)
    private static func readRun(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ kinds: UnsafeBufferPointer<UInt8>, _ run: inout DigitRun,
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int {
        var (place, gap) = (start, 0)
        while place < bytes.count, gap <= widestGap {
            let byte = bytes[place]
            let kind = kinds[Int(byte)]
            if kind == 0 { break }
            if kind == 3 {
                run.append(byte &- 48, body)
                gap = 0
            } else if run.count > 0 {
                gap += 1
            }
            place += 1
        }
        run.end(body)
        return place
    }
}
