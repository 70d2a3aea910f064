/// As they go to the process that searches, and as it reads them: a number is eight bytes, the lowest first; a text is
/// its length as such a number, then its bytes. Each kind has its count before it. There may be a million of them: they are
/// written piece by piece, so that no second copy of all is ever in memory.
extension ResidueValues {
    package func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        var writer = ValueWriter()
        try writer.add(text: key, write)
        for kind in [numbers, own, inIDs, hashes] { try writer.add(kind, write) }
        try writer.add(UInt64(texts.count), write)
        for text in texts { try writer.add(text: text, write) }
        try writer.flush(write)
    }

    /// Nil where the bytes are not what `write` gives.
    package init?(reading reader: inout ValueReader) {
        guard let key = reader.text() else { return nil }
        self.init(key: key)
        for kind in [\ResidueValues.numbers, \.own, \.inIDs, \.hashes] {
            guard let numbers = reader.numbers() else { return nil }
            self[keyPath: kind] = numbers
        }
        guard let count = reader.count(ofSize: 8) else { return nil }
        texts.reserveCapacity(count)
        for _ in 0..<count {
            guard let text = reader.text() else { return nil }
            texts.append(text)
        }
    }
}

extension ResidueHits {
    package func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        var writer = ValueWriter()
        for kind in [numbers, hashes, Set(texts.map(UInt64.init))] { try writer.add(kind, write) }
        try writer.flush(write)
    }

    /// Nil where the bytes are not what `write` gives.
    package init?(reading reader: inout ValueReader) {
        guard let numbers = reader.numbers(), let hashes = reader.numbers(), let texts = reader.numbers() else {
            return nil
        }
        self.init()
        (self.numbers, self.hashes, self.texts) = (numbers, hashes, Set(texts.map { Int(truncatingIfNeeded: $0) }))
    }
}

/// Bytes that are written in pieces.
private struct ValueWriter {
    private var bytes: [UInt8] = []
    private static let piece = 64 << 10

    mutating func flush(from size: Int = 1, _ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard bytes.count >= size else { return }
        try bytes.withUnsafeBytes(write)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func add(_ number: UInt64, _ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        try flush(from: Self.piece, write)
    }

    mutating func add(text: [UInt8], _ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try add(UInt64(text.count), write)
        bytes.append(contentsOf: text)
    }

    mutating func add(_ numbers: Set<UInt64>, _ write: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try add(UInt64(numbers.count), write)
        for number in numbers { try add(number, write) }
    }
}

/// Bytes of values that were not read yet.
package struct ValueReader {
    private var rest: Slice<UnsafeRawBufferPointer>

    package init(_ bytes: UnsafeRawBufferPointer) { rest = bytes[...] }

    package var isAtEnd: Bool { rest.isEmpty }

    mutating func number() -> UInt64? {
        guard rest.count >= 8 else { return nil }
        defer { rest = rest.dropFirst(8) }
        return UInt64(littleEndian: UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt64.self))
    }

    /// A count of things of at least so many bytes each; nil where there cannot be so many.
    mutating func count(ofSize size: Int) -> Int? {
        number().flatMap(Int.init(exactly:)).flatMap { $0 <= rest.count / size ? $0 : nil }
    }

    mutating func numbers() -> Set<UInt64>? {
        guard let count = count(ofSize: 8) else { return nil }
        var numbers = Set<UInt64>(minimumCapacity: count)
        for _ in 0..<count { if let number = number() { numbers.insert(number) } }
        return numbers
    }

    mutating func text() -> [UInt8]? {
        guard let count = count(ofSize: 1) else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}
