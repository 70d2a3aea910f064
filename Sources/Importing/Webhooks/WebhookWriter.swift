import Conversations
import StorePort

/// Writes the events of payloads in the one order that makes their own order not matter: messages, then changes of
/// number, then what changes messages.
struct WebhookWriter {
    struct Outcome: Sendable {
        var duplicates = 0
        var opened = 0
        var unclassified = 0
    }

    let settings: ImportSettings
    let store: any ImportTransaction
    let path: String

    func write(_ events: [WebhookEvent]) throws -> Outcome {
        var outcome = Outcome()
        for batch in threads(events) {
            let written = try ThreadImport(settings: settings, store: store).write(batch)
            outcome.duplicates += written.duplicates
            outcome.opened += written.opened
            if batch.classified.isUnknown { outcome.unclassified += written.opened }
        }
        for event in events { try writeChange(event) }
        for event in events { try writeCorrection(event) }
        return outcome
    }

    /// The messages and calls of each thread, in the order in which the threads come up.
    private func threads(_ events: [WebhookEvent]) -> [ThreadBatch] {
        var batches: [ThreadBatch] = []
        var indices: [ThreadIdentity: Int] = [:]
        var channels: [WebhookChannel: String] = [:]
        for event in events {
            guard let counterpart = event.counterpart, let main = counterpart.addresses.first else { continue }
            let identity: ThreadIdentity
            switch event.content {
            case .message, .call: identity = self.identity(of: event, main: main, channels: &channels)
            default: continue
            }
            let index = indices[identity] ?? batches.count
            if index == batches.count {
                indices[identity] = index
                let classified = settings.origin(path: path, numbers: event.channel.numbers)
                batches.append(ThreadBatch(identity: identity, counterparts: [], classified: classified))
            }
            batches[index].add(event, counterpart, settings: settings)
        }
        return batches
    }

    /// - Parameter channels: the word for each channel that was met.
    private func identity(
        of event: WebhookEvent, main: PersonAddress, channels: inout [WebhookChannel: String]
    ) -> ThreadIdentity {
        let channel = channels[event.channel] ?? word(for: event.channel)
        channels[event.channel] = channel
        let other = event.group ?? (main.kind == .phone ? String(main.value.dropFirst()) : main.value)
        let word = event.group == nil ? "person" : "group"
        return ThreadIdentity(
            key: settings.hash.of(.thread, "\(channel)\u{0}\(word)\u{0}\(other)"), channel: channel,
            isGroup: event.group != nil, followsPerson: event.group == nil)
    }

    private func word(for channel: WebhookChannel) -> String {
        let number = channel.phoneNumberID.isEmpty ? channel.displayNumber : channel.phoneNumberID
        return "cloud-api-" + settings.hash.of(.channel, number).bytes.prefix(4).hexadecimal
    }

    private func writeChange(_ event: WebhookEvent) throws {
        switch event.content {
        case .numberChange(let old, let new):
            guard try store.seen(event.fingerprint) == nil else { return }
            try store.numberChanged(from: old, to: new, at: settings.usable(event.at), now: settings.now)
        case .preference(let given, let evidence):
            guard try store.seen(event.fingerprint) == nil, let known = event.counterpart else { return }
            let counterpart = settings.withRefusals(known)
            let at = settings.usable(event.at)
            let person = try store.person(
                for: counterpart, thread: event.fingerprint, at: at ?? settings.now, now: settings.now)
            try store.recordPreference(.informationOptOut, given: given, person: person, at: at, evidence: evidence)
            if !given { try store.forgetRefusal(of: counterpart.refusals) }
        default: return
        }
        try store.remember(event.fingerprint, at: .nowhere(settings.now))
    }

    private func writeCorrection(_ event: WebhookEvent) throws {
        switch event.content {
        case .revoke(let target):
            guard try store.seen(event.fingerprint) == nil else { return }
            if let place = try store.seen(target) {
                _ = try store.withdraw(place, now: settings.now)
            } else {
                // It was taken back before it came: it is not taken in when it comes.
                try store.remember(target, at: .nowhere(settings.now))
            }
        case .edit(let target, _, let text):
            guard try store.seen(event.fingerprint) == nil else { return }
            if let place = try store.seen(target) {
                _ = try store.edit(place, text: text, now: settings.now)
            } else {
                try writeUnmetEdit(event, target: target)
            }
        default: return
        }
        try store.remember(event.fingerprint, at: .nowhere(settings.now))
    }

    /// The changed text of a message that has not come: it stands for the message, which then is known.
    private func writeUnmetEdit(_ event: WebhookEvent, target: Fingerprint) throws {
        guard case .edit(_, let kind, let text) = event.content else { return }
        var message = event
        message.fingerprint = target
        message.content = .message(direction: .fromPerson, kind: kind, text: text, replyTo: nil)
        for batch in threads([message]) { _ = try ThreadImport(settings: settings, store: store).write(batch) }
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
