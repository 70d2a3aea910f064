import Conversations
import StorePort

/// Imports a file of webhook payloads: one, an array of them, or one a line.
struct WebhookImport: Sendable {
    /// Of one transaction. Many, because each transaction writes again most of the pages in which fingerprints lie, and few
    /// enough that two batches fit into some tens of megabytes.
    private static let batchEvents = 131_072
    private static let batchBytes = 64 * 1024 * 1024

    let settings: ImportSettings
    let store: any ImportStore
    let path: String
    let folder: Fingerprint?

    func run(into summary: inout ImportSummary, bytes: some ByteSource) throws {
        summary.kind = .webhooks
        var stream = KeyedHash.Stream(settings.hash, .source)
        var writing = WriteBehind(writer: self)
        defer { writing.settle() }
        var batch = WebhookBatch(settings: settings, path: path)
        var weight = 0
        var fault: ImportFault?
        var taken = 0
        var persons: Set<PersonAddress> = []
        var reading = JSONReading()
        let memory = WebhookMemory()
        try JSONTexts().read(bytes, block: { stream.add($0) }) { text, line in
            for value in values(text, line: line, &reading, into: &summary, fault: &fault) {
                guard let payload = payload(value, memory, line: line, into: &summary, fault: &fault) else { continue }
                taken += 1
                for event in payload.events { batch.add(event) }
            }
            weight += text.count
            if batch.count >= Self.batchEvents || weight >= Self.batchBytes {
                persons.formUnion(batch.addresses)
                summary.add(try writing.write(batch.next(), source: nil))
                weight = 0
            }
        }
        if taken == 0, let fault { throw fault }
        persons.formUnion(batch.addresses)
        let source = ImportedSource(
            hash: stream.value(), kind: .webhooks, messages: summary.messages,
            refused: summary.unplaced + summary.undated, folder: folder,
            persons: Set(persons.map(settings.hash.of)))
        summary.add(try writing.write(batch, source: source))
        summary.add(try writing.finish())
        if let fault { throw fault }
    }

    /// The payloads of one text; none, and the reason, where it is no JSON.
    private func values(
        _ text: UnsafeBufferPointer<UInt8>, line: Int, _ reading: inout JSONReading, into summary: inout ImportSummary,
        fault: inout ImportFault?
    ) -> [JSONValue] {
        var why = "the bytes are not UTF-8"
        if text.isUTF8 {
            do {
                return WebhookPayload.unwrapped(try reading.value(text))
            } catch { why = "this is not JSON: \(error.reason)" }
        }
        summary.unplaced += 1
        fault = fault ?? ImportFault(.unreadable, line: line, why, remedy: "give the payloads as they were received")
        return []
    }

    /// What a payload tells; nil, and the reason, where it is none. A part of it that cannot be taken is a reason too.
    private func payload(
        _ value: JSONValue, _ memory: WebhookMemory, line: Int, into summary: inout ImportSummary,
        fault: inout ImportFault?
    ) -> WebhookPayload? {
        guard let payload = WebhookPayload(value, hash: settings.hash, memory: memory) else {
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

    fileprivate func write(_ batch: WebhookBatch, source: ImportedSource?) throws -> WebhookWriter.Outcome {
        try store.importing { transaction in
            let outcome = try WebhookWriter(settings: settings, store: transaction, path: path).write(batch)
            if let source { try transaction.record(source, now: settings.now) }
            return outcome
        }
    }
}

/// Writes a batch of events while the next one is read. Batches are written one after another, in their order.
private struct WriteBehind {
    let writer: WebhookImport
    private var last: Alongside<WebhookWriter.Outcome>?

    init(writer: WebhookImport) { self.writer = writer }

    /// Gives what the batch before came to; throws where that one failed, and writes no more then.
    mutating func write(_ batch: WebhookBatch, source: ImportedSource?) throws -> WebhookWriter.Outcome? {
        let before = try finish()
        last = Alongside { [writer] in try writer.write(batch, source: source) }
        return before
    }

    /// Waits for the last batch.
    mutating func finish() throws -> WebhookWriter.Outcome? {
        defer { last = nil }
        return try last?.value()
    }

    /// Waits for the last batch where reading failed, so that no transaction is cut off; that failure is the one told.
    mutating func settle() { _ = try? finish() }
}

extension ImportSummary {
    fileprivate mutating func add(_ outcome: WebhookWriter.Outcome?) {
        guard let outcome else { return }
        duplicates += outcome.duplicates
        conversations += outcome.opened
        unclassified += outcome.unclassified
    }
}
