import StorePort
import Testing

@testable import Importing

struct WebhookAddressesTests {
    private func contacts(_ json: String...) throws -> JSONValue.Elements {
        try Array("[\(json.joined(separator: ","))]".utf8).withUnsafeBufferPointer { try JSONValue($0) }.elements
    }

    @Test(arguments: [
        ("32470123456", PersonAddress(.phone, "+32470123456")), ("+32470123456", PersonAddress(.phone, "+32470123456")),
        ("32470123456@s.whatsapp.net", PersonAddress(.phone, "+32470123456")),
        ("123456789012345@lid", PersonAddress(.lid, "123456789012345@lid")),
        ("BE.13491208655302741918", PersonAddress(.bsuid, "BE.13491208655302741918")),
        ("BE.ENT.118", PersonAddress(.bsuid, "BE.ENT.118")),
        ("SOMETHING", PersonAddress(.waID, "SOMETHING")),
    ])
    func `what a field holds is told by its form`(value: String, address: PersonAddress) {
        #expect(WebhookAddresses.of(value, digitsAre: .phone) == address)
        #expect(WebhookAddresses.of("", digitsAre: .phone) == nil)
        #expect(WebhookAddresses.of("32470123456", digitsAre: .waID) == PersonAddress(.waID, "32470123456"))
    }

    @Test func `a contact that names somebody else is not the sender's`() throws {
        let lena = #"{"wa_id":"32470123456","profile":{"name":"Lena"}}"#
        let two = try contacts(lena, #"{"wa_id":"32470654321","user_id":"BE.2"}"#)
        let sender = WebhookAddresses.of("32470654321", digitsAre: .phone)
        let counterpart = WebhookAddresses.counterpart([sender], contacts: two, isOnlySender: true)
        #expect(counterpart?.addresses.map(\.value) == ["+32470654321", "32470654321", "BE.2"])
        #expect(counterpart?.profileName == nil)
        let one = WebhookAddresses.counterpart([sender], contacts: try contacts(lena), isOnlySender: false)
        #expect(one?.addresses.map(\.value) == ["+32470654321"])
        #expect(WebhookAddresses.counterpart([nil], contacts: two, isOnlySender: true) == nil)
    }

    @Test func `a contact that stands alone names a sender who has no number`() throws {
        let one = try contacts(#"{"user_id":"BE.2","profile":{"name":"Lena","username":"lena.v"}}"#)
        let counterpart = WebhookAddresses.counterpart([nil], contacts: one, isOnlySender: true)
        #expect(counterpart?.addresses == [PersonAddress(.bsuid, "BE.2"), PersonAddress(.username, "lena.v")])
        #expect(counterpart?.profileName == "Lena")
    }
}
