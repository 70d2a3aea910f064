import Testing

@testable import Importing

struct JSONValueTests {
    private func read(_ text: String) throws -> JSONValue {
        try Array(text.utf8).withUnsafeBufferPointer { try JSONValue($0) }
    }

    @Test func `values are read`() throws {
        let value = try read(#" {"a": [1, -2.5e3, true, false, null, "x"], "b": {"c": "é\n\u00e9\ud83d\ude00\/"}} "#)
        #expect(value["a"]?.elements.count == 6)
        #expect(value["a"]?.elements.first?.integer == 1)
        #expect(value["b"]?["c"]?.string == "é\né😀/")
        #expect(try read("\u{FEFF}[]") == .array([]))
        #expect(try read(#""1700000000""#).integer == 1_700_000_000)
    }

    @Test func `a long id loses no digit`() throws {
        #expect(try read("123456789012345678901234567890") == .number(Array("123456789012345678901234567890".utf8)))
    }

    @Test func `a surrogate alone and a NUL are text`() throws {
        #expect(try read(#""a\ud800b""#).string == "a\u{FFFD}b")
        #expect(try read(#""\ud800\u0041""#).string == "\u{FFFD}A")
        #expect(try read(#""a\u0000b""#).bytes == [0x61, 0, 0x62])
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "\"a", "\"\\x\"", "\"\\u12\"", "nul", "1.2.3", "-",
        "[] []", "'a'",
        "\"a\nb\"", "{\"a\":1,}", "[", "]",
    ])
    func `what is no JSON is an error`(text: String) { #expect(throws: JSONValue.SyntaxError.self) { try read(text) } }

    @Test func `sixty-four levels are read and one more is not`() throws {
        let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
        #expect(throws: Never.self) { try read(deep(64)) }
        #expect(throws: JSONValue.SyntaxError.self) { try read(deep(65)) }
        #expect(throws: JSONValue.SyntaxError.self) { try read(String(repeating: "[{\"a\":", count: 100_000)) }
    }
}
