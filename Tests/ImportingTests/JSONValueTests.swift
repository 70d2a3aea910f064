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
        #expect(value["a"]?.elements.map(\.kind) == [.number, .number, .bool, .bool, .null, .string])
        #expect(value["b"]?["c"]?.string == "é\né😀/")
        #expect(try read("\u{FEFF}[]").kind == .array)
        #expect(try read("[]").elements.first == nil)
        #expect(try read(#""1700000000""#).integer == 1_700_000_000)
    }

    @Test func `a long id loses no digit`() throws {
        let digits = "123456789012345678901234567890"
        #expect(try read(digits).number == Array(digits.utf8))
        #expect(try read(digits).integer == nil)
    }

    @Test func `a member is found by what its name says, and of several the last`() throws {
        let value = try read(#"{"a":[{"b":1},{"b":2}],"b":3,"\u0062c":4,"b":{"x":[]},"":5}"#)
        #expect(value["b"]?["x"]?.kind == .array)
        #expect(value["bc"]?.integer == 4)
        #expect(value[named: "b"]?.kind == .object)
        #expect(value[""]?.integer == 5)
        #expect(value["x"] == nil)
        #expect(value["a"]?["b"] == nil)
        #expect(value.members.keys.sorted() == ["", "a", "b", "bc"])
        #expect(value["a"]?.elements.compactMap { $0["b"]?.integer } == [1, 2])
    }

    @Test(arguments: ["0", "-0", "10", "0.5", "-1.25", "1e5", "1E-5", "2.5e+10"])
    func `a number is kept as it is written`(text: String) throws {
        #expect(try read(text).number == Array(text.utf8))
        #expect(try read("[\(text),1]").elements.count == 2)
    }

    @Test func `a surrogate alone and a NUL are text`() throws {
        #expect(try read(#""a\ud800b""#).string == "a\u{FFFD}b")
        #expect(try read(#""\ud800\u0041""#).string == "\u{FFFD}A")
        #expect(try read(#""a\u0000b""#).bytes == [0x61, 0, 0x62])
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "\"a", "\"\\x\"", "\"\\u12\"", "nul", "1.2.3", "-",
        "01", "1.", ".5", "+1", "1e", "1e+", "-a", "00", "[1.]",
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
