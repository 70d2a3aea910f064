import Testing

@testable import Policies

@Suite struct SourceTextTests {
    private func lines(_ text: String) -> [String] {
        SourceText(Array(text.utf8), file: "a").lines.map { line in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: line)
            return String(view)
        }
    }

    @Test func `lines end where YAML ends them`() {
        #expect(lines("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g") == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(lines("a\n\n\r\n\r\rb") == ["a", "", "", "", "", "b"])
    }

    @Test func `reading stops at what has no place in YAML`() {
        let fault = { (bytes: [UInt8]) in SourceText(bytes, file: "a").fault }
        #expect(fault(Array("a\nbc\0".utf8)) == .control(SourceMark(line: 2, column: 3)))
        #expect(fault(Array("a\u{FEFF}".utf8)) == .byteOrderMark(SourceMark(line: 1, column: 2)))
        #expect(fault([0x61, 0xC3]) == .notUTF8(SourceMark(line: 1, column: 2)))
        #expect(fault([0xED, 0xA0, 0x80]) == .notUTF8(SourceMark(line: 1, column: 1)))
        #expect(fault([0xC0, 0x80]) == .notUTF8(SourceMark(line: 1, column: 1)))
        #expect(fault([UInt8](repeating: 0x61, count: SourceText.limit + 1)) == .tooLarge)
        #expect(fault(Array("é 😀 \t~".utf8)) == nil)
    }

    @Test func `a mark finds its line and scalar, and nothing past the end`() {
        let text = SourceText(Array("é1\n".utf8), file: "a")
        #expect(text.scalar(at: SourceMark(line: 1, column: 2)) == "1")
        #expect(text.scalar(at: SourceMark(line: 1, column: 3)) == nil)
        #expect(text.scalar(at: SourceMark(line: 9, column: 1)) == nil)
        #expect(text.line(SourceMark(line: 0, column: 1)).isEmpty)
    }
}
