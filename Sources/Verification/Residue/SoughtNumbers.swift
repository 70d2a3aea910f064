/// Numbers that are looked for in runs of digits.
struct SoughtNumbers: Sendable {
    /// By the first three digits of a number, four bits each: of how many digits those may be that begin so, a bit each. Most
    /// parts of most runs are left by it.
    private var lengths = [UInt16](repeating: 0, count: 1 << 12)
    /// Most numbers are not looked for, which one bit tells.
    private var filter: HashFilter
    private let table: WordTable
    let isEmpty: Bool

    /// - Parameter orAny: whether every part of a run is asked for, since only hashes are known of some numbers.
    init(_ numbers: Set<UInt64>, orAny: Bool) {
        filter = HashFilter(for: numbers.count, share: 16)
        for number in numbers { filter.insert(HashFilter.hash(number)) }
        table = WordTable(Dictionary(uniqueKeysWithValues: numbers.map { ($0, 1) }))
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
    func contains(_ number: PackedNumber) -> Bool {
        filter.mayHold(HashFilter.hash(number.bits)) && table[number.bits] != 0
    }

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
