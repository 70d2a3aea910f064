import Glibc
import Testing

/// A disk that cannot be read any more: what cannot be read is neither empty nor gone.
@Suite struct FailingReadTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    private static let reads = Result {
        try FaultDesk().operations(of: FaultDesk.arguments(ofNight: FaultDesk.secondNight), isOfReads: true)
    }

    private func cases(_ count: Int, _ full: Int, _ seed: UInt64, _ fault: (Int) -> Fault) throws -> [Fault] {
        let total = try Self.reads.get()
        let places = Cases.all ? Cases.spread(full, of: total) : Cases.sample(count, of: total, seed: seed)
        return places.map(fault)
    }

    private func check(_ fault: Fault, codes: Set<Int32>) throws -> [String] {
        let desk = try FaultDesk()
        let first = try desk.night(fault)
        var violations = codes.contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
        violations += try night.afterFault(desk).map { "after the fault: \($0)" }
        let next = try desk.night()
        guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
        return violations + (try night.afterRun(desk).map { "after the next run: \($0)" })
    }

    @Test(arguments: [false, true])
    func `a read that fails ends the run and loses nothing`(isSticky: Bool) throws {
        let cases = try cases(30, 400, isSticky ? 41 : 42) {
            Fault(mode: .error, at: $0, error: EIO, isSticky: isSticky, isOfReads: true)
        }
        Cases.run(cases) { try check($0, codes: Codes.afterReadError) }
    }

    @Test func `short reads go on`() throws {
        Cases.run(try cases(10, 100, 43) { Fault(mode: .short, at: $0, isOfReads: true) }) {
            try check($0, codes: [0])
        }
    }

    /// What the next night finds of a killed one it cannot read either.
    @Test func `a read that fails inside the recovery from a kill loses nothing`() throws {
        let total = try Self.reads.get()
        let kills =
            Cases.all
            ? Cases.spread(200, of: night.operations) : Cases.sample(30, of: night.operations, seed: 44)
        let cases = kills.enumerated().map { index, at in
            [
                Fault(mode: .kill, at: at),
                Fault(mode: .error, at: 1 + index * 61 % min(total, 400), error: EIO, isOfReads: true),
            ]
        }
        Cases.run(cases) { faults in
            let desk = try FaultDesk()
            _ = try desk.night(faults[0])
            return try second(desk, faults[1])
        }
    }

    private func second(_ desk: FaultDesk, _ fault: Fault) throws -> [String] {
        let second = try desk.night(fault)
        var violations = Codes.afterReadError.contains(second.code) ? [] : ["exit \(second.code): \(second.errors)"]
        violations += try night.afterFault(desk)
        let next = try desk.night()
        guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
        return violations + (try night.afterRun(desk))
    }
}
