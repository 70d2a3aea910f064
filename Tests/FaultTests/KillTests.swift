import Glibc
import Synchronization
import Testing

/// A night that is killed, or whose disk fails, at any operation on a file; and the night after it.
@Suite struct KillTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    @Test func `the undisturbed night does every kind of work`() throws {
        let (before, after) = (night.before, night.after)
        #expect(before.violations == [] && after.violations == [])
        #expect(after.conversations.count < before.conversations.count)
        #expect(after.conversations.contains { $0.value != before.conversations[$0.key] })
        #expect(Set(after.segments.keys).subtracting(before.segments.keys).count >= 2)
        #expect(Set(before.segments.keys).subtracting(after.segments.keys).count >= 2)
        #expect(night.gone.count >= 20)
        #expect(Invariants.left(night.gone, in: night.tree, archived: after.archived) == [])
        #expect(after.persons.contains { before.persons[$0.key] != $0.value })
        #expect(!after.archived.isEmpty && after.archived.allSatisfy { Invariants.id($0) != nil })
        #expect(after.told != before.told)
        #expect(night.operations > 300)
    }

    private func check(_ fault: Fault, codes: Set<Int32>) throws -> [String] {
        let desk = try FaultDesk()
        let first = try desk.night(fault)
        var violations = codes.contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
        violations += try night.afterFault(desk).map { "after the fault: \($0)" }
        violations += try nextRun(desk)
        // What anybody may ask later says the same; of one in ten, since there are many.
        guard fault.at % 10 == 0 else { return violations }
        let asked = try desk.command(["verify"])
        return violations + (asked.code == 0 ? [] : ["verify ends with \(asked.code): \(asked.errors)"])
    }

    /// The next run puts everything right.
    private func nextRun(_ desk: FaultDesk) throws -> [String] {
        let next = try desk.night()
        guard next.code == 0 else { return ["the next run ends with \(next.code): \(next.errors)"] }
        return try night.afterRun(desk).map { "after the next run: \($0)" }
    }

    @Test func `a run killed before any operation is finished by the next`() {
        Cases.run(Cases.sample(100, of: night.operations, seed: 1).map { Fault(mode: .kill, at: $0) }) {
            try check($0, codes: [Codes.killed])
        }
    }

    @Test func `a source that a killed run unlinked is over`() throws {
        let unlinked = try #require(
            night.log.firstIndex { $0.kind == .unlink && $0.path.hasPrefix("/intake/") }, "no source was unlinked")
        // Operations are counted from 1: this one is the next.
        Cases.run([Fault(mode: .kill, at: unlinked + 2)]) { try check($0, codes: [Codes.killed]) }
    }

    @Test func `a torn write is no worse`() {
        Cases.run(Cases.sample(30, of: night.operations, seed: 2).map { Fault(mode: .torn, at: $0) }) {
            try check($0, codes: [Codes.killed])
        }
    }

    @Test func `short writes go on`() {
        let cases = Cases.sample(10, of: night.operations, seed: 3).flatMap { at in
            [false, true].map { Fault(mode: .short, at: at, isSticky: $0) }
        }
        Cases.run(cases) { try check($0, codes: [0]) }
    }

    @Test(arguments: [ENOSPC, EIO, EROFS])
    func `a disk that fails ends the run and loses nothing`(_ error: Int32) {
        let cases = Cases.sample(9, of: night.operations, seed: UInt64(error)).flatMap { at in
            [false, true].map { Fault(mode: .error, at: at, error: error, isSticky: $0) }
        }
        Cases.run(cases) { try check($0, codes: Codes.afterDiskError) }
    }

    /// After it a second try would tell that all is well, though what was to be written is lost. Of the store's own folder
    /// SQLite takes no notice: what it synchronises there is the name of a journal.
    @Test func `a file or folder that is not brought to the disk is fatal, and not tried again`() {
        let all = night.log.indices.filter { night.log[$0].kind == .synchronize && !night.log[$0].path.isEmpty }
            .map { $0 + 1 }
        let cases = (Cases.all ? all : Cases.sample(20, of: all.count, seed: 8).map { all[$0 - 1] })
            .map { Fault(mode: .error, at: $0, error: EIO) }
        Cases.run(cases) { try check($0, codes: [74]) }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a run that is asked to end does so between two batches, and the next goes on`(_ signal: Int32) {
        let places = Cases.sample(10, of: night.operations, seed: UInt64(signal))
        let stride = max(places.count / 150, 1)
        let cases = places.enumerated().filter { $0.offset % stride == 0 }.map {
            Fault(mode: .interrupt, at: $0.element, error: signal)
        }
        let ended = Atomic(0)
        Cases.run(cases) { fault in
            let desk = try FaultDesk()
            let first = try desk.night(fault)
            var violations: [String] = []
            // Before the signal is waited for it ends the process; after the last batch there is nothing left to end.
            if first.code == 128 + signal, first.errors.contains("as asked") {
                ended.add(1, ordering: .relaxed)
                let reports = try Tree(reading: desk.folder).files.keys.filter { $0.hasPrefix("/reports/run-2-") }
                if reports.count != 2 { violations.append("a run that ended by itself has \(reports.count) reports") }
            } else if ![0, 128 + signal].contains(first.code) {
                violations.append("exit \(first.code): \(first.errors)")
            }
            violations += try night.afterFault(desk).map { "after the signal: \($0)" }
            return violations + (try nextRun(desk))
        }
        #expect(ended.load(ordering: .relaxed) > 2)
    }

    @Test func `a fault inside the recovery from a fault`() {
        let first = Cases.sample(Cases.all ? 200 : 30, of: night.operations, seed: 5)
        let cases = (Cases.all ? first.enumerated().filter { $0.offset % 4 == 0 }.map(\.element) : first).enumerated()
            .map { index, at in
                [
                    Fault(mode: .kill, at: at),
                    Fault(mode: index % 3 == 0 ? .error : .torn, at: 1 + index * 37 % night.operations, error: EIO),
                ]
            }
        Cases.run(cases) { faults in
            let desk = try FaultDesk()
            _ = try desk.night(faults[0])
            let second = try desk.night(faults[1])
            let codes: Set<Int32> = faults[1].mode == .error ? Codes.afterDiskError : [Codes.killed, 0]
            var violations = codes.contains(second.code) ? [] : ["exit \(second.code): \(second.errors)"]
            violations += try night.afterFault(desk)
            return violations + (try nextRun(desk))
        }
    }
}
