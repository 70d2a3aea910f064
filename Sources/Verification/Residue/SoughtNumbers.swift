/// Numbers that are looked for in runs of digits.
struct SoughtNumbers: Sendable {
    /// By the first three digits of a number, four bits each: of how many digits those may be that begin so, a bit each. Most
    /// parts of most runs are left by it.
    private var lengths = [UInt16](repeating: 0, count: 1 << 12)
    private let table: NumberTable
    let isEmpty: Bool

    /// - Parameter orAny: whether every part of a run is asked for, since only hashes are known of some numbers.
    init(_ numbers: Set<UInt64>, orAny: Bool) {
        table = NumberTable(numbers)
        isEmpty = numbers.isEmpty && !orAny
        for number in numbers where PackedNumber.lengths.contains(Int(number & 15)) {
            let length = number & 15
            lengths[Int(number >> (4 * (length - 2)) & 0xFFF)] |= 1 << UInt16(length)
        }
        guard orAny else { return }
        let all = PackedNumber.lengths.reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
        lengths = [UInt16](repeating: all, count: lengths.count)
    }

    @inline(__always)
    func contains(_ number: PackedNumber) -> Bool { table.contains(number.bits) }

    /// Every part of a run that begins, and is as long, as one of the numbers.
    /// - Parameter digits: 0 to 9 each; fewer than nine have no part.
    @inline(__always)
    func each(in digits: UnsafeBufferPointer<UInt8>, _ body: (PackedNumber) -> Void) {
        guard digits.count >= PackedNumber.lengths.lowerBound else { return }
        var beginning = Int(digits[0]) &<< 4 | Int(digits[1])
        for start in 0...(digits.count - PackedNumber.lengths.lowerBound) {
            beginning = (beginning &<< 4 | Int(digits[start &+ 2])) & 0xFFF
            var left = lengths[beginning]
            if digits.count - start < PackedNumber.lengths.upperBound {
                left &= 2 &<< UInt16(digits.count - start) &- 1
            }
            var (bits, length) = (UInt64(0), 0)
            while left != 0 {
                let wanted = left.trailingZeroBitCount
                left &= left &- 1
                while length < wanted {
                    bits = bits &<< 4 | UInt64(digits[start &+ length])
                    length &+= 1
                }
                body(PackedNumber(bits: bits &<< 4 | UInt64(length)))
            }
        }
    }
}

/// A set of numbers that is asked far more often than it is changed: most are not in it, which one bit tells.
private struct NumberTable: Sendable {
    private var filter: HashFilter
    private let slots: [UInt64]
    private let shift: UInt64

    init(_ numbers: Set<UInt64>) {
        filter = HashFilter(for: numbers.count, share: 16)
        var bits: UInt64 = 4
        while (1 << bits) < numbers.count * 4 { bits += 1 }
        shift = 64 - bits
        // No packed number is zero: its length is in it.
        var slots = [UInt64](repeating: 0, count: 1 << Int(bits))
        for number in numbers {
            filter.insert(HashFilter.hash(number))
            var slot = Int(HashFilter.hash(number) >> shift)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
        self.slots = slots
    }

    @inline(__always)
    func contains(_ number: UInt64) -> Bool {
        let hash = HashFilter.hash(number)
        guard filter.mayHold(hash) else { return false }
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(hash &>> (shift & 63))
            while slots[slot] != 0 {
                if slots[slot] == number { return true }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return false
        }
    }
}
