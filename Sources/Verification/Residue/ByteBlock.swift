/// Bytes that are looked at together, by masks of a bit each.
enum ByteBlock {
    static let count = 64

    /// What a mask says of the block that begins at a place. Behind the end of the bytes stands a sign that no mask looks for.
    @inline(__always)
    static func masks<Masks>(
        _ bytes: UnsafeRawBufferPointer, _ place: Int, nothing: Masks, _ read: (UnsafePointer<UInt8>) -> Masks
    ) -> Masks {
        guard let base = bytes.baseAddress, place < bytes.count else { return nothing }
        let start = (base + place).assumingMemoryBound(to: UInt8.self)
        if place + count <= bytes.count { return read(start) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { rest in
            rest.initialize(repeating: UInt8(ascii: "x"))
            for index in 0..<(bytes.count - place) { rest[index] = start[index] }
            return rest.baseAddress.map { read($0) } ?? nothing
        }
    }
}
