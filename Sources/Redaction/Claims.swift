import Conversations

/// Which cells of a text are spoken for. Detectors run in their order of precedence and claim only free cells, so
/// that overlaps never arise.
struct Claims: @unchecked Sendable {
    /// A finding in cells.
    struct Claim: Sendable {
        var cells: Range<Int>
        var category: TextCategory
        var detector: Finding.Detector
        var confidence: Int
        var reason: StaticString
        /// Of a phone number: its canonical digits in `Claims.numbers`.
        var number: Range<Int> = 0..<0
    }

    private static let free: UInt8 = 0
    private static let kept: UInt8 = 1
    private static let found: UInt8 = 2

    /// One for each cell, in the memory of the `Scratch`; all free but for those below `count` while `isMarked`.
    private let marks: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var isMarked = false
    private(set) var found: [Claim] = []
    /// Canonical digits of the phone numbers found, one after another.
    var numbers: [UInt8] = []

    init(_ marks: UnsafeMutablePointer<UInt8>) { self.marks = marks }

    /// Frees the cells of the text before.
    mutating func free() {
        if isMarked { marks.update(repeating: Self.free, count: count) }
        isMarked = false
    }

    mutating func reset(cells: Int) {
        count = cells
        found.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    func isFree(_ cell: Int) -> Bool {
        UInt(bitPattern: cell) >= UInt(bitPattern: count) || marks[cell] == Self.free
    }

    func isFree(_ cells: Range<Int>) -> Bool {
        guard isMarked else { return true }
        for cell in cells where !isFree(cell) { return false }
        return true
    }

    /// Marks cells as something that stays: a date, an order number.
    mutating func keep(_ cells: Range<Int>) {
        isMarked = true
        for cell in cells.clamped(to: 0..<count) where marks[cell] == Self.free { marks[cell] = Self.kept }
    }

    /// Claims cells for a finding; false where a part of them is claimed already.
    @discardableResult
    mutating func claim(_ claim: Claim) -> Bool {
        guard !claim.cells.isEmpty, isFree(claim.cells) else { return false }
        isMarked = true
        for cell in claim.cells.clamped(to: 0..<count) { marks[cell] = Self.found }
        found.append(claim)
        return true
    }

    @discardableResult
    mutating func claim(
        _ cells: Range<Int>, _ category: TextCategory, _ detector: Finding.Detector, _ confidence: Int,
        _ reason: StaticString
    ) -> Bool {
        claim(Claim(cells: cells, category: category, detector: detector, confidence: confidence, reason: reason))
    }
}
