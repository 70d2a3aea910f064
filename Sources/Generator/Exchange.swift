import Conversations

/// One conversation, message by message, and the clocks that follow from it.
struct Exchange {
    struct Message {
        let sentAt: Int64
        /// 0: from the person; 1: ours, by a human; 2: ours, automatic.
        let direction: Int
        /// `text`, `image` or `deleted`.
        let kind: String
        let text: String?
        let isReply: Bool
        let isEdited: Bool
    }

    let messages: [Message]
    let firstInbound: Int64?
    let lastInbound: Int64?
    /// The first human answer to the first message from the person.
    let responded: Int64?

    var opened: Int64 { messages.first?.sentAt ?? 0 }
    var collected: Int64 { messages.last?.sentAt ?? 0 }
    /// Whether the last word was ours.
    var isAnswered: Bool { messages.last.map { $0.direction != 0 } ?? false }
    var inbound: Int { messages.count { $0.direction == 0 } }
    var bytes: Int { messages.reduce(0) { $0 + ($1.text?.utf8.count ?? 0) } }
    /// Closed by silence: 7 days after an answer, 30 where the last word had none.
    var closed: Int64 { collected + (isAnswered ? 7 : 30) * 86_400 }

    /// Messages in a thousand that hold a telephone number.
    static let numbersInThousand = 60

    init(_ talk: Outline.Talk, writer: MessageWriter, dice: inout Dice) {
        var (time, direction) = (talk.start, dice.happens(inThousand: 970) ? 0 : 1)
        var messages: [Message] = []
        messages.reserveCapacity(talk.messages)
        for index in 0..<talk.messages {
            if index > 0 {
                let next = Exchange.next(after: direction, index: index, &dice)
                time += Int64(next == direction ? dice.roll(4...150) : dice.roll(40...9000))
                direction = next
            }
            messages.append(
                Exchange.message(at: time, direction, index: index, of: talk.messages, writer: writer, &dice))
        }
        self.messages = messages
        firstInbound = messages.first { $0.direction == 0 }?.sentAt
        lastInbound = messages.last { $0.direction == 0 }?.sentAt
        let asked = firstInbound
        responded =
            messages.first { message in message.direction == 1 && asked.map { message.sentAt >= $0 } == true }?.sentAt
    }

    private static func next(after direction: Int, index: Int, _ dice: inout Dice) -> Int {
        if index == 1, direction == 0, dice.happens(inThousand: 150) { return 2 }
        switch direction {
        case 0: return dice.happens(inThousand: 350) ? 0 : 1
        case 1: return dice.happens(inThousand: 250) ? 1 : 0
        default: return dice.happens(inThousand: 500) ? 0 : 1
        }
    }

    private static func message(
        at time: Int64, _ direction: Int, index: Int, of count: Int, writer: MessageWriter, _ dice: inout Dice
    ) -> Message {
        let kind = direction == 2 ? "text" : ["text", "image", "deleted"][dice.pick(weights: [960, 30, 10])]
        let speaker: MessageWriter.Speaker = direction == 0 ? .person : direction == 1 ? .desk : .automatic
        let withNumber = speaker != .automatic && dice.happens(inThousand: numbersInThousand)
        let hasText = kind == "text" || (kind == "image" && (withNumber || dice.happens(inThousand: 400)))
        return Message(
            sentAt: time, direction: direction, kind: kind,
            text: hasText ? writer.text(speaker, index: index, of: count, withNumber: withNumber, &dice) : nil,
            isReply: index > 0 && dice.happens(inThousand: 50), isEdited: dice.happens(inThousand: 10))
    }
}
