/// The memory of one `Scratch`, for texts of up to so many cells: read through pointers, so that a look at a cell or a
/// token counts no reference.
final class ScratchMemory: @unchecked Sendable {
    /// Cells that there is room for, and as many tokens: a token has one cell at least.
    let capacity: Int
    let text: UnsafeMutablePointer<UInt8>
    let flags: UnsafeMutablePointer<UInt8>
    let origin: UnsafeMutablePointer<Int32>
    let finish: UnsafeMutablePointer<Int32>
    let marks: UnsafeMutablePointer<UInt8>
    let tokens: UnsafeMutablePointer<Token>
    let numerals: UnsafeMutablePointer<Int32>

    private static let least = 256

    /// Room for so many cells.
    init(_ cells: Int) {
        capacity = max(cells, Self.least)
        text = .allocate(capacity: capacity)
        flags = .allocate(capacity: capacity)
        origin = .allocate(capacity: capacity)
        finish = .allocate(capacity: capacity)
        marks = .allocate(capacity: capacity)
        tokens = .allocate(capacity: capacity)
        numerals = .allocate(capacity: capacity)
        // What has no value is never read; the marks are free until they are set.
        marks.initialize(repeating: 0, count: capacity)
    }

    deinit {
        text.deallocate()
        flags.deallocate()
        origin.deallocate()
        finish.deallocate()
        marks.deallocate()
        tokens.deallocate()
        numerals.deallocate()
    }
}

/// The tokens of a text, in the memory of its `Scratch`.
struct TokenList: RandomAccessCollection, @unchecked Sendable {
    private let base: UnsafeMutablePointer<Token>
    let count: Int

    init(_ base: UnsafeMutablePointer<Token>, count: Int) { (self.base, self.count) = (base, count) }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Token {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base[index]
        }
        nonmutating set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            base[index] = newValue
        }
    }
}

/// The indices of the tokens that are digits, in the memory of their `Scratch`.
struct NumeralList: RandomAccessCollection, @unchecked Sendable {
    private let base: UnsafeMutablePointer<Int32>
    let count: Int

    init(_ base: UnsafeMutablePointer<Int32>, count: Int) { (self.base, self.count) = (base, count) }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return Int(base[index])
    }
}
