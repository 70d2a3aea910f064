import Conversations
import StorePort

/// What one transaction has read of persons, so that each address and each person is read once. Whoever changes a person
/// or an address changes it here as well, or forgets it.
struct PersonBook {
    /// A row of `address`.
    struct Holding {
        var person: Int64
        /// NULL in the store, and nil here: open.
        var validUntil: Int64?
    }

    /// What decides whether a person is silent, and whether a profile is news.
    struct Person {
        var opened: Int64?
        var collected: Int64?
        var lastInbound: Int64?
        var name: String?
        var namedAt: Int64?
        var isPseudonymous: Bool
    }

    /// An address as SQLite compares it: by its bytes, up to a NUL.
    struct Key: Hashable {
        private let kind: PersonAddress.Kind
        private let value: String

        init(_ kind: PersonAddress.Kind, _ value: String) {
            (self.kind, self.value) = (kind, PersonBook.stored(value))
        }

        static func == (a: Key, b: Key) -> Bool { a.kind == b.kind && a.value.utf8.elementsEqual(b.value.utf8) }

        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            var value = value
            value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// A word as it is bound: up to a NUL.
    static func stored(_ value: String) -> String {
        value.utf8.contains(0) ? String(decoding: value.utf8.prefix { $0 != 0 }, as: UTF8.self) : value
    }

    /// The newest first.
    var holdings: [Key: [Holding]] = [:]
    var persons: [Int64: Person] = [:]
    /// The newest thread of a person on one channel.
    var threads: [Int64: (channel: String, id: Int64)] = [:]

    mutating func forgetAll() { (holdings, persons, threads) = ([:], [:], [:]) }

    /// Keeps the span of a person's conversations, of which one was written. Its dates only ever grow apart, but for a
    /// clock that came to be unknown: then the store is asked again.
    mutating func widen(_ person: Int64, by conversation: ConversationState) {
        guard var known = persons[person] else { return }
        guard !conversation.isUndated else {
            persons[person] = nil
            return
        }
        if let opened = conversation.opened?.seconds { known.opened = min(known.opened ?? opened, opened) }
        if let collected = conversation.collectedClock?.seconds {
            known.collected = max(known.collected ?? collected, collected)
        }
        persons[person] = known
    }
}
