import Conversations
import Crypto
import StorePort
import Verification

/// A sample of what is not due: read before the first change of a night, and again after the last one (B10).
///
/// A look at all of it would cost what is stored and not what is due. A message that another program adds meanwhile is
/// no change of ours, so what was there before is compared. Where the store is another program's, what it wrote to or took
/// away meanwhile cannot be told from what we did, and counts for nothing.
struct UntouchedSample {
    private struct Seen {
        let revision: Int64
        let messages: Int
        let digest: SHA256Digest
        let persons: [PersonContent]
    }

    static let size = 256
    private let store: any NightStore
    private var seen: [Int64: Seen] = [:]

    /// Where nothing is due there is nothing to compare: no night of that kind changes a record.
    init(_ store: any NightStore, besides worklist: Worklist) throws {
        self.store = store
        guard worklist.count > 0 else { return }
        var sample = Set(try store.sampleConversations(Self.size))
        for item in worklist.conversations { sample.remove(item.mark.id) }
        var seen: [Int64: Seen] = [:]
        try store.eachContent(of: sample.sorted()[...]) { content in
            seen[content.id] = Seen(
                revision: content.revision, messages: content.messages.count,
                digest: Self.digest(content, first: content.messages.count),
                persons: content.persons)
            return true
        }
        self.seen = seen
    }

    /// Who a plan acts on may change; everybody else keeps names and addresses.
    func check(_ worklist: Worklist) throws -> Check {
        let persons = Set(seen.values.flatMap { $0.persons.map(\.id) })
        let due = Set(worklist.persons.lazy.map(\.mark.id).filter(persons.contains))
        var (examined, same) = (store.isOwn ? seen.count : 0, 0)
        try store.eachContent(of: seen.keys.sorted()[...]) { content in
            guard let before = seen[content.id] else { return true }
            guard store.isOwn || content.revision == before.revision else { return true }
            if !store.isOwn { examined += 1 }
            let isSame =
                content.messages.count >= before.messages
                && Self.digest(content, first: before.messages) == before.digest
                && before.persons.allSatisfy { due.contains($0.id) || content.persons.contains($0) }
            if isSame { same += 1 }
            return true
        }
        return Check(
            id: "B10", title: "nothing younger than its limit was changed", examined: examined,
            failing: examined - same)
    }

    private static func digest(_ content: ConversationContent, first count: Int) -> SHA256Digest {
        var hash = SHA256()
        for message in content.messages.prefix(count) {
            let text = content.text[message.text]
            let head =
                "\(message.order) \(message.sender.rawValue) \(message.kind) \(message.sent ?? -1) \(text.count) "
            hash.update(data: Array(head.utf8))
            hash.update(data: text)
        }
        return hash.finalize()
    }
}
