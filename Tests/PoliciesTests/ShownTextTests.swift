import Testing

@testable import Policies

@Suite struct ShownTextTests {
    @Test(arguments: [
        ("number: +32 470 00 00 12", "number: +xx xxx xx xx xx"),
        ("ours: [0470/12.34.56]", "ours: [0470/12.34.56]".masked),
        ("(555) 010-0123", "(xxx) xxx-xxxx"), ("+32\u{200B}470\u{00A0}000012", "+xx\u{FFFD}xxx\u{00A0}xxxxxx"),
    ])
    func `digits of a phone number are masked`(text: String, shown: String) { #expect(ShownText.shown(text) == shown) }

    @Test(arguments: [
        "version: 2025-01-22", "after: 36 months", "limits: { percent: 20, at-least: 50, clock-days: 40 }", "12345678",
    ])
    func `dates and counts are shown`(text: String) { #expect(ShownText.shown(text) == text) }

    @Test func `what reads otherwise than it is is shown as a mark, in its place`() {
        #expect(ShownText.shown("a\u{202E}b\u{200B}c\u{1B}[m\td\né") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[m\td\u{FFFD}é")
    }

    @Test func `a long line is shown around the place`() {
        let line = Array((String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)).unicodeScalars)
        let (text, caret) = ShownText.window(of: line, around: 301)
        #expect(text.unicodeScalars.count == 120 && caret == 60)
        #expect(Array(text.unicodeScalars)[caret] == "X")
        let end = ShownText.window(of: line, around: 602)
        #expect(end.text.unicodeScalars.count == 120 && end.caret == 120)
        let beyond = ShownText.window(of: line, around: 9999)
        #expect(beyond.caret == 120)
    }

    @Test func `a number that the cut goes through stays masked`() {
        let line = Array(
            (String(repeating: " ", count: 235) + "+32 470 00 00 12" + String(repeating: "a", count: 300))
                .unicodeScalars)
        for column in 240...360 {
            #expect(!ShownText.window(of: line, around: column).text.contains { $0.isNumber })
        }
    }

    @Test func `a value is quoted, and cut where it is long`() {
        #expect(ShownText.quoted("abc") == "\"abc\"")
        #expect(
            ShownText.quoted(String(repeating: "a", count: 61)) == "\"" + String(repeating: "a", count: 60) + "...\"")
        #expect(ShownText.quoted("0470 12 34 56") == "\"xxxx xx xx xx\"")
    }
}

extension String {
    /// Digits as `x`.
    fileprivate var masked: String { String(map { $0.isNumber ? "x" : $0 }) }
}
