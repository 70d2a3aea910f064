import CByteMasks
import Testing

@testable import Redaction

/// What many bytes are at once is what each is by itself.
@Suite struct ByteMasksTests {
    /// Blocks that together hold each byte at each place, and some of chance.
    private static let blocks: [[UInt8]] =
        (0..<256).map { first in (0..<64).map { UInt8(truncatingIfNeeded: first + $0 * 37) } }

    private static func bits(_ bytes: [UInt8], _ holds: (UInt8) -> Bool) -> UInt64 {
        bytes.indices.reduce(0) { $0 | (holds(bytes[$1]) ? 1 << UInt64($1) : 0) }
    }

    @Test func `the masks of 64 bytes say of each what it is`() {
        for bytes in Self.blocks {
            let masks = byte_masks(bytes)
            #expect(masks.letters == Self.bits(bytes) { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 })
            #expect(masks.leads == Self.bits(bytes) { $0 >= 0xC0 })
            #expect(masks.digits == Self.bits(bytes) { $0 &- 0x30 < 10 })
            #expect(masks.links == Self.bits(bytes) { $0 == 0x40 || $0 == 0x2F })
        }
    }

    /// By the instructions that this processor was chosen for, and by those that each one has. Two bytes after each other
    /// are any two.
    @Test func `the masks of a search say of each byte what it is beside the next`() {
        let signs = Array(" .-/()".utf8) + [0x00, 0xA0, 0xC2]
        let pairs = (0..<256).flatMap { first in (0..<256).flatMap { [UInt8(first), UInt8($0)] } }
        for bytes in [pairs + [0], [0] + pairs + pairs[..<64]] {
            let blocks = (bytes.count - 1) / 64
            for search in [search_masks, search_masks_on_any] {
                var masks = [SearchMasks](repeating: SearchMasks(), count: blocks)
                search(bytes, blocks, &masks)
                for (index, masks) in masks.enumerated() {
                    let block = Array(bytes[index * 64..<index * 64 + 64])
                    let next = Array(bytes[index * 64 + 1..<index * 64 + 65])
                    #expect(masks.digits == Self.bits(block) { $0 &- 0x30 < 10 })
                    #expect(masks.joined == Self.bits(block) { $0 &- 0x30 < 10 || signs.contains($0) })
                    let inBase64 = Self.bits(next) { (0x2B...0x7A).contains($0) }
                    #expect(masks.encoded == Self.bits(block) { "DTjz".utf8.contains($0) } & inBase64)
                    let capitals = Self.bits(block) { $0 &- 0x41 < 26 } & Self.bits(next) { $0 == 0 || $0 >= 0x41 }
                    let leads = Self.bits(block) { $0 >= 0xC4 } & Self.bits(next) { (0x80...0xBF).contains($0) }
                    #expect(masks.capitals == capitals | leads)
                }
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
