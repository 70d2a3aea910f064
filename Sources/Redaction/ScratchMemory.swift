/// The memory of one `Scratch`, for texts of up to so many cells: read through pointers, so that a look at a cell or a
/// token counts no reference and copies nothing.
final class ScratchMemory: @unchecked Sendable {
    /// Cells that there is room for, and as many tokens and digit groups: each has one cell at least.
    let capacity: Int
    let text: UnsafeMutablePointer<UInt8>
    let flags: UnsafeMutablePointer<UInt8>
    let origin: UnsafeMutablePointer<Int32>
    let finish: UnsafeMutablePointer<Int32>
    let marks: UnsafeMutablePointer<UInt8>
    private let tokens: UnsafeMutablePointer<Token>
    private let numerals: UnsafeMutablePointer<Int32>
    private let groups: UnsafeMutablePointer<DigitGroup>
    private let digits: UnsafeMutablePointer<UInt8>
    private let steps: UnsafeMutablePointer<PhoneDetector.Step>
    /// What there is of the text at hand.
    let page: UnsafeMutablePointer<Page>

    private static let least = 256
    /// Cells behind the last that a look at many at once may read.
    private static let behind = 16

    /// Room for so many cells.
    init(_ cells: Int) {
        let capacity = max(cells, Self.least)
        self.capacity = capacity
        text = .allocate(capacity: capacity + Self.behind)
        flags = .allocate(capacity: capacity)
        origin = .allocate(capacity: capacity)
        finish = .allocate(capacity: capacity)
        marks = .allocate(capacity: capacity)
        tokens = .allocate(capacity: capacity)
        numerals = .allocate(capacity: capacity)
        groups = .allocate(capacity: capacity)
        // A sign that is drawn as a digit may be one of the group before it and of the one behind it.
        digits = .allocate(capacity: 2 * capacity)
        steps = .allocate(capacity: capacity + 1)
        page = .allocate(capacity: 1)
        // What has no value is never read; the marks are free until they are set.
        marks.initialize(repeating: 0, count: capacity)
        text.initialize(repeating: 0, count: capacity + Self.behind)
        page.initialize(
            to: Page(
                text: FoldedText(text: text, flags: flags, origin: origin, finish: finish, capacity: capacity),
                tokens: MemoryList(tokens, capacity), numerals: NumeralList(numerals, capacity),
                groups: MemoryList(groups, capacity), digits: MemoryList(digits, 2 * capacity),
                steps: MemoryList(steps, capacity + 1), claims: Claims(marks)))
    }

    deinit {
        page.deinitialize(count: 1)
        page.deallocate()
        text.deallocate()
        flags.deallocate()
        origin.deallocate()
        finish.deallocate()
        marks.deallocate()
        tokens.deallocate()
        numerals.deallocate()
        groups.deallocate()
        digits.deallocate()
        steps.deallocate()
    }

    /// What looking at one text finds out on its way.
    struct Page {
        var text: FoldedText
        var tokens: MemoryList<Token>
        var numerals: NumeralList
        var groups: MemoryList<DigitGroup>
        var digits: MemoryList<UInt8>
        var steps: MemoryList<PhoneDetector.Step>
        var claims: Claims
        var seen: Word = []
        var known = KnownNumbers()
    }
}
