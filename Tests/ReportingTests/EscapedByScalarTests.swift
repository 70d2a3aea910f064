import Testing

@testable import Reporting

private let pairs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]

@Test(arguments: pairs)
func `each special character is escaped`(_ plain: String, _ escaped: String) {
    #expect(EscapedByScalar().escapeText("a\(plain)b") == "a\(escaped)b")
}

@Test(arguments: pairs)
func `a special character with a combining mark behind it is escaped`(_ plain: String, _ escaped: String) {
    for mark in ["\u{301}", "\u{200d}", "\u{fe0f}", "\u{20e3}"] {
        let bytes = Array(EscapedByScalar().escapeText("a\(plain)\(mark)b").utf8)
        #expect(bytes == Array("a\(escaped)\(mark)b".utf8))
    }
}

@Test func `text without special characters is left byte for byte`() {
    let text = "e\u{301}é 👩‍👩‍👧 \u{202f}: ok\r\n"
    #expect(Array(EscapedByScalar().escapeText(text).utf8) == Array(text.utf8))
}
