import StorePort
import Testing

@testable import retention

/// Numbers as people, phones, pages and payloads write them.
struct HeldNumbersTests {
    private func value(_ text: String, _ region: String? = "BE") -> String? {
        HeldNumbers.address(text, region: region).map { "\($0.kind.rawValue) \($0.value)" }
    }

    @Test(arguments: [
        "+32470000158", "0032 (470) 00.01-58", "+32 (0)470 00 01 58", "0470000158", "0470/00.01.58", "32470000158",
        "32470000158@s.whatsapp.net", "32470000158@c.us", "+32\u{A0}470\u{202F}00\u{A0}01\u{A0}58", "tel:+32470000158",
        "\u{202A}+32 470\u{2011}00\u{2011}01\u{2011}58\u{202C}", "https://wa.me/32470000158", "wa.me/32470000158",
    ])
    func `each usual form of a number is the number`(text: String) {
        #expect(value(text) == "phone +32470000158")
    }

    @Test func `a number as it is dialled at home is one of the first region`() {
        #expect(value("06 39 98 00 01", "FR") == "phone +33639980001")
        #expect(value("07700 900123", "GB") == "phone +447700900123")
        #expect(value("06 39 98 00 01", nil) == nil)
        // No such number there.
        #expect(value("0999 99 99 99 99", "BE") == nil)
    }

    @Test(arguments: [
        "Jean Dupont", "470000158", "0470000158 Jean", "32470000158@g.us", "4711", "+32", "2026-11-20", "0",
    ])
    func `what is no number is none`(text: String) {
        #expect(value(text) == nil)
    }

    @Test func `ids are taken as they are`() {
        #expect(value("123456789012345@lid") == "lid 123456789012345@lid")
        #expect(value("BE.1234567890") == "bsuid BE.1234567890")
    }
}
