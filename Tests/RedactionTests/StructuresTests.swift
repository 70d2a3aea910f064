import Conversations
import Testing

@testable import Redaction

@Suite struct StructuresTests {
    private let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))

    private func json(_ text: String, _ persons: [PersonProfile] = []) -> String? {
        redactor.redact(json: Array(text.utf8), of: persons).map { String(decoding: $0.json, as: UTF8.self) }
    }

    private func text(_ text: String) -> String {
        var messages = ConversationText()
        messages.append(text.utf8, sender: 1)
        _ = redactor.redact(&messages, of: [])
        return String(decoding: messages.text(0), as: UTF8.self)
    }

    /// An id as the Cloud API makes it, of a number made up.
    private let messageID = "wamid.HBgLMzI0NzAwMDAwMTIVAgASGBQzQUQ2M0Y="

    @Test func `a message id tells the number it holds`() {
        #expect(
            MessageID.number(in: Array(messageID.utf8)).map { String(decoding: $0, as: UTF8.self) } == "32470000012")
        #expect(MessageID.number(in: Array("wamid.AAAA".utf8)) == nil)
        #expect(MessageID.number(in: Array("SGVsbG8=".utf8)) == nil)
    }

    @Test func `a message id in a text is replaced`() {
        #expect(text("id \(messageID) fin") == "id [téléphone] fin")
    }

    @Test func `a payload keeps what the list keeps and loses every other value`() {
        let payload = """
            {"from": "32470000012", "id": "\(messageID)", "timestamp": "1700000000", "type": "text",
             "text": {"body": "appelle le 0470 00 00 12"}, "profile": {"name": "Anna"}, "unknown": "x", "price": 12}
            """
        #expect(
            json(payload) == """
                {"from": "[téléphone]", "id": "[téléphone]", "timestamp": "1700000000", "type": "text",
                 "text": {"body": "appelle le [téléphone]"}, "profile": {"name": "[nom]"}, "unknown": "", "price": null}
                """)
    }

    @Test func `JSON inside a string is treated as JSON, and escapes survive`() {
        #expect(
            json(#"{"response_json": "{\"phone\": \"0470000012\", \"text\": \"ligne\\n\\u00e9 0470 00 00 12\"}"}"#)
                == #"{"response_json": "{\"phone\": \"[téléphone]\", \"text\": \"ligne\\né [téléphone]\"}"}"#)
    }

    @Test func `what a message repeats of another is text too: quotes, captions, what stood before an edit`() {
        #expect(
            json(
                """
                {"contextInfo": {"quotedMessage": {"conversation": "gsm 0470 00 00 12"}, "participant": "32470000012@lid"},
                 "image": {"caption": "0470 00 00 12"}, "content_attributes": "{\\"previous_content\\": \\"0470 00 00 12\\"}",
                 "message": {"previous_content": "0470 00 00 12"}, "edit": {"message": {"text": {"body": "0470 00 00 12"}}}}
                """)
                    == """
                    {"contextInfo": {"quotedMessage": {"conversation": "gsm [téléphone]"}, "participant": "[téléphone]@lid"},
                     "image": {"caption": "[téléphone]"}, "content_attributes": "",
                     "message": {"previous_content": "[téléphone]"}, "edit": {"message": {"text": {"body": "[téléphone]"}}}}
                    """)
    }

    @Test func `ids become keyed hashes where the policy asks for pseudonyms: equal ids stay equal`() throws {
        let keyed = Redactor(RedactionSettings(replacement: .pseudonym(.en, ReplacementTests.key(3))))
        let payload = #"["32470000012", "32470000012", "32470000013"]"#
        let text = try #require(keyed.redact(json: Array(#"{"mentionedJid": \#(payload)}"#.utf8)))
        let ids = String(decoding: text.json, as: UTF8.self).split(separator: "\"").filter { $0.hasPrefix("[phone ") }
        #expect(ids.count == 3 && ids[0] == ids[1] && ids[0] != ids[2])
        #expect(try #require(keyed.redact(json: text.json)).json == text.json)
    }

    @Test func `an address keeps its server, and redacting twice changes nothing`() throws {
        let once = try #require(
            json(#"{"remoteJid": "32470000012@s.whatsapp.net", "mentionedJid": ["32470000013@lid"]}"#))
        #expect(once == #"{"remoteJid": "[téléphone]@s.whatsapp.net", "mentionedJid": ["[téléphone]@lid"]}"#)
        #expect(json(once) == once)
    }

    @Test(arguments: ["", "text", "{", #"{"a": "#, #"{"a" 1}"#, "[1,", String(repeating: "[", count: 100_000)])
    func `what is no JSON is refused`(text: String) {
        #expect(json(text) == nil)
    }

    @Test func `a contact card loses its names, numbers, address and birthday`() {
        let card =
            "BEGIN:VCARD\nVERSION:3.0\nN:Peeters;Anna;;;\nFN:Anna Peeters\nitem1.TEL;waid=32470000012:+32 470 00 00 12\n"
            + "ADR;TYPE=HOME:;;Kerkstraat 5;Gent;;9000;BE\nBDAY:1990-01-02\nEND:VCARD"
        let expected =
            "BEGIN:VCARD\nVERSION:3.0\nN:[nom];;;\nFN:[nom]\nitem1.TEL;waid=[téléphone]:[téléphone]\n"
            + "ADR;TYPE=HOME:;;[adresse]\nBDAY:[date de naissance]\nEND:VCARD"
        #expect(text(card) == expected)
    }
}
