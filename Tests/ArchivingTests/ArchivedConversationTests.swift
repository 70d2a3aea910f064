import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct ArchivedConversationTests {
    private let full = ArchivedConversation(
        conversation: 12, person: "9f2c", role: .client, purpose: .assistance, notice: "2025-09-01",
        opened: Instant(seconds: 1_767_323_045), closed: Instant(seconds: 1_767_409_445), endsOn: facts.endsOn,
        messages: [
            .init(
                n: 1, at: Instant(seconds: 1_767_323_045), from: .person, author: "77aa", kind: "text",
                text: .init("Bonjour")),
            .init(n: 2, at: nil, from: .auto, author: nil, kind: "image", text: nil),
            .init(n: 4, at: nil, from: .us, author: nil, kind: "text", text: .init(bytes: [0x61, 0xFF])),
        ])

    @Test func `a line has the documented form`() throws {
        let expected =
            #"{"conversation":12,"person":"9f2c","role":"client","purpose":"assistance","notice":"2025-09-01","#
            + #""opened":"2026-01-02T03:04:05Z","closed":"2026-01-03T03:04:05Z","endsOn":"2029-05-01","messages":["#
            + #"{"n":1,"at":"2026-01-02T03:04:05Z","from":"person","author":"77aa","kind":"text","text":"Bonjour"},"#
            + #"{"n":2,"from":"auto","kind":"image"},{"n":4,"from":"us","kind":"text","text":{"base64":"Yf8="}}]}"#
        #expect(String(decoding: full.line, as: UTF8.self) == expected)
        #expect(try documentation().contains(expected))
    }

    @Test func `a line is read back whole`() throws {
        let read = try full.line.withUnsafeBytes { try ArchivedConversation(line: $0) }
        #expect(read == full)
        #expect(try JSONDecoder().decode(ArchivedConversation.self, from: JSONEncoder().encode(full)) == full)
    }

    @Test func `texts that are not UTF-8 are counted, for each line anew`() {
        var line = ConversationLine()
        for expected in [1, 0] {
            line.begin(
                id: 1, person: "p", role: .client, purpose: .question, notice: nil, opened: nil, closed: nil,
                endsOn: facts.endsOn)
            let bytes: [UInt8] = expected == 1 ? [0xFF] : [0x41]
            bytes.withUnsafeBytes { line.message(n: 1, at: nil, from: .us, author: nil, kind: "text", text: $0) }
            line.message(n: 2, at: nil, from: .us, author: nil, kind: "audio", text: nil)
            line.finish()
            #expect(line.invalidTexts == expected)
            #expect(line.messages == 2)
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"conversation\":\"Peeters\"}", "\u{0}", String(repeating: "[", count: 100_000),
    ])
    func `a line of another shape is damaged, and the error does not repeat it`(line: String) {
        do {
            _ = try Array(line.utf8).withUnsafeBytes { try ArchivedConversation(line: $0) }
            Issue.record("read")
        } catch {
            #expect((error as? ArchiveError)?.kind == .damaged)
            #expect(!"\(error)".contains("Peeters"))
        }
    }
}
