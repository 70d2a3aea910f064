import CByteMasks
import Testing

@testable import Redaction

/// What many bytes are at once is what each is by itself, by the processor's own instructions and without them.
@Suite struct ByteMasksTests {
    /// Blocks that together hold each byte at each place, and some of chance.
    private static let blocks: [[UInt8]] =
        (0..<256).map { first in (0..<64).map { UInt8(truncatingIfNeeded: first + $0 * 37) } }

    private static func bits(_ bytes: [UInt8], _ holds: (UInt8) -> Bool) -> UInt64 {
        bytes.indices.reduce(0) { $0 | (holds(bytes[$1]) ? 1 << UInt64($1) : 0) }
    }

    @Test func `the masks of 64 bytes say of each what it is`() {
        for bytes in Self.blocks {
            for masks in [byte_masks(bytes), byte_masks_by_words(bytes)] {
                #expect(masks.letters == Self.bits(bytes) { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 })
                #expect(masks.leads == Self.bits(bytes) { $0 >= 0xC0 })
                #expect(masks.digits == Self.bits(bytes) { $0 &- 0x30 < 10 })
                #expect(masks.links == Self.bits(bytes) { $0 == 0x40 || $0 == 0x2F })
            }
        }
    }

    @Test func `the masks of digits say of each byte whether it may stand in a number`() {
        let signs = Array(" .-/()".utf8) + [0x00, 0xA0, 0xC2]
        for bytes in Self.blocks {
            for masks in [digit_masks(bytes), digit_masks_by_words(bytes)] {
                #expect(masks.digits == Self.bits(bytes) { $0 &- 0x30 < 10 })
                #expect(masks.joined == Self.bits(bytes) { $0 &- 0x30 < 10 || signs.contains($0) })
            }
        }
    }

    @Test func `the masks of Base64 say of each sign whether digits stand before it`() {
        for bytes in Self.blocks {
            for mask in [encoded_masks(bytes), encoded_masks_by_words(bytes)] {
                #expect(mask == Self.bits(bytes) { "DTjz".utf8.contains($0) })
            }
        }
    }

    @Test func `a run of letters ends where it ends`() {
        for length in 0...16 {
            for sign in [0x20, 0x60, 0x7B, 0x41, 0x30, 0x00] as [UInt8] {
                let letters: [UInt8] = [0x61, 0x7A, 0x80, 0xFF, 0x6D]
                var bytes = (0..<16).map { letters[$0 % letters.count] }
                if length < 16 { bytes[length] = sign }
                #expect(letter_run(bytes) == Int32(length))
                #expect(letter_run_by_words(bytes) == Int32(length))
            }
        }
    }

    /// Each text stands at the end of the memory that it lies in, and before other bytes: where it ends is no matter.
    @Test(arguments: [
        "appelle", "mail a@b.be", "0470123456", "https://x", "insta lea", "quatre vingt dix", "🅰", "été 9",
        "Ik ben Noor",
    ])
    func `the prefilter sees a text wherever it ends`(text: String) {
        let nobody = NameKeys()
        for lead in 0...130 {
            let bytes = Array(
                (String(repeating: "n ", count: lead / 2) + String(repeating: " ", count: lead % 2) + text).utf8)
            let around = bytes + Array("ppelle @ 0123456789 // quatre cinq six ".utf8)
            let alone = bytes.withUnsafeBufferPointer { Prefilter.known.verdict($0, readable: $0.count, nobody) }
            let within = around.withUnsafeBufferPointer { all in
                let own = UnsafeBufferPointer(rebasing: all[..<bytes.count])
                return Prefilter.known.verdict(own, readable: all.count, nobody)
            }
            #expect(alone == within)
            #expect(alone == (text == "été 9" ? .digits : .candidate))
        }
    }
}
