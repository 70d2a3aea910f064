/// Many short texts, searched together: by itself each costs more than its bytes do.
package struct JoinedTexts {
    private let search: ResidueSearch
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []

    /// Bytes that are searched at once: few enough to stay in a core's own cache.
    private static let atOnce = 128 << 10
    /// Stands between two texts: it is no digit, no sign between digits and in no UTF-8.
    private static let between: UInt8 = 0xFF

    package init(_ search: ResidueSearch) { self.search = search }

    /// Adds a text. What is in it is among the hits at the latest after `finish`.
    package mutating func add(_ text: UnsafeRawBufferPointer, into hits: inout ResidueHits) {
        // Most are a word of ours, shorter than anything that is looked for.
        guard text.count >= BytePatterns.shortest else { return }
        if bytes.count + text.count > Self.atOnce { finish(into: &hits) }
        guard text.count < Self.atOnce else { return search.scan(text, into: &hits) }
        ranges.append(bytes.count..<bytes.count + text.count)
        bytes.append(contentsOf: text)
        bytes.append(Self.between)
    }

    /// Searches what was added and not searched yet.
    package mutating func finish(into hits: inout ResidueHits) {
        bytes.withUnsafeBytes { bytes in
            var joined = hits
            search.scan(bytes, into: &joined)
            // What is found must be in one text alone.
            guard joined.count > hits.count else { return }
            for range in ranges { search.scan(UnsafeRawBufferPointer(rebasing: bytes[range]), into: &hits) }
        }
        bytes.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
    }
}
