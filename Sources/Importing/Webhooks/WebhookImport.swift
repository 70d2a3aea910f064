import Conversations
import StorePort

/// Imports a file of webhook payloads: one, an array of them, or one a line.
struct WebhookImport {
    private static let batchEvents = 10_000
    private static let batchBytes = 8 * 1024 * 1024

    let settings: ImportSettings
    let store: any ImportStore
    let path: String
    let folder: Fingerprint?

    func run(into summary: inout ImportSummary, bytes: some ByteSource) throws {
        summary.kind = .webhooks
        var stream = KeyedHash.Stream(settings.hash, .source)
        var events: [WebhookEvent] = []
        var weight = 0
        var fault: ImportFault?
        var taken = 0
        var persons: Set<Fingerprint> = []
        try JSONTexts().read(bytes, block: { stream.add($0) }) { text, line in
            for value in values(text, line: line, into: &summary, fault: &fault) {
                guard let payload = payload(value, line: line, into: &summary, fault: &fault) else { continue }
                taken += 1
                events += payload.events
                for address in payload.events.flatMap(\.addresses) { persons.insert(settings.hash.of(address)) }
            }
            weight += text.count
            if events.count >= Self.batchEvents || weight >= Self.batchBytes {
                try write(events, source: nil, summary: &summary)
                (events, weight) = ([], 0)
            }
        }
        if taken == 0, let fault { throw fault }
        let source = ImportedSource(
            hash: stream.value(), kind: .webhooks, messages: summary.messages,
            refused: summary.unplaced + summary.undated, folder: folder, persons: persons)
        try write(events, source: source, summary: &summary)
        if let fault { throw fault }
    }

    /// The payloads of one text; none, and the reason, where it is no JSON.
    private func values(
        _ text: UnsafeBufferPointer<UInt8>, line: Int, into summary: inout ImportSummary, fault: inout ImportFault?
    ) -> [JSONValue] {
        var why = "the bytes are not UTF-8"
        if text.isUTF8 {
            do {
                let value = try JSONValue(text)
                return WebhookPayload.unwrapped(value)
            } catch { why = "this is not JSON: \(error.reason)" }
        }
        summary.unplaced += 1
        fault = fault ?? ImportFault(.unreadable, line: line, why, remedy: "give the payloads as they were received")
        return []
    }

    /// What a payload tells; nil, and the reason, where it is none. A part of it that cannot be taken is a reason too.
    private func payload(
        _ value: JSONValue, line: Int, into summary: inout ImportSummary, fault: inout ImportFault?
    ) -> WebhookPayload? {
        guard let payload = WebhookPayload(value, hash: settings.hash) else {
            summary.unplaced += 1
            fault =
                fault
                ?? ImportFault(
                    .unreadable, line: line, "this JSON is not a webhook payload of the Cloud API: it has no `entry`",
                    remedy: "give the payloads as they were received")
            return nil
        }
        summary.unplaced += payload.refused
        if let reason = payload.reason {
            fault =
                fault
                ?? ImportFault(
                    .unreadable, line: line, reason,
                    remedy: "the rest is imported; keep the file until this can be read")
        }
        count(payload, into: &summary)
        return payload
    }

    private func count(_ payload: WebhookPayload, into summary: inout ImportSummary) {
        summary.statuses += payload.statuses
        summary.notices += payload.notices
        for event in payload.events {
            switch event.content {
            case .message(_, let kind, _, _):
                summary.messages += 1
                if kind.isMedia { summary.media += 1 }
                if settings.usable(event.at) == nil { summary.undated += 1 }
            case .call: summary.calls += 1
            case .revoke, .edit, .preference: summary.notices += 1
            case .numberChange: continue
            }
        }
    }

    private func write(_ events: [WebhookEvent], source: ImportedSource?, summary: inout ImportSummary) throws {
        let outcome = try store.importing { transaction in
            let outcome = try WebhookWriter(settings: settings, store: transaction, path: path).write(events)
            if let source { try transaction.record(source, now: settings.now) }
            return outcome
        }
        summary.duplicates += outcome.duplicates
        summary.conversations += outcome.opened
        summary.unclassified += outcome.unclassified
    }
}
