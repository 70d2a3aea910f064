import Testing

@testable import Redaction

/// Payment cards, by issuer, grouping and checksum.
@Suite struct CardDetectorTests {
    @Test(arguments: [
        ("4111-1111-1111-1111", "card: 4111-1111-1111-1111"), ("3782 822463 10005", "card: 3782 822463 10005"),
        ("4111 1111 11111111", "card: 4111 1111 11111111"), ("378282246310005", "card: 378282246310005"),
        ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "card: 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
        ("art. 12-15\n4111 1111 1111 1111", "card: 4111 1111 1111 1111"),
        ("4111\n1111\n1111\n1111", "card: 4111\n1111\n1111\n1111"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: [
        "4111 1111 1111 1112 pièces", "9111 1111 1111 1111", "6000 1234 5678 9012", "bon 4111 1111 1111 1112",
    ])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }

    @Test func `a number on the next line is no part of it`() {
        let found = Look.found("4111 1111 1111 1111\n0032 470123456")
        #expect(found == ["card: 4111 1111 1111 1111", "phone: 0032 470123456"])
    }
}
