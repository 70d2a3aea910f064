import Testing

@testable import Redaction

/// Numbers in links and ids: the digits go, the link and the server stay.
@Suite struct LinkDetectorTests {
    @Test(arguments: [
        ("https://wa.me/32470123456?text=a", "link: 32470123456"), ("wa.me/+32470123456", "link: +32470123456"),
        ("tel:+32470123456", "link: +32470123456"), ("api.whatsapp.com/send?phone=32470123456", "link: 32470123456"),
        ("https://api.whatsapp.com/send/?phone=%2B32470123456", "link: %2B32470123456"),
        ("waid=32470123456:", "link: 32470123456"), ("32470123456-1520000000@g.us", "link: 32470123456-1520000000"),
        ("12345678901234@lid", "link: 12345678901234"), ("32470123456:12@s.whatsapp.net", "link: 32470123456:12"),
        ("merci @32470123456 !", "link: 32470123456"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["120363025486359999@g.us", "https://example.be/p/32470"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
