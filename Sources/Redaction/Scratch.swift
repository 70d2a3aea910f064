import Conversations

/// What looking closely at one text needs, kept for the next one: a worker allocates it once.
struct Scratch: Sendable {
    var text = FoldedText()
    var tokens: [Token] = []
    var claims = Claims()
    var groups: [DigitGroup] = []
    var digits: [UInt8] = []

    mutating func load(_ bytes: UnsafeBufferPointer<UInt8>) {
        text.removeAll()
        text.append(bytes)
        prepare()
    }

    mutating func prepare() {
        text.tokenize(into: &tokens)
        claims.reset(cells: text.count)
    }
}

/// Which cells of a text are spoken for. Detectors run in their order of precedence and claim only free cells, so
/// that overlaps never arise.
struct Claims: Sendable {
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

    private var marks: [UInt8] = []
    private(set) var found: [Claim] = []
    /// Canonical digits of the phone numbers found, one after another.
    var numbers: [UInt8] = []

    mutating func reset(cells: Int) {
        marks.removeAll(keepingCapacity: true)
        marks.append(contentsOf: repeatElement(Self.free, count: cells))
        found.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    func isFree(_ cell: Int) -> Bool { !marks.indices.contains(cell) || marks[cell] == Self.free }

    func isFree(_ cells: Range<Int>) -> Bool {
        for cell in cells.clamped(to: marks.indices) where marks[cell] != Self.free { return false }
        return true
    }

    /// Marks cells as something that stays: a date, an order number.
    mutating func keep(_ cells: Range<Int>) {
        for cell in cells.clamped(to: marks.indices) where marks[cell] == Self.free { marks[cell] = Self.kept }
    }

    /// Claims cells for a finding; false where a part of them is claimed already.
    @discardableResult
    mutating func claim(_ claim: Claim) -> Bool {
        guard !claim.cells.isEmpty, isFree(claim.cells) else { return false }
        for cell in claim.cells.clamped(to: marks.indices) { marks[cell] = Self.found }
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
