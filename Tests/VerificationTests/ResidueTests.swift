import Foundation
import Testing

@testable import Verification

struct ResidueTests {
    private func found(_ values: ResidueValues, in bytes: [UInt8]) -> ResidueHits {
        var hits = ResidueHits()
        bytes.withUnsafeBytes { ResidueSearch(values).scan($0, into: &hits) }
        return hits
    }

    private func values(number: String? = nil, text: String? = nil) -> ResidueValues {
        var values = ResidueValues(key: Array(0..<16))
        if let number { values.add(number: number.utf8) }
        if let text { values.texts = [Array(text.utf8)] }
        return values
    }

    /// Published with the reference implementation: the key 00 to 0f, and a message of the bytes 00 to 07.
    @Test func `the keyed hash is SipHash-2-4`() {
        #expect(KeyedNumberHash(key: Array(0..<16))(0x0706_0504_0302_0100) == 0x93f5_f579_9a93_2462)
        #expect(KeyedNumberHash(key: Array(0..<16))(1) != KeyedNumberHash(key: Array(1..<17))(1))
    }

    @Test(arguments: [
        "+32470000001", "0032 470 00 00 01", "0470000001", "0470 00 00 01", "0470/00.00.01", "+32 (0)470-00-00-01",
        "+32\u{A0}470\u{A0}00\u{A0}00\u{A0}01",
    ])
    func `a number is found in its usual spellings, in UTF-8 and UTF-16`(spelling: String) {
        let values = values(number: "+32470000001")
        for text in ["a \(spelling).", "\(spelling)", "tel\(spelling)x"] {
            #expect(!found(values, in: Array(text.utf8)).numbers.isEmpty, "\(text)")
            for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
                let bytes = [UInt8](text.data(using: encoding) ?? Data())
                #expect(!found(values, in: bytes).numbers.isEmpty, "\(text)")
            }
        }
    }

    @Test func `texts that are searched together give what each gives alone, and nothing over their borders`() {
        var values = values(number: "+32470000001", text: "Camille Peeters")
        for number in ["+33639980001", "+31612345678"] { values.add(number: number.utf8) }
        values.texts.append(Array("bien reçu, merci de votre aide".utf8))
        let search = ResidueSearch(values)
        let whole = [
            "+32470000001", "0470 00 00 01", "06 39 98 00 01", "Camille Peeters", "bien reçu, merci de votre aide", "x",
            "un mot", "HBgLMzI0NzAwMDAwMDE=", String(repeating: "0612345678 ", count: 20_000),
        ]
        for _ in 0..<300 {
            // Cut in two anywhere, so that many a value stands over a border only.
            let texts =
                (0..<Int.random(in: 1...40)).flatMap { _ -> [[UInt8]] in
                    let text = Array(whole[Int.random(in: 0..<whole.count - 1)].utf8)
                    let cut = Bool.random() ? text.count : Int.random(in: 0...text.count)
                    return [Array(text[..<cut]), Array(text[cut...])]
                } + (Int.random(in: 0..<20) == 0 ? [Array(whole[whole.count - 1].utf8)] : [])
            var (alone, together, joined) = (ResidueHits(), ResidueHits(), JoinedTexts(search))
            for text in texts {
                text.withUnsafeBytes {
                    search.scan($0, into: &alone)
                    joined.add($0, into: &together)
                }
            }
            joined.finish(into: &together)
            #expect(together == alone)
        }
    }

    @Test func `another number is not found`() {
        let values = values(number: "+32470000001")
        for text in ["+32470000002", "0470 00 00 1", "32470 000 abc 001", "47000 0001", "0470 00 00 0 x 1"] {
            #expect(found(values, in: Array(text.utf8)).count == 0, "\(text)")
        }
    }

    @Test(arguments: ["", "x", "xy"])
    func `a number inside an id in Base64 is found at each of its three places`(before: String) {
        let id = Data("\(before)HBgL32470000001FQIAEh".utf8).base64EncodedString()
        #expect(found(values(number: "+32470000001"), in: Array("wamid.\(id)".utf8)).numbers.count == 1)
        let other = Data("\(before)HBgL32470000002FQIAEh".utf8).base64EncodedString()
        #expect(found(values(number: "+32470000001"), in: Array("wamid.\(other)".utf8)).count == 0)
    }

    /// Against the bytes before they were encoded, many of them digits, with text of other kinds before and behind.
    @Test func `every run of digits inside Base64 is found, at each place and to its end`() {
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 9...2_400)).map { _ in
                Int.random(in: 0..<25) == 0 ? UInt8.random(in: 0...255) : UInt8.random(in: 48...57)
            }
            let runs = bytes.split { !(48...57).contains($0) }.filter { $0.count >= 9 }.map { $0.map { $0 - 48 } }
            for padding in ["", "=", "e", "id:\"", "\u{1F600}"] {
                var found: [[UInt8]] = []
                let text = padding + Data(bytes).base64EncodedString() + (padding == "e" ? "" : padding)
                Array(text.utf8).withUnsafeBytes {
                    SearchedBytes.of($0) { EncodedDigits.each(in: $0) { found.append(Array($0)) } }
                }
                #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == pieces(of: runs))
            }
        }
    }

    /// Runs as they are given: pieces of 1,024 digits that share 14.
    private func pieces(of runs: [[UInt8]]) -> [[UInt8]] {
        runs.flatMap { run in
            stride(from: 0, to: max(run.count - 14, 1), by: 1_010).map { Array(run[$0..<min($0 + 1_024, run.count)]) }
        }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Against a reading of every byte in its turn.
    @Test func `every run of digits is found wherever it stands`() {
        let separators = Array(" .-/()".utf8) + [0x00, 0xA0, 0xC2]
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 9...250)).map { _ in
                switch Int.random(in: 0..<20) {
                case 0: UInt8.random(in: 58...255)
                case 1..<8: separators.randomElement() ?? 0
                default: UInt8.random(in: 48...57)
                }
            }
            var (runs, run, gap) = ([[UInt8]](), [UInt8](), 0)
            for byte in bytes + [255] {
                gap = separators.contains(byte) ? gap + 1 : 0
                if (48...57).contains(byte) { run.append(byte - 48) }
                guard gap > 3 || !(gap > 0 || (48...57).contains(byte)) else { continue }
                if run.count >= 9 { runs.append(run) }
                (run, gap) = ([], 0)
            }
            var found: [[UInt8]] = []
            bytes.withUnsafeBytes { DigitRuns.each(in: $0) { found.append(Array($0)) } }
            #expect(found == runs)
        }
    }

    @Test func `digits of a hash that we wrote are nobody's number, digits of a text beside it are`() {
        let search = ResidueSearch(values(number: "+32470000001"))
        func found(_ line: String) -> Int {
            var hits = ResidueHits()
            Array(line.utf8).withUnsafeBytes { search.scanWritten($0, into: &hits) }
            return hits.numbers.count
        }
        let hash = "bec2299514a0470000001fc0c7e22e37"
        #expect(found(#"{"person":"\#(hash)","text":"bonjour"}"#) == 0)
        #expect(found(#"{"person":"\#(hash)\#(hash)"}"#) == 0)
        #expect(found(#"{"person":"\#(hash)","text":"le 0470 00 00 01"}"#) == 1)
        // One sign short of a hash, and digits alone however many.
        #expect(found(String(hash.dropLast())) == 1)
        #expect(found("1234567890123456" + "0470000001" + "123456789012345678") == 1)
    }

    /// Against every part of the digits, read by itself.
    @Test func `every part of a run that is looked for is found in it, and where hashes are, every part`() {
        for _ in 0..<300 {
            let digits = (0..<Int.random(in: 9...40)).map { _ in UInt8.random(in: 0...9) }
            let parts = PackedNumber.lengths.filter { $0 <= digits.count }.flatMap { length in
                (0...(digits.count - length)).compactMap {
                    PackedNumber(digitsOf: digits[$0..<$0 + length].map { $0 + 48 })
                }
            }
            let sought = Set(parts.filter { _ in Int.random(in: 0..<8) == 0 })
            let strange = (0..<20).compactMap { _ in
                PackedNumber(digitsOf: (0..<Int.random(in: 9...15)).map { _ in UInt8.random(in: 48...57) })
            }
            let numbers = SoughtNumbers(Set((sought + strange).map(\.bits)), orAny: false)
            let anything = SoughtNumbers([], orAny: true)
            var (found, all) = ([PackedNumber: Int](), [PackedNumber: Int]())
            digits.withUnsafeBufferPointer {
                numbers.each(in: $0) { if numbers.contains($0) { found[$0, default: 0] += 1 } }
                anything.each(in: $0) { all[$0, default: 0] += 1 }
            }
            let expected = parts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            #expect(all == expected)
            #expect(found == expected.filter { sought.contains($0.key) || strange.contains($0.key) })
        }
    }

    @Test func `of an earlier night a hash is enough, in a text and in an id`() {
        let plain = values(number: "+32470000001")
        var hashed = ResidueValues(key: plain.key)
        hashed.hashes = Set(plain.numbers.map(plain.hash))
        #expect(found(hashed, in: Array("appelez le 0470 00 00 01".utf8)).hashes.count == 1)
        #expect(found(hashed, in: Array("appelez le 0470 00 00 02".utf8)).count == 0)
        let id = Data("HBgL32470000001FQIAEh".utf8).base64EncodedString()
        #expect(found(hashed, in: Array(id.utf8)).hashes.count == 1)
        hashed.key = [9]
        #expect(found(hashed, in: Array("appelez le 0470 00 00 01".utf8)).count == 0)
    }

    @Test(arguments: [17, 31, 33, 64, 300])
    func `a run that is longer than what is read at once is read once`(count: Int) {
        for before in 0...16 {
            let digits = (0..<count).map { UInt8($0 % 10) }
            let letters = Array(repeating: UInt8(ascii: "x"), count: before)
            let text = letters + digits.map { $0 + 48 } + Array("x 1234 x".utf8)
            var found: [[UInt8]] = []
            text.withUnsafeBytes { DigitRuns.each(in: $0) { found.append(Array($0)) } }
            #expect(found == [digits])
        }
    }

    private func sent(_ values: ResidueValues) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try values.write { bytes += $0 }
        return bytes
    }

    private func read(_ bytes: some Collection<UInt8>) -> ResidueValues? {
        Array(bytes).withUnsafeBytes { bytes in
            var reader = ValueReader(bytes)
            let values = ResidueValues(reading: &reader)
            return reader.isAtEnd ? values : nil
        }
    }

    @Test func `what is looked for is the same after it went to another process`() throws {
        var values = ResidueValues(key: Array(0..<16))
        values.add(number: "+32470000001".utf8)
        values.add(number: "+33612345678".utf8)
        values.hashes = [0, 1, UInt64.max]
        values.texts = [Array("Élodie Vandenbroucke".utf8), [0xFF, 0x20, 0x00]]
        #expect(try read(sent(values)) == values)
        // More than is written at once.
        for number in 0..<10_000 as Range<UInt64> {
            values.numbers.insert(number)
            values.texts.append(Array("name \(number)".utf8))
        }
        let bytes = try sent(values)
        #expect(read(bytes) == values)
        let none = ResidueValues(key: [])
        #expect(try read(sent(none)) == none)
        for count in [0, 7, 8, 30, bytes.count - 1] { #expect(read(bytes.prefix(count)) == nil) }
        #expect(read(bytes + [0]) == nil)
        // A count of more than there can be.
        #expect(read(bytes.prefix(24) + [UInt8](repeating: 0xFF, count: 8) + bytes.dropFirst(32)) == nil)
    }

    @Test func `hits are the same after they went to another process, and what they are is looked for no more`() throws
    {
        var values = values(number: "+32470000001", text: "Camille Peeters")
        values.add(number: "+33639980001".utf8)
        values.texts.append(Array("Nadia Lemaire".utf8))
        var hits = ResidueHits()
        (hits.numbers, hits.hashes, hits.texts) = ([try #require(values.inIDs.min())], [7], [0])
        var bytes: [UInt8] = []
        try hits.write { bytes += $0 }
        let again = bytes.withUnsafeBytes { bytes in
            var reader = ValueReader(bytes)
            return ResidueHits(reading: &reader)
        }
        #expect(again == hits)
        let all = Array("+32470000001 x +33639980001 x Camille Peeters x Nadia Lemaire".utf8)
        #expect(found(values, in: all).numbers.count == 2 && found(values, in: all).texts == [0, 1])
        let rest = found(values.without(hits), in: all)
        #expect(rest.numbers == found(values, in: all).numbers.subtracting(hits.numbers) && rest.texts == [1])
    }

    @Test func `texts are found in UTF-8 and UTF-16, at the first and the last byte`() {
        let values = values(text: "Élodie Vandenbroucke")
        let text = "Élodie Vandenbroucke"
        #expect(found(values, in: Array(text.utf8)).texts == [0])
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            #expect(found(values, in: [0] + [UInt8](text.data(using: encoding) ?? Data())).texts == [0])
        }
        #expect(found(values, in: Array("Élodie Vandenbrouck".utf8)).count == 0)
    }

    /// Against a search that is obviously right, on random bytes of few kinds, so that near misses abound: without a capital,
    /// with many, with what looks like one beside them, in UTF-16, and with letters of other scripts.
    @Test(
        arguments: [
            [0x61, 0x62], [0x41, 0x61], [0x41, 0x42, 0x20], [0x41, 0x00, 0x62, 0x00], [0xC4, 0x80, 0xC5, 0xE9],
            [0xD9, 0x85, 0xF0, 0x41], [0x41, 0x61, 0x62, 0x63, 0x64, 0x65],
        ] as [[UInt8]])
    func `many patterns are found where a plain search finds them`(signs: [UInt8]) {
        func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in signs.randomElement() ?? 0 } }
        for round in 0..<20 {
            var patterns = (0..<20).map { _ in random(Int.random(in: 8...(round % 2 == 0 ? 13 : 90))) }
            var bytes = random(Int.random(in: 1...2_000))
            // Some begin alike and some end alike, as persons' names do; and some stand at the very ends.
            patterns +=
                patterns[..<5].map { $0.prefix(6) + random(9) } + patterns[..<5].map { random(9) + $0.suffix(9) }
            for pattern in patterns where Bool.random() { bytes += random(Int.random(in: 0...70)) + pattern }
            bytes = patterns[0] + bytes
            var found: [Int: [Int]] = [:]
            bytes.withUnsafeBytes {
                BytePatterns(patterns).each(in: $0) { pattern, start in found[pattern, default: []].append(start) }
            }
            for (index, pattern) in patterns.enumerated() where pattern.count <= bytes.count {
                let places = (0...(bytes.count - pattern.count)).filter {
                    bytes[$0..<$0 + pattern.count].elementsEqual(pattern)
                }
                #expect((found[index] ?? []).sorted() == places)
            }
        }
    }

    @Test func `a run of digits of any length is read to its end`() {
        let values = values(number: "+32470000001")
        let long = String(repeating: "9", count: 1_020) + "32470000001" + String(repeating: "8", count: 2_000)
        #expect(found(values, in: Array(long.utf8)).numbers.count == 1)
    }

    @Test func `numbers of a text are taken down as they stand, too short and too long ones are not`() {
        var values = ResidueValues(key: [])
        Array("ref 12345678, tel 0470 00 00 01 et 1234567890123456".utf8).withUnsafeBytes { values.add(numbersOf: $0) }
        #expect(
            values.numbers
                == [PackedNumber(digitsOf: "0470000001".utf8)?.bits].compactMap(\.self).reduce(into: []) {
                    $0.insert($1)
                })
    }
}
