import Testing

@testable import Importing

struct JSONTextsTests {
    private func texts(_ text: String) throws -> [String] {
        var found: [String] = []
        try JSONTexts().read(Pieces(text, size: 5)) { text, line in
            found.append("\(line):" + String(decoding: text, as: UTF8.self).split(separator: "\n").joined())
        }
        return found
    }

    @Test func `one text a line, blank lines between`() throws {
        #expect(
            try texts("{\"a\":1}\n\n{\"b\":\"}{\\\"\"}\r\n{bad\n[1]") == [
                "1:{\"a\":1}", "3:{\"b\":\"}{\\\"\"}", "4:{bad", "5:[1]",
            ])
    }

    @Test func `one text over many lines`() throws {
        #expect(try texts("\n{\n \"a\":\n\n 1}\n") == ["2:{ \"a\": 1}"])
    }
}
