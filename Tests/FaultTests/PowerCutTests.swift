import Fixtures
import Seeding
import Testing

/// What a power cut at any moment of a night leaves, and the night after it.
@Suite struct PowerCutTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    private func state(after count: Int, seed: Int) throws -> FaultDesk {
        var cut = try PowerCut(FaultDesk.template.get())
        for operation in night.log.prefix(count) { try cut.perform(operation) }
        var dice = SplitMix(seed: UInt64(seed))
        return try FaultDesk(cut.tree(&dice))
    }

    @Test func `the operations that were told give the files that are there`() throws {
        // Everything that is pending survives with some seed; then the model must be the desk itself.
        let desk = try FaultDesk()
        let log = desk.folder + ".log"
        #expect(try desk.night(log: log).code == 0)
        var cut = try PowerCut(FaultDesk.template.get())
        for operation in try Operation.read(log) { try cut.perform(operation) }
        var dice = SplitMix(seed: 1)
        let told = cut.tree(&dice)
        let there = try Tree(reading: desk.folder)
        #expect(told.files["/store.db"] == there.files["/store.db"])
        #expect(
            told.files.filter { $0.key.hasPrefix("/archive") } == there.files.filter { $0.key.hasPrefix("/archive") })
    }

    @Test func `a power cut at any moment loses nothing`() {
        let moments =
            Cases.all
            ? Cases.spread(max(1_200, night.operations), of: night.operations)
            : Cases.sample(100, of: night.operations, seed: 11)
        Cases.run(moments.enumerated().map { Moment(operations: $0.element, seed: $0.offset) }) { moment in
            let desk = try state(after: moment.operations, seed: moment.seed)
            let violations = try night.afterFault(desk).map { "after the cut: \($0)" }
            let next = try desk.night()
            guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
            return violations + (try night.afterRun(desk).map { "after the next run: \($0)" })
        }
    }

    @Test func `nothing of a night that ended well is undone by a power cut`() {
        Cases.run((0..<(Cases.all ? 40 : 10)).map { Moment(operations: night.operations, seed: 1_000 + $0) }) {
            moment in
            try night.afterRun(state(after: moment.operations, seed: moment.seed))
        }
    }

    private struct Moment: Sendable, CustomStringConvertible {
        let operations: Int
        let seed: Int
        var description: String { "power cut after operation \(operations), seed \(seed)" }
    }
}
