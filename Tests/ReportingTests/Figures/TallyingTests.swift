import Conversations
import Foundation
import Testing

@testable import Reporting

private func tally(_ traces: [ConversationTrace], now: String = "2026-09-01T00:00:00Z") throws -> Tallying {
    var tally = Tallying(ServiceHours(try #require(LocalCalendar(zone: "Europe/Brussels"))), now: at(now))
    for trace in traces { tally.add(trace) }
    return tally
}

/// Wednesday, ten in the morning in Brussels.
private let start = at("2026-07-01T08:00:00Z")

private func trace(
    person: Int64 = 1, _ messages: [(ConversationTrace.Direction, Int64)], answered: Int64? = nil,
    closed: Int64? = nil, bySilence: Bool = true, operatorID: Int64? = nil, purpose: Purpose = .assistance,
    anyTime: Bool = false
) -> ConversationTrace {
    ConversationTrace(
        role: .client, purpose: purpose, person: person, operatorID: operatorID, opened: start,
        collected: messages.map { start + $0.1 }.max(),
        firstInbound: messages.first { $0.0 == .fromPerson }.map { start + $0.1 },
        responded: answered.map { start + $0 }, closed: closed.map { start + $0 }, closedBySilence: bySilence,
        anyTime: anyTime, messages: messages.map { .init(direction: $0.0, sentAt: start + $0.1, isMedia: false) })
}

@Test func `an automatic answer stops no clock, and each later turn has its own`() throws {
    let one = trace(
        [
            (.fromPerson, 0), (.oursAutomatic, 5), (.fromPerson, 60), (.oursByHuman, 600), (.fromPerson, 1000),
            (.fromPerson, 1100), (.oursAutomatic, 1101), (.oursByHuman, 1300),
        ], answered: 600, closed: 700_000)
    let figures = try tally([one]).live
    #expect(figures.firstResponse == .init(n: 1, median: 600, p90: 600))
    #expect(figures.nextResponse == .init(n: 1, median: 300, p90: 300))
    #expect(figures.nextResponseInService == .init(n: 1, median: 300, p90: 300))
    #expect((figures.inbound, figures.outbound, figures.automatic) == (4, 2, 2))
    #expect(figures.within == [100, 100, 100, 100])
    // Ended by silence: the last message is the end.
    #expect(figures.resolution.median == 1300)
    #expect((figures.closed, figures.oneTouch, figures.unanswered, figures.waiting) == (1, 0, 0, 0))
}

@Test func `the night does not count in a later answer in service hours`() throws {
    // Asked at 17:30, answered at 9:10 on the next morning.
    let one = trace(
        [(.fromPerson, 0), (.oursByHuman, 60), (.fromPerson, 27_000), (.oursByHuman, 83_400)], answered: 60)
    let figures = try tally([one]).live
    #expect(figures.nextResponse.median == 56_400)
    #expect(figures.nextResponseInService.median == 2_400)
}

@Test func `a fact that was frozen before a time was counted says nothing of it`() throws {
    let told = try #require(try tally(crowd(12)).frozen(.standard))
    var json = try #require(
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(told)) as? [String: Any])
    #expect(json.removeValue(forKey: "nextResponseInService") != nil)
    let read = try JSONDecoder().decode(Figures.self, from: JSONSerialization.data(withJSONObject: json))
    #expect(read.nextResponseInService == .init(n: 0, median: nil, p90: nil))
    #expect(read.firstResponse == told.firstResponse && read.conversations == told.conversations)
}

@Test func `unanswered is after 72 hours, and late is unanswered as well`() throws {
    let silent = trace([(.fromPerson, 0)])
    #expect(try tally([silent], now: "2026-07-04T08:00:00Z").live.unanswered == 0)
    #expect(try tally([silent], now: "2026-07-04T08:00:01Z").live.unanswered == 1)
    #expect(try tally([silent]).live.waiting == 1)
    let late = trace([(.fromPerson, 0), (.oursByHuman, 300_000)], answered: 300_000)
    #expect(try tally([late]).live.unanswered == 1)
}

@Test func `what happens after the freeze has not happened`() throws {
    let later = trace([(.fromPerson, 0), (.oursByHuman, 7200)], answered: 7200, closed: 9000, bySilence: false)
    let figures = try tally([later], now: "2026-07-01T09:00:00Z").live
    #expect(figures.firstResponse.n == 0)
    #expect(figures.closed == 0)
}

@Test func `information out of hours is counted, and what was asked for apart`() throws {
    let evening: Int64 = 9 * 3600
    let sent = trace([(.oursByHuman, 0), (.oursByHuman, evening)], purpose: .information)
    let asked = trace(person: 2, [(.oursByHuman, evening)], purpose: .information, anyTime: true)
    let figures = try tally([sent, asked]).live
    #expect((figures.informed, figures.outOfHours, figures.outOfHoursAsked) == (3, 2, 1))
}

@Test func `two tallies put together are one of all`() throws {
    var traces: [ConversationTrace] = []
    for number in Int64(0)..<30 {
        traces.append(answered(by: number % 6, person: number % 11, after: 60 * number))
    }
    var one = try tally(Array(traces[..<13]))
    one.merge(try tally(Array(traces[13...])))
    #expect(one.live == (try tally(traces).live))
    #expect(one.frozen(.standard) == (try tally(traces).frozen(.standard)))
}

// MARK: What may be told for good

private func crowd(_ persons: Int, each: Int = 1, operators: Int? = nil) -> [ConversationTrace] {
    var traces: [ConversationTrace] = []
    for number in 0..<persons * each {
        let operatorID = operators.map { Int64(number % $0) }
        traces.append(answered(by: operatorID, person: Int64(number % persons), after: Int64(100 * (number + 1))))
    }
    return traces
}

private func answered(by operatorID: Int64?, person: Int64, after seconds: Int64) -> ConversationTrace {
    trace(
        person: person, [(.fromPerson, 0), (.oursByHuman, seconds)], answered: seconds, operatorID: operatorID)
}

@Test func `nine persons are told nothing of and ten are`() throws {
    #expect(try tally(crowd(9, each: 5)).frozen(.standard) == nil)
    let told = try #require(try tally(crowd(10)).frozen(.standard))
    #expect(told.persons == 10)
    #expect(told.firstResponse.p90 == nil)
    // The fifth of ten, 500 seconds, to the nearest minute.
    #expect(told.firstResponse.median == 480)
}

@Test func `counts are multiples of five and a percentile needs thirty cases`() throws {
    let told = try #require(try tally(crowd(11, each: 3)).frozen(.standard))
    for key in Figures.counts { #expect(told[keyPath: key].isMultiple(of: 5)) }
    #expect(told.conversations == 35)
    #expect(told.firstResponse.p90 == 3000)
    #expect(try #require(told.within).allSatisfy { $0.isMultiple(of: 5) })
    #expect(try tally(crowd(29)).frozen(.standard)?.firstResponse.p90 == nil)
}

@Test func `a cell that one person wrote more than half of is not told`() throws {
    let loud = monologue(11)
    #expect(try tally(crowd(10) + [loud]).frozen(.standard) == nil)
    let fair = monologue(10)
    #expect(try tally(crowd(10) + [fair]).frozen(.standard) != nil)
}

@Test func `times are told of five operators or more, none of whom did three quarters`() throws {
    let few = try #require(try tally(crowd(20, operators: 4)).frozen(.standard))
    #expect(few.firstResponse.median == nil && few.within == nil && few.nextResponse.median == nil)
    #expect(few.conversations == 20)
    #expect(try tally(crowd(20, operators: 5)).frozen(.standard)?.firstResponse.median != nil)
    let one = crowd(20, operators: 5).map { trace in
        var trace = trace
        trace.operatorID = trace.person < 16 ? 1 : trace.person
        return trace
    }
    #expect(try tally(one).frozen(.standard)?.firstResponse.median == nil)
}

private func monologue(_ count: Int64) -> ConversationTrace {
    var messages: [(ConversationTrace.Direction, Int64)] = []
    for second in 0..<count { messages.append((.fromPerson, second)) }
    return trace(person: 99, messages)
}
