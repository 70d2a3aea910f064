import Conversations
import Policies
import StorePort

/// Cuts a thread into conversations by silence, and keeps their clocks. Pure: it knows no store.
struct Cutting {
    /// What cutting needs to know of a message.
    struct Piece {
        /// Nil where there is no usable date: the message goes where its neighbour in the source goes.
        var sentAt: Instant?
        var direction: MessageDirection
        var bytes: Int
    }

    let periods: Policy.Cutting
    let calendar: LocalCalendar

    /// The end of the silence after a message: from then on another message opens a conversation of its own.
    func end(after last: Instant, answered: Bool) -> Instant {
        let period = answered ? periods.afterAnswer : periods.unanswered
        return calendar.instant(
            period.added(to: calendar.date(of: last)), secondsOfDay: calendar.secondsOfDay(of: last))
    }

    /// Whether `next` comes before the silence after `last` ends. Exact; the calendar is asked only near the end.
    private func isWithinSilence(_ next: Instant, after last: Instant, answered: Bool) -> Bool {
        let period = answered ? periods.afterAnswer : periods.unanswered
        let shortestDays =
            switch period.unit {
            case .days: 1;
            case .weeks: 7;
            case .months: 28;
            case .years: 365
            }
        if next - last < Int64((period.count * shortestDays - 1)) * 86_400 { return true }
        return next <= end(after: last, answered: answered)
    }

    /// The order in which pieces are put: by time, the undated after the one before them in the source.
    static func order(_ pieces: [Piece]) -> [Int] {
        let firstDated = pieces.lazy.compactMap(\.sentAt).first ?? Instant(seconds: 0)
        var last = firstDated
        let times = pieces.map { piece in
            last = piece.sentAt ?? last
            return last
        }
        return pieces.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    }

    /// The index of the conversation for each piece; `conversations` grows by those that are opened. A
    /// conversation that was acted on takes nothing more.
    func place(_ pieces: [Piece], inOrder order: [Int], conversations: inout [ConversationState]) -> [Int] {
        var places = [Int](repeating: -1, count: pieces.count)
        var previous: Int?
        for index in order {
            let piece = pieces[index]
            let place: Int
            if let sentAt = piece.sentAt {
                place = find(sentAt, piece, in: conversations) ?? open(&conversations)
            } else {
                place = previous ?? open(&conversations)
            }
            add(piece, to: &conversations[place])
            places[index] = place
            previous = place
        }
        return places
    }

    private func open(_ conversations: inout [ConversationState]) -> Int {
        conversations.append(ConversationState(person: 0))
        return conversations.count - 1
    }

    /// The conversation that a time falls into, or that begins before the silence after it ends; the newest first.
    private func find(_ time: Instant, _ piece: Piece, in conversations: [ConversationState]) -> Int? {
        for (index, conversation) in zip(conversations.indices, conversations).reversed() {
            guard !conversation.isActedOn, let opened = conversation.opened, let newest = conversation.newest else {
                continue
            }
            if time >= opened {
                if conversation.isClosedBySilence {
                    if time <= newest || isWithinSilence(time, after: newest, answered: conversation.answered) {
                        return index
                    }
                } else if let closed = conversation.closed, time <= closed {
                    return index
                }
            } else if isWithinSilence(opened, after: time, answered: piece.direction != .fromPerson) {
                return index
            }
        }
        // Messages whose neighbours had no date wait in a conversation without a beginning.
        return conversations.last.flatMap { last in
            last.id == nil && last.opened == nil && !last.isActedOn ? conversations.count - 1 : nil
        }
    }

    private func add(_ piece: Piece, to conversation: inout ConversationState) {
        conversation.messages += 1
        conversation.bytes += piece.bytes
        if piece.direction == .fromPerson { conversation.inbound += 1 }
        guard let sentAt = piece.sentAt else {
            conversation.isUndated = true
            if piece.direction == .fromPerson { conversation.isInboundUndated = true }
            return
        }
        conversation.opened = min(conversation.opened ?? sentAt, sentAt)
        if piece.direction == .fromPerson {
            conversation.lastInbound = max(conversation.lastInbound ?? sentAt, sentAt)
        }
        if sentAt >= conversation.newest ?? sentAt {
            conversation.newest = sentAt
            conversation.answered = piece.direction != .fromPerson
        }
    }

    /// When silence closes it; nil where its newest message cannot be known. A close by hand stands.
    func closing(_ conversation: ConversationState) -> Instant? {
        guard conversation.isClosedBySilence else { return conversation.closed }
        return conversation.collectedClock.map { end(after: $0, answered: conversation.answered) }
    }
}
