import Conversations
import Testing

@testable import Planning

@Suite struct ConversationFactsTests {
    private static let asOf: Int64 = 1_900_000_000

    private func set(_ clock: RetentionClock, _ value: Int64?) throws -> ConversationFacts {
        var facts = try facts()
        switch clock {
        case .collected: facts.collected = value
        case .lastInbound: facts.lastInbound = value
        case .personLastInbound: facts.personLastInbound = value
        case .closed: facts.closed = value
        case .decision: facts.decision = value
        case .relationEnded: facts.relationEnded = value
        }
        return facts
    }

    @Test(arguments: RetentionClock.allCases)
    func `each clock is its own value`(_ clock: RetentionClock) throws {
        let facts = try set(clock, 1_700_000_000)
        for other in RetentionClock.allCases { #expect(facts.value(other) == (other == clock ? 1_700_000_000 : nil)) }
        #expect(facts.usable(clock, asOf: Self.asOf) == 1_700_000_000)
    }

    @Test(arguments: RetentionClock.allCases)
    func `a date before 2009 is no date`(_ clock: RetentionClock) throws {
        let first = Instant.earliestPlausible.seconds
        #expect(try set(clock, first).usable(clock, asOf: Self.asOf) == first)
        for value in [first - 1, 0, -1, Int64.min] {
            #expect(try set(clock, value).usable(clock, asOf: Self.asOf) == nil)
        }
    }

    @Test(arguments: RetentionClock.allCases)
    func `seconds read as milliseconds, and milliseconds as seconds, are no date`(_ clock: RetentionClock) throws {
        var longAfter = try set(clock, 1_700_000_000_000)
        longAfter.lastSeen = Int64.max
        #expect(longAfter.usable(clock, asOf: Self.asOf) == nil)
        #expect(try set(clock, 1_700_000).usable(clock, asOf: Self.asOf) == nil)
        #expect(try set(clock, Int64.max).usable(clock, asOf: Self.asOf) == nil)
    }

    @Test(arguments: [RetentionClock.collected, .lastInbound])
    func `a message from after the import that brought it has no date`(_ clock: RetentionClock) throws {
        var facts = try set(clock, 1_700_000_000)
        facts.lastSeen = 1_700_000_000
        #expect(facts.usable(clock, asOf: Self.asOf) == 1_700_000_000)
        facts.lastSeen = 1_699_999_999
        #expect(facts.usable(clock, asOf: Self.asOf) == nil)
    }

    @Test func `the person's clock may come from a later import, and not from after tonight`() throws {
        var facts = try set(.personLastInbound, 1_800_000_000)
        facts.lastSeen = 1_700_000_000
        #expect(facts.usable(.personLastInbound, asOf: 1_800_000_000) == 1_800_000_000)
        #expect(facts.usable(.personLastInbound, asOf: 1_799_999_999) == nil)
    }

    @Test(arguments: [RetentionClock.closed, .decision, .relationEnded])
    func `an event may lie ahead`(_ clock: RetentionClock) throws {
        var facts = try set(clock, Self.asOf + 86_400)
        facts.lastSeen = Self.asOf
        #expect(facts.usable(clock, asOf: Self.asOf) == Self.asOf + 86_400)
    }
}
