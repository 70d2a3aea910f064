import Conversations
import Policies
import Seeding
import Testing

@testable import Planning

/// Random records, with dates that are missing, impossible or ahead among them, and the policies they are judged by.
struct RandomRecords {
    private var random: SplitMix
    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// Each of another shape: several clocks, an archive, an event with an otherwise, an otherwise inside it.
    static func policies() throws -> [Policy] {
        let archive = Actions.redactAll.union([.archive, .pseudonymise])
        let media: Actions = [.eraseProfilePhoto, .eraseProfileStatus, .eraseMedia]
        return try [
            policy([
                rule(
                    since: .personLastInbound,
                    [
                        step("30 days", media, since: .closed, otherwise: .lastInbound),
                        step("12 months", archive, since: .lastInbound), step("36 months", .eraseAll),
                    ])
            ]),
            policy([
                rule(
                    since: .decision,
                    otherwise: .init(
                        since: .lastInbound,
                        steps: [
                            step("30 days", media, since: .closed, otherwise: .collected), step("6 months", .eraseAll),
                        ]),
                    [step("2 weeks", .redact(.phone)), step("3 months", .eraseAll)])
            ]),
            policy(grace: "1 day", [rule(since: .collected, [step("1 month", .eraseAll)])]),
            policy([
                rule([
                    step("1 month", [.redact(.phone), .pseudonymise]), step("2 months", media),
                    step("13 months", .eraseAll),
                ])
            ]),
        ]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

    /// A time in 2024 to 2027.
    mutating func seconds() -> Int64 { .random(in: 1_704_067_200...1_830_000_000, using: &random) }

    mutating func night(from earliest: Int64 = 1_735_000_000) -> Instant {
        Instant(seconds: .random(in: earliest...earliest + 100_000_000, using: &random))
    }

    private mutating func clock() -> Int64? {
        switch number(1...20) {
        case 1: nil
        case 2: [0, 1_230_767_999, 1_700_000_000_000, Int64.max, Int64.min].randomElement(using: &random)
        default: seconds()
        }
    }

    private mutating func event() -> Int64? { number(1...2) == 1 ? nil : clock() }

    mutating func conversation() -> ConversationFacts {
        let done: [Actions] = [[], [], .eraseMedia, .redact(.phone), [.eraseMedia, .redact(.phone)]]
        return ConversationFacts(
            id: 1, person: 1, collected: clock(), lastInbound: clock(), personLastInbound: clock(), closed: event(),
            decision: event(), relationEnded: event(), firstSeen: seconds(), lastSeen: 1_830_000_000,
            isHeld: number(1...8) == 1, isRestricted: number(1...8) == 1, messages: number(1...9),
            bytes: number(1...99),
            done: done.randomElement(using: &random) ?? [])
    }

    /// - Parameter isFree: neither held nor restricted, and seen long ago.
    mutating func person(isFree: Bool) -> PersonFacts {
        var conversations = (0..<number(0...3)).map { _ in conversation() }
        if isFree {
            for index in conversations.indices {
                (conversations[index].isHeld, conversations[index].isRestricted) = (false, false)
                conversations[index].firstSeen = 1_600_000_000
            }
        }
        let done: [Actions] = [[], .eraseProfilePhoto, .pseudonymise, .ofPerson]
        return PersonFacts(
            id: 1, firstSeen: isFree ? 1_600_000_000 : seconds(), done: done.randomElement(using: &random) ?? [],
            isHeld: !isFree && number(1...8) == 1, isRestricted: !isFree && number(1...8) == 1, revision: 0,
            conversations: conversations.map { .init(role: .client, purpose: .question, facts: $0) })
    }
}
