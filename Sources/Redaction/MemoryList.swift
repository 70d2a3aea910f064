/// Elements in the memory of a `Scratch`, as many as there is room for.
struct MemoryList<Element: BitwiseCopyable>: RandomAccessCollection, @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    private let capacity: Int
    private(set) var count = 0

    init(_ base: UnsafeMutablePointer<Element>, _ capacity: Int) { (self.base, self.capacity) = (base, capacity) }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base[index]
        }
        // In place: a change of one field copies no element.
        nonmutating _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            yield &base[index]
        }
    }

    /// A part of them, to be read while they stay.
    @inline(__always)
    func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        precondition(count < capacity)
        (base + count).initialize(to: element)
        count += 1
    }

    /// Appends so many, each by its place among them.
    @inline(__always)
    mutating func append(_ more: Int, _ element: (Int) -> Element) {
        precondition(more >= 0 && more <= capacity - count)
        for place in 0..<more { (base + count + place).initialize(to: element(place)) }
        count += more
    }

    mutating func removeAll() { count = 0 }

    /// Keeps the first so many.
    mutating func keepFirst(_ count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }
}

/// The indices of the tokens that are digits, in the memory of their `Scratch`.
struct NumeralList: RandomAccessCollection, @unchecked Sendable {
    private var list: MemoryList<Int32>

    init(_ base: UnsafeMutablePointer<Int32>, _ capacity: Int) { list = MemoryList(base, capacity) }

    var startIndex: Int { 0 }
    var endIndex: Int { list.count }

    @inline(__always)
    subscript(index: Int) -> Int { Int(list[index]) }

    @inline(__always)
    mutating func append(_ token: Int) { list.append(Int32(truncatingIfNeeded: token)) }

    mutating func removeAll() { list.removeAll() }
}
