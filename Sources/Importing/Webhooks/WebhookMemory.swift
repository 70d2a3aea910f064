import StorePort

/// What payloads name again and again, by the bytes that name it: a desk has few numbers, and a person's name and number
/// stand beside each message of theirs. Of one import, on the thread that reads it.
final class WebhookMemory {
    /// Senders beyond which it begins anew: some megabytes.
    private static let limit = 32_768

    private var channels: [[UInt8]: WebhookChannel] = [:]
    private var senders: [[UInt8]: Counterpart?] = [:]
    private var key: [UInt8] = []

    /// Which of our numbers the part `metadata` of a payload names.
    func channel(_ metadata: JSONValue?) -> WebhookChannel {
        begin()
        add(metadata)
        if let known = channels[key] { return known }
        let channel = WebhookChannel(
            phoneNumberID: metadata?["phone_number_id"]?.string ?? "",
            displayNumber: metadata?["display_phone_number"]?.string ?? "")
        if channels.count >= Self.limit { channels = [:] }
        channels[key] = channel
        return channel
    }

    /// The person who wrote a message; nil where it names nobody.
    func sender(of message: JSONValue, contacts: JSONValue.Elements, isOnlySender: Bool) -> Counterpart? {
        let own = (message["from"], message["from_user_id"], message["from_parent_user_id"])
        // Among several contacts it is looked for anew: their order and number are not in the key.
        guard contacts.count <= 1 else { return Self.read(own, contacts, isOnlySender) }
        begin()
        key.append(isOnlySender ? 1 : 0)
        for part in [contacts.first, own.0, own.1, own.2] { add(part) }
        if let known = senders[key] { return known }
        let sender = Self.read(own, contacts, isOnlySender)
        if senders.count >= Self.limit { senders = [:] }
        senders[key] = .some(sender)
        return sender
    }

    private static func read(
        _ own: (from: JSONValue?, id: JSONValue?, parent: JSONValue?), _ contacts: JSONValue.Elements,
        _ isOnlySender: Bool
    ) -> Counterpart? {
        WebhookAddresses.counterpart(
            [
                WebhookAddresses.of(own.from?.string, digitsAre: .phone),
                own.id?.string.map { PersonAddress(.bsuid, $0) },
                own.parent?.string.map { PersonAddress(.bsuid, $0) },
            ], contacts: contacts, isOnlySender: isOnlySender)
    }

    private func begin() { key.removeAll(keepingCapacity: true) }

    /// What it is, its bytes as they are written, and a byte that ends them and can stand in none of them unescaped.
    private func add(_ part: JSONValue?) {
        guard let part else { return key.append(0xFF) }
        key.append(part.kind.rawValue)
        part.withWritten { key.append(contentsOf: $0) }
        key.append(0)
    }
}
