import StorePort
import Testing

@testable import Importing

struct WebhookMessageTests {
    private func read(_ json: String) throws -> (MessageKind, String?, Bool) {
        let value = try Array(json.utf8).withUnsafeBufferPointer { try JSONValue($0) }
        let message = WebhookMessage(value)
        return (message.kind, message.text.map { String(decoding: $0, as: UTF8.self) }, message.isKnown)
    }

    @Test(arguments: [
        (#"{"type":"text","text":{"body":"Bonjour"}}"#, MessageKind.text, "Bonjour" as String?),
        (#"{"type":"image","image":{"id":"1","sha256":"x","caption":"Voici"}}"#, .image, "Voici"),
        (#"{"type":"document","document":{"id":"1","filename":"CV Lena Vos.pdf"}}"#, .document, nil),
        (#"{"type":"audio","audio":{"id":"1","voice":true}}"#, .audio, nil),
        (#"{"type":"sticker","sticker":{"id":"1"}}"#, .sticker, nil),
        (#"{"type":"location","location":{"latitude":50.8,"longitude":4.35}}"#, .location, "50.8, 4.35"),
        (
            #"{"type":"location","location":{"latitude":50.8,"longitude":4.35,"name":"Gare","address":"Rue 1"}}"#,
            .location, "Gare\nRue 1"
        ),
        (
            #"{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"x","title":"Oui"}}}"#,
            .interactive, "Oui"
        ),
        (
            #"{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"x","title":"A","description":"B"}}}"#,
            .interactive, "A\nB"
        ),
        (
            #"{"type":"interactive","interactive":{"nfm_reply":{"response_json":"{\"name\":\"Lena\"}","body":"Sent"}}}"#,
            .interactive, "{\"name\":\"Lena\"}\nSent"
        ),
        (#"{"type":"button","button":{"text":"Non","payload":"no"}}"#, .button, "Non"),
        (#"{"type":"reaction","reaction":{"message_id":"wamid.X","emoji":"👍"}}"#, .reaction, "👍"),
        (
            #"{"type":"order","order":{"text":"vite","product_items":[{"product_retailer_id":"LAMPE","quantity":2}]}}"#,
            .order, "vite\n2 x LAMPE"
        ),
        (
            #"{"type":"contacts","contacts":[{"name":{"formatted_name":"Tom"},"phones":[{"phone":"+32 470 00 00 09"}],"emails":[{"email":"t@example.org"}]}]}"#,
            .contact, "Tom\n+32 470 00 00 09\nt@example.org"
        ),
        (#"{"type":"unsupported","errors":[{"code":131051}]}"#, .unsupported, nil),
        (#"{"type":"text","text":{"body":"B"},"referral":{"body":"advertisement","ctwa_clid":"x"}}"#, .text, "B"),
    ])
    func `the kind and the text of a message are taken`(json: String, kind: MessageKind, text: String?) throws {
        let read = try read(json)
        #expect(read == (kind, text, true))
    }

    @Test func `a type that is not known is kept with what text it has, and said`() throws {
        #expect(try read(#"{"type":"hologram","hologram":{"caption":"Look"}}"#) == (.other, "Look", false))
    }
}
