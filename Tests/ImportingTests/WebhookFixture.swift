import Foundation

/// Payloads in the shape of the Cloud API, put together from parts.
enum WebhookFixture {
    static let ours = "32470000001"

    static func payload(_ field: String = "messages", _ parts: String...) -> String {
        let metadata =
            #""messaging_product":"whatsapp","metadata":{"display_phone_number":"\#(ours)","phone_number_id":"990011"}"#
        let value = ([metadata] + parts).joined(separator: ",")
        return
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"\#(field)","value":{\#(value)}}]}]}"#
    }

    static func contact(_ number: String? = "32470123456", name: String = "Lena Vos", id: String? = nil) -> String {
        let parts = [number.map { #""wa_id":"\#($0)""# }, id.map { #""user_id":"\#($0)""# }].compactMap { $0 }
        return #""contacts":[{"profile":{"name":"\#(name)"},\#(parts.joined(separator: ","))}]"#
    }

    static func text(
        _ body: String, id: String, at: Int = 1_760_000_000, from: String? = "32470123456", more: String = ""
    ) -> String {
        let sender = from.map { #""from":"\#($0)","# } ?? ""
        return
            #""messages":[{\#(sender)"id":"\#(id)","timestamp":"\#(at)","type":"text","text":{"body":"\#(body)"}\#(more)}]"#
    }

    static func message(
        _ type: String, _ part: String, id: String = "wamid.A", at: Int = 1_760_000_000, from: String = "32470123456"
    ) -> String {
        #""messages":[{"from":"\#(from)","id":"\#(id)","timestamp":"\#(at)","type":"\#(type)",\#(part)}]"#
    }

    /// A message id as the messenger makes it: the number of the person stands in it.
    static func wamid(_ number: String, _ tail: String) -> String {
        "wamid."
            + Data([0x1C, 0x18, UInt8(number.utf8.count)] + Array(number.utf8) + [0x15] + Array(tail.utf8))
            .base64EncodedString()
    }
}
