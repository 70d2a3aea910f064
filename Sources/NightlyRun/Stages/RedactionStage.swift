import Conversations
import Planning
import StorePort

/// Redacts texts in place and erases media, where a conversation stays in the store. Only rows that change are written.
struct RedactionStage {
    let night: Night
    let store: any NightStore
    /// Conversations a transaction: short, so that another writer never waits long.
    private static let batch = 500

    func run(_ worklist: Worklist, _ journal: inout Journal) throws {
        let due = worklist.conversations.filter { $0.actions.isDisjoint(with: [.archive, .eraseAll]) }
        for (rule, items) in Dictionary(grouping: due, by: \.rule).sorted(by: { $0.key < $1.key }) {
            try redact(items.sorted { $0.mark.id < $1.mark.id }, of: rule, &journal)
        }
    }

    private func redact(_ items: [Worklist.Conversation], of rule: String, _ journal: inout Journal) throws {
        for items in items.chunked(by: Self.batch) {
            try journal.pause()
            let records = try redact(items)
            guard !records.isEmpty else { continue }
            let mark = journal.nextBatch(rule: rule)
            let outcome = try store.commitRedaction(mark, records: records, asOf: night.asOf)
            let actions = Dictionary(records.map { ($0.record.id, $0.actions) }, uniquingKeysWith: { $0.union($1) })
            journal.record(outcome.done, actions: outcome.done.map { actions[$0] ?? [] })
        }
    }

    private func redact(_ items: ArraySlice<Worklist.Conversation>) throws -> [RedactedRecord] {
        var redactor = try TextRedactor(night.policy, operators: store.operatorNames())
        let byID = Dictionary(items.map { ($0.mark.id, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [RedactedRecord] = []
        try store.eachContent(of: ArraySlice(items.map(\.mark.id))) { content in
            guard let item = byID[content.id], item.mark.revision == content.revision else { return true }
            var texts: [(order: Int64, text: [UInt8])] = []
            if item.actions.isRedacting {
                _ = redactor.redact(content, item.actions.redacted)
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

extension Array {
    /// Consecutive slices of at most `size` elements.
    func chunked(by size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
