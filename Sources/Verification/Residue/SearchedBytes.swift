import CByteMasks

/// Bytes that are searched, and what each of them is.
struct SearchedBytes {
    /// Bytes that a mask has a bit for.
    static let block = 64

    let bytes: UnsafeRawBufferPointer
    /// For each block, and one more, which holds nothing.
    let masks: UnsafePointer<SearchMasks>

    var count: Int { bytes.count }

    /// Lends the masks of some bytes; of none there are none.
    static func of(_ bytes: UnsafeRawBufferPointer, _ body: (SearchedBytes) -> Void) {
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count > 0 else { return }
        // One byte behind a block tells of its last one, so that the last block of all is looked at in a copy.
        let whole = (bytes.count - 1) / block
        withUnsafeTemporaryAllocation(of: SearchMasks.self, capacity: whole + 2) { masks in
            guard let first = masks.baseAddress else { return }
            search_masks(base, whole, first)
            ended(bytes[(whole * block)...]) { search_masks($0, 1, first + whole) }
            (first + whole + 1).initialize(to: SearchMasks())
            body(SearchedBytes(bytes: bytes, masks: first))
        }
    }

    /// The last bytes, and behind them a sign that no mask looks for.
    private static func ended(_ bytes: Slice<UnsafeRawBufferPointer>, _ body: (UnsafePointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block + 1) { copy in
            copy.initialize(repeating: UInt8(ascii: "x"))
            for (index, byte) in bytes.enumerated() { copy[index] = byte }
            if let base = copy.baseAddress { body(UnsafePointer(base)) }
        }
    }
}
