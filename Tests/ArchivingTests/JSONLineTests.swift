import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct JSONLineTests {
    private func text(_ bytes: [UInt8]) -> String {
        var json = JSONLine()
        bytes.withUnsafeBytes { _ = json.text($0) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `commas and brackets are where they belong`() {
        var json = JSONLine()
        json.beginObject()
        json.key("a")
        json.beginArray()
        json.integer(1)
        json.integer(-20)
        json.beginObject()
        json.endObject()
        json.beginArray()
        json.endArray()
        json.null()
        json.endArray()
        json.key("b")
        json.string("x")
        json.key("c" as String)
        json.boolean(true)
        json.endObject()
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,-20,{},[],null],"b":"x","c":true}"#)
        json.removeAll()
        json.integer(Int64.min)
        #expect(String(decoding: json.bytes, as: UTF8.self) == "-9223372036854775808")
    }

    @Test(arguments: [
        ("", #""""#), ("plain", #""plain""#), ("é😕", #""é😕""#), ("a\"b\\c", #""a\"b\\c""#),
        ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1f}\u{7f}", #""\u0000\u001f\u007f""#),
        ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("\u{2027}\u{202a}€", "\"\u{2027}\u{202a}€\""),
        ("/</>", #""/</>""#),
    ]) func `text is escaped so that a line is one line`(text: String, expected: String) {
        #expect(self.text(Array(text.utf8)) == expected)
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0x61, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]]) func `bytes that are not UTF-8 are kept in Base64`(bytes: [UInt8])
    {
        for padding in 0..<12 {
            let all = [UInt8](repeating: 0x61, count: padding) + bytes
            #expect(text(all) == "{\"base64\":\"\(Data(all).base64EncodedString())\"}")
        }
    }

    @Test func `validity agrees with Swift's own, for many random strings of bytes`() {
        var generator = SystemRandomNumberGenerator()
        let interesting: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xA8, 0xBF, 0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF4,
        ]
        var valid = 0
        var json = JSONLine()
        for round in 0..<30_000 {
            json.removeAll()
            let bytes = (0..<(1 + round % 11)).map { _ in interesting.randomElement(using: &generator) ?? 0 }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            if expected { valid += 1 }
            #expect(bytes.withUnsafeBytes { json.text($0) } == expected, "\(bytes)")
        }
        #expect(valid > 300)
    }

    @Test func `Foundation reads back every text`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &generator)) }
            let text = String(String.UnicodeScalarView(scalars))
            var json = JSONLine()
            json.beginArray()
            json.string(text)
            json.endArray()
            let read = try JSONDecoder().decode([String].self, from: Data(json.bytes))
            #expect(read.map { Array($0.utf8) } == [Array(text.utf8)])
            #expect(!json.bytes.contains(10))
        }
    }

    @Test(arguments: [
        0, 1, -1, 951_782_399, 951_782_400, 1_767_323_045, 4_102_444_799, 253_402_300_799, -62_135_596_800,
    ])
    func `instants are written as their description`(seconds: Int64) {
        var json = JSONLine()
        json.instant(Instant(seconds: seconds))
        #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(Instant(seconds: seconds))\"")
    }

    @Test(arguments: [253_402_300_800, -62_135_596_801, Int64.max, Int64.min])
    func `instants beyond four-digit years are null`(seconds: Int64) {
        var json = JSONLine()
        json.instant(Instant(seconds: seconds))
        #expect(String(decoding: json.bytes, as: UTF8.self) == "null")
    }
}
