import Conversations

/// What looking closely at one text needs, kept for the next one: a worker allocates it once.
struct Scratch: Sendable {
    /// Of this scratch alone while a text is looked at; a copy takes its own when it is loaded.
    private var memory: ScratchMemory
    private(set) var text: FoldedText
    private(set) var tokens: TokenList
    /// The indices of the tokens that are digits.
    private(set) var numerals: NumeralList
    /// What the words of the text say together.
    private(set) var seen: Word = []
    private let lexicon = Lexicon.known
    var claims: Claims
    /// Of the persons of the conversation.
    var known = KnownNumbers()
    var groups: [DigitGroup] = []
    var digits: [UInt8] = []

    init() {
        memory = ScratchMemory(0)
        text = FoldedText(memory)
        tokens = TokenList(memory.tokens, count: 0)
        numerals = NumeralList(memory.numerals, count: 0)
        claims = Claims(memory.marks)
    }

    /// Folds a text and cuts it into tokens.
    mutating func load(_ bytes: UnsafeBufferPointer<UInt8>) {
        makeRoom(bytes.count)
        text.append(bytes)
        prepare()
    }

    /// The same for two texts with a line's end between them.
    ///
    /// - Parameter base: the offset of the first byte of the first text.
    mutating func load(
        _ first: UnsafeBufferPointer<UInt8>, base: Int, then second: UnsafeBufferPointer<UInt8>
    ) {
        makeRoom(first.count + 1 + second.count)
        text.append(first, base: base)
        text.appendBreak(at: base + first.count)
        text.append(second, base: base + first.count + 1)
        prepare()
    }

    private mutating func makeRoom(_ cells: Int) {
        if isKnownUniquelyReferenced(&memory), memory.capacity >= cells {
            claims.free()
        } else {
            memory = ScratchMemory(max(cells, memory.capacity < cells ? 2 * memory.capacity : 0))
            text = FoldedText(memory)
            claims.move(to: memory.marks)
        }
        text.removeAll()
    }

    private mutating func prepare() {
        let counts = text.tokenize(into: memory.tokens, numerals: memory.numerals, lexicon)
        seen = counts.seen
        tokens = TokenList(memory.tokens, count: counts.tokens)
        numerals = NumeralList(memory.numerals, count: counts.numerals)
        claims.reset(cells: text.count)
    }
}

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
    private var marks: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var isMarked = false
    private(set) var found: [Claim] = []
    /// Canonical digits of the phone numbers found, one after another.
    var numbers: [UInt8] = []

    init(_ marks: UnsafeMutablePointer<UInt8>) { self.marks = marks }

    /// Frees the cells of the text before.
    fileprivate mutating func free() {
        if isMarked { marks.update(repeating: Self.free, count: count) }
        isMarked = false
    }

    /// Goes on in other memory, whose marks are free.
    fileprivate mutating func move(to marks: UnsafeMutablePointer<UInt8>) {
        (self.marks, isMarked) = (marks, false)
    }

    fileprivate mutating func reset(cells: Int) {
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
