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

    func write(_ batch: WebhookBatch) throws -> Outcome {
        var outcome = Outcome()
        try store.lookUp(batch.fingerprints)
        for thread in batch.threads {
            let written = try ThreadImport(settings: settings, store: store).write(thread)
            outcome.duplicates += written.duplicates
            outcome.opened += written.opened
            if thread.classified.isUnknown { outcome.unclassified += written.opened }
        }
        for event in batch.changes { try writeChange(event) }
        for event in batch.corrections { try writeCorrection(event) }
        return outcome
    }

    private func writeChange(_ event: WebhookEvent) throws {
        switch event.content {
        case .numberChange(let old, let new):
            guard try store.seen(event.fingerprint) == nil else { return }
            try store.numberChanged(from: old, to: new, at: settings.usable(event.at), now: settings.now)
        case .preference(let given, let evidence):
            guard try store.seen(event.fingerprint) == nil, let counterpart = event.counterpart else { return }
            let refusals = settings.refusals(counterpart)
            let at = settings.usable(event.at)
            let person = try store.person(
                for: counterpart, thread: event.fingerprint, at: at ?? settings.now, now: settings.now,
                refusals: { refusals })
            try store.recordPreference(.informationOptOut, given: given, person: person, at: at, evidence: evidence)
            if !given { try store.forgetRefusal(of: refusals) }
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
                _ = try store.edit(target, at: place, text: text, now: settings.now)
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
        var batch = WebhookBatch(settings: settings, path: path)
        batch.add(message)
        for thread in batch.threads { _ = try ThreadImport(settings: settings, store: store).write(thread) }
    }
}
