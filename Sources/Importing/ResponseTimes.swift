import Conversations
import StorePort

/// Finds the first message of the person in each conversation and the first answer by a human to it, on the whole
/// thread: an answer after the cut still is one. Pure: it knows no store.
struct ResponseTimes {
    /// Conversations whose answer may be in the store already, because something newer than the question was
    /// imported before it.
    private(set) var mayBeStored: Set<Int> = []

    /// - Parameters:
    ///   - order, places: as `Cutting` gave them for `pieces`.
    ///   - storedUntil: the newest message that the thread had before.
    mutating func apply(
        _ pieces: [Cutting.Piece], inOrder order: [Int], places: [Int], conversations: inout [ConversationState],
        storedUntil: Instant?
    ) {
        var waiting = Set(
            conversations.indices.filter {
                conversations[$0].firstInbound != nil && conversations[$0].responded == nil
            })
        for index in order {
            guard let sentAt = pieces[index].sentAt else { continue }
            let place = places[index]
            switch pieces[index].direction {
            case .fromPerson:
                if let first = conversations[place].firstInbound, first <= sentAt { continue }
                conversations[place].firstInbound = sentAt
                conversations[place].responded = nil
                waiting.insert(place)
                if let storedUntil, sentAt <= storedUntil { mayBeStored.insert(place) }
            case .oursByHuman:
                for asked in waiting where sentAt >= conversations[asked].firstInbound ?? sentAt {
                    conversations[asked].responded = sentAt
                    waiting.remove(asked)
                }
                // An answer that arrives after a later one was imported.
                for asked in conversations.indices {
                    guard let first = conversations[asked].firstInbound, let known = conversations[asked].responded
                    else { continue }
                    if sentAt >= first, sentAt < known { conversations[asked].responded = sentAt }
                }
            case .oursAutomatic: continue
            }
        }
    }
}
