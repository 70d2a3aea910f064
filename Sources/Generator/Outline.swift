import Conversations

/// What a generated store holds, before any text: who talks when about what, in the order of time.
struct Outline {
    struct Talk {
        /// Index of the person, from 0.
        let person: Int
        /// Unix seconds of its first message.
        let start: Int64
        let messages: Int
        let role: Role
        let purpose: Purpose
    }

    let persons: Int
    /// By start, so that ids rise with time as in a store that grew.
    let talks: [Talk]

    private static let day: Int64 = 86_400
    /// Starts of conversations that are due for the archive: their last message from the person is 13 to 30 months old.
    private static let oldDays = (from: 940, to: 400)
    /// Starts of the young ones.
    private static let youngDays = (from: 300, to: 6)

    /// `messages` in all, about 10 a conversation and 30 a person. A share `due` of the persons, spread evenly, has
    /// conversations that are old and of client assistance; those of the others are young and of every kind.
    init(messages: Int, seed: UInt64, asOf: Instant, due: Double) {
        var talks: [Talk] = []
        talks.reserveCapacity(messages / 9)
        var (left, person) = (messages, 0)
        while left > 0 {
            var dice = Dice(seed: seed, part: person)
            let isOld = (Double(person + 1) * due).rounded(.down) > (Double(person) * due).rounded(.down)
            let days = isOld ? Outline.oldDays : Outline.youngDays
            let count = dice.roll(1...5)
            // Each talk has a part of the time of its own, which begins with a silence of more than 30 days.
            let part = Int64(days.from - days.to) * Outline.day / Int64(count)
            let silence = 40 * Outline.day
            for index in 0..<count where left > 0 {
                let begin = asOf.seconds - Int64(days.from) * Outline.day + Int64(index) * part
                let start = begin + Int64(dice.roll(Int(silence)...Int(max(part, silence))))
                let length = min(left, dice.roll(1...19))
                let kind = isOld ? (Role.client, Purpose.assistance) : Outline.kind(asOf.seconds - start, &dice)
                talks.append(Talk(person: person, start: start, messages: length, role: kind.0, purpose: kind.1))
                left -= length
            }
            person += 1
        }
        persons = person
        self.talks = talks.sorted { ($0.start, $0.person) < ($1.start, $1.person) }
    }

    /// What a young conversation is about. The kinds that are erased after six months are not given to older ones: the
    /// nights before have erased those.
    private static func kind(_ age: Int64, _ dice: inout Dice) -> (Role, Purpose) {
        let weights = age < 150 * day ? [42, 12, 12, 5, 15, 12, 2] : [60, 15, 18, 7, 0, 0, 0]
        return switch dice.pick(weights: weights) {
        case 0: (.client, .assistance)
        case 1: (.client, .question)
        case 2: (.prospect, .question)
        case 3: (.operator, .assistance)
        case 4: (.client, .technical)
        case 5: (.candidate, .application)
        default: (.unknown, .unknown)
        }
    }
}
