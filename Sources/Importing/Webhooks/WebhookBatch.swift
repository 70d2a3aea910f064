import Conversations
import StorePort

/// The events of payloads, sorted into what is written in one transaction: the messages and calls of each thread, in the
/// order in which the threads come up, and what is written after them.
struct WebhookBatch: Sendable {
    private(set) var threads: [ThreadBatch] = []
    /// Numbers that change and preferences.
    private(set) var changes: [WebhookEvent] = []
    /// What takes messages back or gives them another text.
    private(set) var corrections: [WebhookEvent] = []
    /// Events that were taken.
    private(set) var count = 0

    private let settings: ImportSettings
    private let path: String
    private var indices: [ThreadName: Int] = [:]
    private var channels: [WebhookChannel: Channel] = [:]
    /// That of the event before: most come to one number.
    private var last: (channel: WebhookChannel, known: Channel)?

    private struct Channel {
        let word: String
        let classified: ConversationClass
    }

    /// What tells threads apart. Of texts their bytes count, as in the hash that is made of them.
    private struct ThreadName: Hashable {
        let channel: String
        let isGroup: Bool
        let other: String

        static func == (a: ThreadName, b: ThreadName) -> Bool {
            a.isGroup == b.isGroup && a.other.utf8.elementsEqual(b.other.utf8) && a.channel == b.channel
        }

        func hash(into hasher: inout Hasher) { hasher.combine(other) }
    }

    init(settings: ImportSettings, path: String) { (self.settings, self.path) = (settings, path) }

    /// The fingerprints of all messages.
    var fingerprints: [Fingerprint] { threads.flatMap { $0.messages.lazy.map(\.fingerprint) } }

    /// Every address that is named.
    var addresses: Set<PersonAddress> {
        var addresses: Set<PersonAddress> = []
        for thread in threads { for counterpart in thread.counterparts { addresses.formUnion(counterpart.addresses) } }
        for event in changes + corrections { addresses.formUnion(event.addresses) }
        return addresses
    }

    mutating func add(_ event: WebhookEvent) {
        count += 1
        switch event.content {
        case .message, .call: addToThread(event)
        case .numberChange, .preference: changes.append(event)
        case .revoke, .edit: corrections.append(event)
        }
    }

    /// What was gathered; gathering begins again.
    mutating func next() -> WebhookBatch {
        defer { self = WebhookBatch(settings: settings, path: path) }
        return self
    }

    private mutating func addToThread(_ event: WebhookEvent) {
        guard let counterpart = event.counterpart, let main = counterpart.addresses.first else { return }
        let channel = channel(event.channel)
        let other = event.group ?? (main.kind == .phone ? String(main.value.dropFirst()) : main.value)
        let name = ThreadName(channel: channel.word, isGroup: event.group != nil, other: other)
        if let index = indices[name] { return threads[index].add(event, counterpart, settings: settings) }
        indices[name] = threads.count
        let hashed = "\(channel.word)\u{0}\(event.group == nil ? "person" : "group")\u{0}\(other)"
        // A group's thread is none that its first person's own messages follow.
        let identity = ThreadIdentity(
            key: settings.hash.of(.thread, hashed), channel: channel.word + (event.group == nil ? "" : "-group"),
            isGroup: event.group != nil, followsPerson: event.group == nil)
        var thread = ThreadBatch(identity: identity, counterparts: [], classified: channel.classified)
        thread.add(event, counterpart, settings: settings)
        threads.append(thread)
    }

    private mutating func channel(_ channel: WebhookChannel) -> Channel {
        if let last, last.channel == channel { return last.known }
        if let known = channels[channel] {
            last = (channel, known)
            return known
        }
        let number = channel.phoneNumberID.isEmpty ? channel.displayNumber : channel.phoneNumberID
        let new = Channel(
            word: "cloud-api-" + settings.hash.of(.channel, number).bytes.prefix(4).hexadecimal,
            classified: settings.origin(path: path, numbers: channel.numbers))
        channels[channel] = new
        return new
    }
}

extension ThreadBatch {
    fileprivate mutating func add(_ event: WebhookEvent, _ counterpart: Counterpart, settings: ImportSettings) {
        let at = settings.usable(event.at)
        let index = index(of: counterpart, at: at)
        switch event.content {
        case .message(let direction, let kind, let text, let replyTo):
            messages.append(
                ImportedMessage(
                    fingerprint: event.fingerprint, sentAt: at, direction: direction, kind: kind, text: text,
                    replyTo: replyTo, counterpart: direction == .fromPerson ? index : nil))
        case .call(let kind):
            calls.append(Call(fingerprint: event.fingerprint, kind: kind, at: at, counterpart: index))
        default: return
        }
    }

    /// In a thread with one person, all that its payloads name is that person's. In a group, who shares the first
    /// address is the same.
    private mutating func index(of counterpart: Counterpart, at time: Instant?) -> Int {
        let same =
            identity.isGroup
            ? counterparts.firstIndex { $0.addresses.first == counterpart.addresses.first } : counterparts.indices.first
        guard let same else {
            var first = counterpart
            first.namedAt = counterpart.profileName == nil ? nil : time
            counterparts.append(first)
            return counterparts.count - 1
        }
        for address in counterpart.addresses where !counterparts[same].addresses.contains(address) {
            counterparts[same].addresses.append(address)
        }
        if let name = counterpart.profileName, counterparts[same].profileName == nil || isNewer(time, same) {
            (counterparts[same].profileName, counterparts[same].namedAt) = (name, time)
        }
        return same
    }

    /// Whether a name that came at that time is not older than the one that the counterpart has.
    private func isNewer(_ time: Instant?, _ index: Int) -> Bool {
        guard let time else { return counterparts[index].namedAt == nil }
        return counterparts[index].namedAt.map { $0 <= time } ?? true
    }
}
