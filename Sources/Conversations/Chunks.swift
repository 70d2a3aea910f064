extension ArraySlice {
    /// Consecutive slices of at most `size` elements.
    package func chunked(by size: Int) -> [ArraySlice<Element>] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}

extension Array {
    /// Consecutive slices of at most `size` elements.
    package func chunked(by size: Int) -> [ArraySlice<Element>] {
        self[...].chunked(by: size)
    }
}
