import Conversations
import Policies
import Seeding
import StorePort
import Testing

@testable import Importing

struct CuttingTests {
    let cutting: Cutting

    init() throws {
        cutting = Cutting(
            periods: .init(afterAnswer: try #require(Period(7, .days)), unanswered: try #require(Period(30, .days))),
            calendar: try #require(LocalCalendar(zone: "Europe/Brussels")))
    }

    private func piece(_ at: String?, _ direction: MessageDirection = .fromPerson) throws -> Cutting.Piece {
        Cutting.Piece(sentAt: try at.map { try #require(Instant($0)) }, direction: direction, bytes: 1)
    }

    private func cut(_ pieces: [Cutting.Piece], _ conversations: inout [ConversationState]) -> [Int] {
        cutting.place(pieces, inOrder: Cutting.order(pieces), conversations: &conversations)
    }

    private func cut(_ pieces: [Cutting.Piece]) -> [Int] {
        var conversations: [ConversationState] = []
        return cut(pieces, &conversations)
    }

    @Test func `seven days after an answer a new conversation begins, at the same time of day`() throws {
        let answer = try [piece("2025-03-20T09:00:00Z"), piece("2025-03-26T11:00:00Z", .oursByHuman)]
        // The clocks go forward on 30 March 2025: seven days later is the same wall time, an hour less.
        #expect(cut(answer + [try piece("2025-04-02T10:00:00Z")]) == [0, 0, 0])
        #expect(cut(answer + [try piece("2025-04-02T10:00:01Z")]) == [0, 0, 1])
    }

    @Test func `thirty days when the last word had no answer`() throws {
        let question = try piece("2025-05-01T09:00:00Z")
        #expect(try cut([question, piece("2025-05-31T09:00:00Z")]) == [0, 0])
        #expect(try cut([question, piece("2025-05-31T09:00:01Z")]) == [0, 1])
    }

    @Test func `an automatic answer is a word of ours`() throws {
        #expect(
            try cut([
                piece("2025-05-01T09:00:00Z"), piece("2025-05-01T09:00:01Z", .oursAutomatic),
                piece("2025-05-09T09:00:00Z"),
            ]) == [0, 0, 1])
    }

    @Test func `a message that arrives late joins the conversation that it falls into`() throws {
        var conversations: [ConversationState] = []
        _ = cut(try [piece("2025-05-10T09:00:00Z"), piece("2025-05-12T09:00:00Z")], &conversations)
        conversations[0].id = 1
        #expect(cut([try piece("2025-05-11T09:00:00Z")], &conversations) == [0])
        #expect(cut([try piece("2025-04-20T09:00:00Z")], &conversations) == [0])
        #expect(conversations[0].opened == Instant("2025-04-20T09:00:00Z"))
        #expect(conversations[0].newest == Instant("2025-05-12T09:00:00Z"))
        #expect(conversations[0].messages == 4)
    }

    @Test func `a message before it by more than the silence opens its own`() throws {
        var conversations: [ConversationState] = []
        _ = cut([try piece("2025-05-10T09:00:00Z")], &conversations)
        #expect(cut([try piece("2025-05-02T09:00:00Z", .oursByHuman)], &conversations) == [1])
    }

    @Test func `a conversation that was acted on takes nothing more`() throws {
        var conversations: [ConversationState] = []
        _ = cut([try piece("2025-05-10T09:00:00Z")], &conversations)
        conversations[0].id = 1
        conversations[0].isActedOn = true
        let late = try [piece("2025-05-10T09:00:00Z"), piece("2025-05-11T09:00:00Z")]
        #expect(cut(late, &conversations) == [1, 1])
        #expect(conversations[0].messages == 1)
    }

    @Test func `a conversation closed by hand takes what was before the close`() throws {
        var conversations: [ConversationState] = []
        _ = cut([try piece("2025-05-10T09:00:00Z")], &conversations)
        conversations[0].id = 1
        conversations[0].isClosedBySilence = false
        conversations[0].closed = Instant("2025-05-11T00:00:00Z")
        #expect(cut(try [piece("2025-05-10T20:00:00Z"), piece("2025-05-11T00:00:01Z")], &conversations) == [0, 1])
        #expect(cutting.closing(conversations[0]) == Instant("2025-05-11T00:00:00Z"))
    }

    @Test func `a message without a date goes with its neighbour, and its conversation has no clock`() throws {
        var conversations: [ConversationState] = []
        #expect(
            cut(try [piece("2025-05-10T09:00:00Z"), piece(nil), piece("2025-07-10T09:00:00Z")], &conversations) == [
                0, 0, 1,
            ])
        #expect(conversations[0].collectedClock == nil)
        #expect(conversations[0].lastInboundClock == nil)
        #expect(cutting.closing(conversations[0]) == nil)
        #expect(conversations[1].collectedClock == Instant("2025-07-10T09:00:00Z"))
        var first: [ConversationState] = []
        #expect(cut(try [piece(nil), piece("2025-07-10T09:00:00Z")], &first) == [0, 0])
    }

    @Test func `where the person never wrote, the newest message is the clock`() throws {
        var conversations: [ConversationState] = []
        _ = cut([try piece("2025-05-10T09:00:00Z", .oursByHuman)], &conversations)
        #expect(conversations[0].lastInboundClock == Instant("2025-05-10T09:00:00Z"))
        #expect(conversations[0].answered)
        _ = cut([try piece("2025-05-09T09:00:00Z")], &conversations)
        #expect(conversations[0].lastInboundClock == Instant("2025-05-09T09:00:00Z"))
        #expect(conversations[0].answered)
    }

    /// Any history: cut at once, cut piece by piece, or cut in two halves, it is the same; neighbours in one
    /// conversation are within the silence, neighbours across a cut are beyond it.
    @Test(arguments: 1...60)
    func `a history is cut the same however it is split`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var time = try #require(Instant("2024-01-05T10:00:00Z"))
        let pieces = (0..<40).map { _ in
            time = time + Int64(random.next() % 3_000_000)
            let direction: MessageDirection = random.next() % 2 == 0 ? .fromPerson : .oursByHuman
            return Cutting.Piece(sentAt: time, direction: direction, bytes: 3)
        }
        var whole: [ConversationState] = []
        let places = cut(pieces, &whole)
        for split in [1, 7, 20, 39] {
            var halves: [ConversationState] = []
            let first = cut(Array(pieces[..<split]), &halves)
            #expect(first + cut(Array(pieces[split...]), &halves) == places)
            #expect(halves == whole)
        }
        for (index, next) in zip(pieces.indices, pieces.indices.dropFirst()) {
            let end = cutting.end(
                after: try #require(pieces[index].sentAt), answered: pieces[index].direction != .fromPerson)
            let isTogether = try #require(pieces[next].sentAt) <= end
            #expect((places[index] == places[next]) == isTogether)
        }
        #expect(whole.map(\.messages).reduce(0, +) == 40)
        // In any other order of arrival nothing is lost, and every message lies in its conversation's span.
        var late: [ConversationState] = []
        for piece in pieces.reversed() {
            let place = cut([piece], &late)[0]
            #expect(
                try late[place].opened ?? time <= #require(piece.sentAt)
                    && piece.sentAt ?? time <= late[place].newest ?? time)
        }
        #expect(late.map(\.messages).reduce(0, +) == 40)
    }
}
