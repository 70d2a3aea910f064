import Conversations
import StorePort

/// Reads a payload of the Cloud API into events. Reference: the webhook component reference of the WhatsApp
/// Business Platform, <https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components>.
struct WebhookPayload {
    private(set) var events: [WebhookEvent] = []
    /// Delivery receipts.
    private(set) var statuses = 0
    /// What tells of the account, of templates or of an identity, and of no message.
    private(set) var notices = 0
    /// Parts that could not be taken, and the first reason.
    private(set) var refused = 0
    private(set) var reason: String?

    private let hash: KeyedHash
    private let memory: WebhookMemory

    /// Nil where the value is no payload at all.
    init?(_ payload: JSONValue, hash: KeyedHash, memory: WebhookMemory) {
        (self.hash, self.memory) = (hash, memory)
        guard let entries = payload["entry"], entries.kind == .array else { return nil }
        for entry in entries.elements {
            for change in entry["changes"]?.elements ?? .none { take(change) }
        }
    }

    /// The payloads of a JSON text: one, an array of them, or an object in which each has a name.
    static func unwrapped(_ value: JSONValue) -> [JSONValue] {
        if value.kind == .array { return Array(value.elements) }
        guard value["entry"] == nil else { return [value] }
        let members = value.members
        guard !members.isEmpty, members.values.allSatisfy({ $0["entry"] != nil }) else { return [value] }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func refuse(_ why: String) {
        refused += 1
        reason = reason ?? why
    }

    /// Fields of the account's own life.
    private static let ownFields = [
        "account_", "message_template", "phone_number_", "business_", "security", "template_", "flows",
        "smb_app_state_sync",
        "payment_configuration", "partner_", "tracking_events", "automatic_events", "group_", "messaging_handovers",
    ]

    private mutating func take(_ change: JSONValue) {
        let field = change["field"]?.string ?? ""
        guard let value = change["value"], value.kind == .object else { return refuse("a change has no `value`") }
        switch field {
        case "messages", "calls", "user_preferences", "smb_message_echoes", "history", "standby": take(value: value)
        case _ where Self.ownFields.contains { field.hasPrefix($0) }: notices += 1
        default: refuse("a change is of a `field` that is not known")
        }
    }

    private mutating func take(value: JSONValue) {
        let channel = memory.channel(value["metadata"])
        let before = (events.count, statuses, notices, refused)
        let contacts = value["contacts"]?.elements ?? .none
        let messages = value["messages"]?.elements ?? .none
        let isOnlySender = messages.count == 1 || Set(messages.map { $0["from"]?.string ?? "" }).count == 1
        for message in messages { take(message, channel, contacts, isOnlySender: isOnlySender) }
        for echoes in [value["message_echoes"], value["smb_message_echoes"]] {
            for echo in echoes?.elements ?? .none { takeOurs(echo, channel, to: echo["to"]?.string, contacts) }
        }
        for part in value["history"]?.elements ?? .none { take(history: part, channel) }
        for call in value["calls"]?.elements ?? .none { take(call: call, channel, contacts) }
        for preference in value["user_preferences"]?.elements ?? .none {
            take(preference: preference, channel, contacts)
        }
        statuses += value["statuses"]?.elements.count ?? 0
        if value["errors"] != nil { notices += 1 }
        if before == (events.count, statuses, notices, refused) { refuse("a change holds nothing that is known") }
    }

    private mutating func take(history part: JSONValue, _ channel: WebhookChannel) {
        // The owner of the app declined to share it, or there is none.
        if part["threads"] == nil { notices += 1 }
        for thread in part["threads"]?.elements ?? .none {
            let person = thread["id"]?.string
            for message in thread["messages"]?.elements ?? .none {
                let isOurs =
                    message["to"] != nil
                    || message["from"]?.string.map { Ours.isSameNumber($0, channel.displayNumber) } ?? false
                if isOurs {
                    takeOurs(message, channel, to: person ?? message["to"]?.string, .none)
                } else {
                    take(message, channel, .none, isOnlySender: false)
                }
            }
        }
    }

    private mutating func take(
        _ message: JSONValue, _ channel: WebhookChannel, _ contacts: JSONValue.Elements, isOnlySender: Bool
    ) {
        if message["to"] != nil, let sender = message["from"]?.string,
            Ours.isSameNumber(sender, channel.displayNumber)
        {
            return takeOurs(message, channel, to: message["to"]?.string, contacts)
        }
        if message["type"]?.says("system") == true { return take(system: message, channel) }
        let counterpart = memory.sender(of: message, contacts: contacts, isOnlySender: isOnlySender)
        guard let counterpart else { return refuse("a message names no sender") }
        append(message, .fromPerson, channel, counterpart)
    }

    private mutating func takeOurs(
        _ message: JSONValue, _ channel: WebhookChannel, to person: String?, _ contacts: JSONValue.Elements
    ) {
        let counterpart = WebhookAddresses.counterpart(
            [
                WebhookAddresses.of(person, digitsAre: .phone),
                message["to_user_id"]?.string.map { PersonAddress(.bsuid, $0) },
                message["to_parent_user_id"]?.string.map { PersonAddress(.bsuid, $0) },
            ], contacts: contacts, isOnlySender: true)
        guard let counterpart else { return refuse("a message of ours names no recipient") }
        append(message, .oursByHuman, channel, counterpart)
    }

    private mutating func append(
        _ message: JSONValue, _ direction: MessageDirection, _ channel: WebhookChannel, _ counterpart: Counterpart
    ) {
        guard let id = fingerprint(id: message["id"]) else { return refuse("a message has no id") }
        let content: WebhookEvent.Content
        switch message["type"]?.string {
        case "revoke":
            guard let target = message["revoke"]?["original_message_id"]?.bytes else {
                return refuse("a revocation names no message")
            }
            content = .revoke(fingerprint(target))
        case "edit":
            guard let target = message["edit"]?["original_message_id"]?.bytes, let changed = message["edit"]?["message"]
            else {
                return refuse("an edit names no message")
            }
            let read = WebhookMessage(changed)
            content = .edit(fingerprint(target), kind: read.kind, text: read.text)
        case "request_welcome", "call_permission_request":
            notices += 1
            return
        default:
            let read = WebhookMessage(message)
            if !read.isKnown { refuse("a message is of a type that is not known; it is kept with what text it has") }
            content = .message(
                direction: direction, kind: read.kind, text: read.text,
                replyTo: WebhookMessage.target(of: message).map(fingerprint))
        }
        events.append(
            WebhookEvent(
                fingerprint: id, at: time(message["timestamp"]), channel: channel,
                group: message["group_id"]?.string, counterpart: counterpart, content: content))
    }

    /// A change of number names the old one in `from` (or `customer`) and the new one in `wa_id`.
    private mutating func take(system message: JSONValue, _ channel: WebhookChannel) {
        let system = message["system"]
        let isChange =
            system?["type"]?.string.map { $0.hasSuffix("changed_number") || $0 == "customer_changed_number" } ?? false
        let old = WebhookAddresses.of(system?["customer"]?.string ?? message["from"]?.string, digitsAre: .phone)
        let new = WebhookAddresses.of(system?["wa_id"]?.string ?? system?["new_wa_id"]?.string, digitsAre: .phone)
        notices += 1
        guard isChange, let old, let new, old != new, let id = message["id"]?.bytes else { return }
        events.append(
            WebhookEvent(
                fingerprint: hash.of(.notice, id), at: time(message["timestamp"]), channel: channel,
                content: .numberChange(from: old, to: new)))
    }

    private mutating func take(call: JSONValue, _ channel: WebhookChannel, _ contacts: JSONValue.Elements) {
        let isFromUs = call["direction"]?.string == "BUSINESS_INITIATED"
        let side = isFromUs ? call["to"]?.string : call["from"]?.string
        let isOurNumber = side.map { Ours.isSameNumber($0, channel.displayNumber) } ?? false
        let own = isOurNumber || contacts.count == 1 ? nil : WebhookAddresses.of(side, digitsAre: .phone)
        guard let id = call["id"]?.bytes,
            let counterpart = WebhookAddresses.counterpart([own], contacts: contacts, isOnlySender: true)
        else { return refuse("a call names nobody") }
        let isMissed =
            call["event"]?.string == "terminate" && call["duration"]?.integer ?? 0 == 0
            && call["status"]?.string != "COMPLETED"
        events.append(
            WebhookEvent(
                fingerprint: hash.of(.call, id), at: time(call["timestamp"] ?? call["start_time"]), channel: channel,
                counterpart: counterpart, content: .call(isMissed ? .missedVoice : .voice)))
    }

    private mutating func take(preference: JSONValue, _ channel: WebhookChannel, _ contacts: JSONValue.Elements) {
        let own = [
            WebhookAddresses.of(preference["wa_id"]?.string, digitsAre: .phone),
            preference["user_id"]?.string.map { PersonAddress(.bsuid, $0) },
        ]
        guard let counterpart = WebhookAddresses.counterpart(own, contacts: contacts, isOnlySender: false) else {
            return refuse("a preference names nobody")
        }
        let category = preference["category"]?.string ?? "preference"
        let value = preference["value"]?.string ?? ""
        let words = [category, value].map { word in
            word.utf8.count <= 40 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
                ? word : "other"
        }
        let person = counterpart.addresses[0].value
        let when = preference["timestamp"]?.integer.map { "\($0)" } ?? ""
        events.append(
            WebhookEvent(
                fingerprint: hash.of(.preference, "\(person) \(category) \(value) \(when)"),
                at: time(preference["timestamp"]),
                channel: channel, counterpart: counterpart,
                content: .preference(given: value == "stop", evidence: words.joined(separator: " "))))
    }

    /// Nil where there is no id, or an empty one.
    private func fingerprint(id: JSONValue?) -> Fingerprint? {
        id?.withBytes { $0.isEmpty ? nil : hash.of(.webhookMessage, UnsafeRawBufferPointer($0)) } ?? nil
    }

    private func fingerprint(_ id: [UInt8]) -> Fingerprint { hash.of(.webhookMessage, id) }

    private func time(_ value: JSONValue?) -> Instant? { value?.integer.map(Instant.init(seconds:)) }
}
