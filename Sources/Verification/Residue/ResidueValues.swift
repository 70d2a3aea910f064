/// What is looked for in raw bytes: numbers as they are, numbers of which only a keyed hash is left, and texts.
package struct ResidueValues: Sendable, Equatable {
    /// `PackedNumber.bits`.
    package var numbers: Set<UInt64> = []
    /// Those of them that are persons' own, in both spellings. What redaction keeps in an archive's text, such as the
    /// number of an order, was not erased; a person's own number must not stand there.
    package var own: Set<UInt64> = []
    /// Those of them that ids of messages may hold: a person's own numbers, with the country's code.
    package var inIDs: Set<UInt64> = []
    /// `KeyedNumberHash` of `PackedNumber.bits`, kept since an earlier night.
    package var hashes: Set<UInt64> = []
    /// The key of `hashes`: 16 bytes.
    package var key: [UInt8]
    /// Names and beginnings of messages, in UTF-8.
    package var texts: [[UInt8]] = []

    package init(key: [UInt8]) { self.key = key }

    package var isEmpty: Bool { numbers.isEmpty && hashes.isEmpty && texts.isEmpty }
    package var count: Int { numbers.count + hashes.count + texts.count }

    /// A number in the spelling that it is stored in, and as it is dialled at home.
    package mutating func add(number: some Sequence<UInt8>) {
        guard let packed = PackedNumber(digitsOf: number) else { return }
        inIDs.insert(packed.bits)
        for spelling in [packed, packed.national].compactMap(\.self) {
            numbers.insert(spelling.bits)
            own.insert(spelling.bits)
        }
    }

    /// Every number of a text, as it is written there.
    package mutating func add(numbersOf text: UnsafeRawBufferPointer) {
        DigitRuns.each(in: text) { digits in
            if let packed = PackedNumber(digitsOf: digits.lazy.map { $0 + 48 }) { numbers.insert(packed.bits) }
        }
    }

    /// The same without some of them. A text keeps its place: an empty one is never found.
    package func without(_ hits: ResidueHits) -> ResidueValues {
        var values = self
        for kind in [\ResidueValues.numbers, \.own, \.inIDs] { values[keyPath: kind].subtract(hits.numbers) }
        values.hashes.subtract(hits.hashes)
        for text in hits.texts where texts.indices.contains(text) { values.texts[text] = [] }
        return values
    }

    /// What is left of a number for later nights.
    package func hash(of number: UInt64) -> UInt64 { KeyedNumberHash(key: key)(number) }
}

/// What was found of the values.
package struct ResidueHits: Sendable, Equatable, Codable {
    package var numbers: Set<UInt64> = []
    package var hashes: Set<UInt64> = []
    /// Places in `ResidueValues.texts`.
    package var texts: Set<Int> = []

    package init() {}

    package var count: Int { numbers.count + hashes.count + texts.count }

    package mutating func formUnion(_ other: ResidueHits) {
        numbers.formUnion(other.numbers)
        hashes.formUnion(other.hashes)
        texts.formUnion(other.texts)
    }

    package mutating func subtract(_ other: ResidueHits) {
        numbers.subtract(other.numbers)
        hashes.subtract(other.hashes)
        texts.subtract(other.texts)
    }

    /// The values that were found, to be looked for elsewhere. `places` gives each text's place in `values`.
    package func values(of values: ResidueValues) -> (found: ResidueValues, places: [Int]) {
        var found = ResidueValues(key: values.key)
        (found.numbers, found.hashes) = (numbers, hashes)
        found.inIDs = numbers.intersection(values.inIDs)
        let places = texts.sorted()
        found.texts = places.map { values.texts[$0] }
        return (found, places)
    }
}
