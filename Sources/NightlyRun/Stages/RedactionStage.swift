import Conversations
import Planning
import StorePort

/// Redacts texts in place and erases media, where a conversation stays in the store. Only rows that change are written.
struct RedactionStage {
    let night: Night
    let store: any NightStore
    let names: KnownNames
    /// Conversations a transaction: short, so that another writer never waits long.
    private static let batch = 500

    func run(_ worklist: Worklist, _ journal: inout Journal) throws {
        for (rule, places) in worklist.redacting {
            for places in places.chunked(by: Self.batch) {
                try journal.pause()
                try redact(worklist.conversations(at: places)[...], of: rule, worklist, &journal)
            }
        }
    }

    private func redact(
        _ items: ArraySlice<Worklist.Conversation>, of rule: String, _ worklist: Worklist, _ journal: inout Journal
    ) throws {
        let records = try redacted(items, worklist)
        guard !records.isEmpty else { return }
        try journal.isolatingRefusals(items) { items, journal in
            let ids = Set(items.map(\.mark.id))
            let mark = journal.nextBatch(rule: rule, of: items)
            let outcome = try store.commitRedaction(
                mark, records: records.filter { ids.contains($0.record.id) }, asOf: night.asOf)
            let done = Set(outcome.done)
            journal.record(items.filter { done.contains($0.mark.id) }, rule: rule, leaving: false)
        }
    }

    private func redacted(_ items: ArraySlice<Worklist.Conversation>, _ worklist: Worklist) throws -> [RedactedRecord] {
        var redactor = try TextRedactor(night.policy, names.names())
        let byID = Dictionary(items.map { ($0.mark.id, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [RedactedRecord] = []
        try store.eachContent(of: ArraySlice(items.map(\.mark.id))) { content in
            guard let item = byID[content.id], item.mark.revision == content.revision else { return true }
            var texts: [(order: Int64, text: [UInt8])] = []
            if item.actions.isRedacting {
                // What no archive is known for yet goes with the archives that end this year.
                let year = worklist.end(of: item)?.date.year ?? night.today.year
                let hasher = try night.keys.hasher(.archive(endYear: year))
                _ = redactor.redact(content, item.actions, .init(year: year, hasher: hasher))
                for (index, message) in content.messages.enumerated()
                where message.hasText && redactor.isChanged(index) {
                    texts.append((message.order, redactor.bytes(index)))
                }
            }
            records.append(RedactedRecord(record: item.mark, actions: item.actions, texts: texts))
            return true
        }
        return records
    }
}
