import StorePort

/// What a message of a payload is, and the text that is in it. Ids of files, hashes and links of the messenger's
/// own servers are left out.
struct WebhookMessage: Equatable {
    var kind: MessageKind
    var text: [UInt8]?
    /// False for a type that is not known here: the message is kept, the source too.
    var isKnown = true

    init(_ message: JSONValue) {
        let type = message["type"]?.string ?? ""
        switch type {
        case "text": self.init(.text, text: WebhookMessage.text(message["text"]?["body"]))
        case "image", "video", "audio", "sticker", "document", "voice":
            let part = message[named: type]
            self.init(type == "voice" ? .audio : MessageKind(rawValue: type) ?? .media, [part?["caption"]])
        case "location": self.init(.location, text: WebhookMessage.location(message["location"]))
        case "contacts":
            self.init(
                .contact,
                text: WebhookMessage.lines((message["contacts"]?.elements ?? .none).flatMap(WebhookMessage.card)))
        case "interactive": self.init(.interactive, WebhookMessage.answers(message["interactive"]))
        case "button": self.init(.button, [message["button"]?["text"] ?? message["button"]?["payload"]])
        case "order": self.init(.order, text: WebhookMessage.order(message["order"]))
        case "reaction": self.init(.reaction, [message["reaction"]?["emoji"]])
        case "template": self.init(.text, [message["template"]?["name"]])
        case "unsupported", "unknown", "ephemeral", "errors": self.init(.unsupported, [])
        case "media_placeholder": self.init(.media, [])
        default:
            self.init(
                .other,
                [
                    message["text"]?["body"], message[named: type]?["caption"], message[named: type]?["text"],
                    message[named: type]?["body"],
                ])
            isKnown = false
        }
    }

    private init(_ kind: MessageKind, text: [UInt8]?) { (self.kind, self.text) = (kind, text) }

    private init(_ kind: MessageKind, _ parts: [JSONValue?]) {
        self.init(kind, text: WebhookMessage.lines(parts))
    }

    /// The message that it answers or reacts to.
    static func target(of message: JSONValue) -> [UInt8]? {
        let id = message["reaction"]?["message_id"]?.bytes ?? message["context"]?["id"]?.bytes
        return id.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What a string says that is not empty.
    private static func text(_ part: JSONValue?) -> [UInt8]? { part?.bytes.flatMap { $0.isEmpty ? nil : $0 } }

    /// Texts that are not empty, one a line; nil where there is none.
    private static func lines(_ parts: [JSONValue?]) -> [UInt8]? { lines(parts.compactMap(text)) }

    private static func lines(_ texts: [[UInt8]]) -> [UInt8]? {
        texts.isEmpty ? nil : Array(texts.joined(separator: [0x0A]))
    }

    private static func location(_ place: JSONValue?) -> [UInt8]? {
        if let named = lines([place?["name"], place?["address"]]) { return named }
        guard let latitude = place?["latitude"]?.number, let longitude = place?["longitude"]?.number else { return nil }
        return latitude + Array(", ".utf8) + longitude
    }

    private static func card(_ contact: JSONValue) -> [JSONValue?] {
        let name = contact["name"]
        var parts = [name?["formatted_name"] ?? name?["first_name"], contact["org"]?["company"], contact["birthday"]]
        for phone in contact["phones"]?.elements ?? .none { parts.append(phone["phone"] ?? phone["wa_id"]) }
        for email in contact["emails"]?.elements ?? .none { parts.append(email["email"]) }
        for url in contact["urls"]?.elements ?? .none { parts.append(url["url"]) }
        for address in contact["addresses"]?.elements ?? .none {
            parts += [address["street"], address["zip"], address["city"], address["country"]]
        }
        return parts
    }

    /// What was chosen in a list or pressed, or the answers of a form, which are JSON in a string and kept as such.
    private static func answers(_ interactive: JSONValue?) -> [JSONValue?] {
        guard let interactive else { return [] }
        let reply = interactive["button_reply"] ?? interactive["list_reply"]
        let form = interactive["nfm_reply"]
        return [
            reply?["title"], reply?["description"], form?["response_json"], form?["body"],
            interactive["body"]?["text"], interactive["call_permission_reply"]?["response"],
        ]
    }

    private static func order(_ order: JSONValue?) -> [UInt8]? {
        var parts = text(order?["text"]).map { [$0] } ?? []
        for item in order?["product_items"]?.elements ?? .none {
            guard let product = item["product_retailer_id"]?.bytes else { continue }
            let quantity = item["quantity"]?.integer.map { "\($0) x " } ?? ""
            parts.append(Array(quantity.utf8) + product)
        }
        return lines(parts)
    }
}
