/// Which of a run's regions may read digits as they are dialled at home, by how many there are and the first of them: most
/// digits are a number of one region or of none.
struct PlanOpenings: Sendable {
    /// The fewest and the most digits that there is an answer for; others are asked of every region.
    private static let lengths = 7...15

    /// So many regions are told apart; those behind them are always asked.
    private static let most = 64

    /// For each number of three digits and each length: bit n is set where the region n may read them.
    private var masks: [UInt64]
    private let count: Int
    /// The most digits that any region reads.
    private let longest: Int

    /// - Parameter closed: the regions whose numbers are written without anything before them.
    init(_ regions: [NumberingPlans.Plan], _ closed: [Bool]) {
        count = regions.count
        longest = regions.map { $0.trunkLength + UInt32.bitWidth - 1 - $0.lengths.leadingZeroBitCount }.max() ?? 0
        masks = [UInt64](repeating: 0, count: 1000 * Self.lengths.count)
        for (index, plan) in regions.enumerated().prefix(Self.most) {
            for first in 0..<1000 { open(first, index, plan, isClosed: closed[index]) }
        }
    }

    private mutating func open(_ first: Int, _ index: Int, _ plan: NumberingPlans.Plan, isClosed: Bool) {
        let digits: InlineArray<3, UInt8> = [UInt8(first / 100), UInt8(first / 10 % 10), UInt8(first % 10)]
        let trunk = plan.trunkLength
        let hasTrunk = trunk > 0 && digits.indices.prefix(trunk).allSatisfy { digits[$0] == plan.trunk[$0] }
        let mayBegin = NumberingPlans.world.mayBegin(digits, from: hasTrunk ? trunk : 0, in: plan)
        for length in Self.lengths where plan.isPossible(length - trunk) || plan.isPossible(length) {
            let rest = length - trunk
            let isOpen =
                hasTrunk ? mayBegin || rest >= 9 && plan.isPossible(rest) : mayBegin && (isClosed || length >= 9)
            if isOpen { masks[first * Self.lengths.count + length - Self.lengths.lowerBound] |= 1 << UInt64(index) }
        }
    }

    /// The regions that are to be asked for digits, in their order.
    @inline(__always)
    func regions(_ digits: UnsafeBufferPointer<UInt8>) -> Asked {
        guard Self.lengths.contains(digits.count) else {
            return Asked(left: 0, others: 0..<(digits.count <= longest ? count : 0))
        }
        let first = Int(digits[0]) * 100 + Int(digits[1]) * 10 + Int(digits[2])
        let mask = masks[first * Self.lengths.count + digits.count - Self.lengths.lowerBound]
        return Asked(left: mask, others: min(Self.most, count)..<count)
    }

    struct Asked {
        fileprivate var left: UInt64
        fileprivate var others: Range<Int>

        @inline(__always)
        mutating func next() -> Int? {
            guard left == 0 else {
                defer { left &= left &- 1 }
                return left.trailingZeroBitCount
            }
            return others.popFirst()
        }
    }
}
