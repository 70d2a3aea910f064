/// What looking closely at one text needs, kept for the next one: a worker allocates it once.
///
/// It is a pointer to its memory, so that handing it to a detector copies nothing.
struct Scratch: @unchecked Sendable {
    /// Of this scratch alone while a text is looked at; a copy takes its own when it is loaded.
    private var memory: ScratchMemory
    private var page: UnsafeMutablePointer<ScratchMemory.Page>

    init() {
        memory = ScratchMemory(0)
        page = memory.page
    }

    var text: FoldedText { @inline(__always) get { page.pointee.text } }
    var tokens: MemoryList<Token> { @inline(__always) get { page.pointee.tokens } }
    /// The indices of the tokens that are digits.
    var numerals: NumeralList { @inline(__always) get { page.pointee.numerals } }
    /// What the words of the text say together.
    var seen: Word { @inline(__always) get { page.pointee.seen } }
    /// The runs of digits that may be a telephone number's, and their digits, one after another.
    var groups: MemoryList<DigitGroup> {
        @inline(__always) get { page.pointee.groups }
        @inline(__always) nonmutating _modify { yield &page.pointee.groups }
    }
    var digits: MemoryList<UInt8> {
        @inline(__always) get { page.pointee.digits }
        @inline(__always) nonmutating _modify { yield &page.pointee.digits }
    }
    /// What `PhoneDetector` found best up to each group.
    var steps: MemoryList<PhoneDetector.Step> {
        @inline(__always) get { page.pointee.steps }
        @inline(__always) nonmutating _modify { yield &page.pointee.steps }
    }
    var claims: Claims {
        @inline(__always) _read { yield page.pointee.claims }
        @inline(__always) nonmutating _modify { yield &page.pointee.claims }
    }
    /// Of the persons of the conversation.
    var known: KnownNumbers { @inline(__always) _read { yield page.pointee.known } }

    /// Folds a text and cuts it into tokens.
    mutating func load(_ bytes: UnsafeBufferPointer<UInt8>) {
        makeRoom(bytes.count)
        page.pointee.text.append(bytes)
        prepare()
    }

    /// The same for two texts with a line's end between them.
    ///
    /// - Parameter base: the offset of the first byte of the first text.
    mutating func load(
        _ first: UnsafeBufferPointer<UInt8>, base: Int, then second: UnsafeBufferPointer<UInt8>
    ) {
        makeRoom(first.count + 1 + second.count)
        page.pointee.text.append(first, base: base)
        page.pointee.text.appendBreak(at: base + first.count)
        page.pointee.text.append(second, base: base + first.count + 1)
        prepare()
    }

    /// Takes the numbers of these persons in place of those it has.
    mutating func learnNumbers(of persons: [PersonProfile], _ plans: PhonePlans) {
        if !isKnownUniquelyReferenced(&memory) { renew(memory.capacity) }
        page.pointee.known.reset(persons, plans)
    }

    /// Takes the numbers that another has.
    mutating func learnNumbers(from other: borrowing Scratch) {
        if !isKnownUniquelyReferenced(&memory) { renew(memory.capacity) }
        page.pointee.known = other.known
    }

    private mutating func makeRoom(_ cells: Int) {
        if isKnownUniquelyReferenced(&memory), memory.capacity >= cells {
            claims.free()
        } else {
            renew(max(cells, memory.capacity < cells ? 2 * memory.capacity : 0))
        }
        page.pointee.text.removeAll()
    }

    private mutating func renew(_ cells: Int) {
        let numbers = known
        memory = ScratchMemory(cells)
        page = memory.page
        page.pointee.known = numbers
    }

    private func prepare() {
        page.pointee.tokenize()
        claims.reset(cells: text.count)
    }
}
