import Testing

@testable import Importing

struct PlainScannerTests {
    @Test func `marks are passed over, odd spaces are spaces, other digits are digits`() {
        let plain = PlainText.of(Array("\u{200E}A\u{A0}\u{202F}b\u{2066}٣۴ \u{FEFF}".utf8), folded: false)
        #expect(String(decoding: plain, as: UTF8.self) == "A b34")
        #expect(String(decoding: PlainText.of(Array(" ÉA ".utf8), folded: true), as: UTF8.self) == "Éa")
    }

    @Test func `a number that is too long is no number`() {
        Array("12345".utf8).withUnsafeBufferPointer { bytes in
            var scanner = PlainScanner(bytes)
            #expect(scanner.number(upTo: 4) == nil)
        }
    }

    @Test func `a mark that is cut off at the end does no harm`() {
        for cut in [[0xE2], [0xE2, 0x80], [0xC2], [0xD9], [0xEF, 0xBB]] as [[UInt8]] {
            cut.withUnsafeBufferPointer { bytes in
                var scanner = PlainScanner(bytes)
                while scanner.peek() != nil { scanner.advance() }
                #expect(scanner.position == bytes.count)
            }
            #expect(PlainText.of(cut, folded: true) == cut)
        }
    }
}
