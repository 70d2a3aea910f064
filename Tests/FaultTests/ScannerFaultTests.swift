import Foundation
import Glibc
import Testing

/// The process that searches the files for what was erased, killed or unable to read. What was erased is erased: the
/// night comes to its end and says that nothing is proven, and the next one proves it.
@Suite struct ScannerFaultTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    private static let reads = Result {
        let desk = try FaultDesk()
        let log = desk.folder + ".log"
        let result = try desk.night(Fault(mode: .error, at: 0, isOfReads: true, isOfScanner: true), log: log)
        guard result.code == 0 else { throw Violation("exit \(result.code): \(result.errors)") }
        return try Operation.read(log).count { $0.kind == .read }
    }

    private func cases(_ count: Int, seed: UInt64, _ fault: (Int) -> Fault) throws -> [Fault] {
        Cases.sample(count, of: try Self.reads.get(), seed: seed).map(fault)
    }

    @Test func `a search that is killed leaves everything done, and the next night proves it`() throws {
        Cases.run(try cases(8, seed: 71) { Fault(mode: .kill, at: $0, isOfReads: true, isOfScanner: true) }, check)
    }

    @Test(arguments: [false, true])
    func `a search that cannot read leaves everything done, and the next night proves it`(isSticky: Bool) throws {
        let cases = try cases(8, seed: 72) {
            Fault(mode: .error, at: $0, error: EIO, isSticky: isSticky, isOfReads: true, isOfScanner: true)
        }
        Cases.run(cases, check)
    }

    @Test func `short reads of a search go on`() throws {
        Cases.run(try cases(4, seed: 73) { Fault(mode: .short, at: $0, isOfReads: true, isOfScanner: true) }) { fault in
            let desk = try FaultDesk()
            let result = try desk.night(fault)
            guard result.code == 0 else { return ["exit \(result.code): \(result.errors)"] }
            return try night.afterRun(desk)
        }
    }

    private func check(_ fault: Fault) throws -> [String] {
        let desk = try FaultDesk()
        let first = try desk.night(fault)
        var violations = first.code == 3 ? [] : ["exit \(first.code): \(first.errors)"]
        let left = try Contents(copyOf: desk)
        violations += left.violations.map { "after the fault: \($0)" }
        if left.conversations != night.after.conversations || left.archived != night.after.archived {
            violations.append("the night did not do its work")
        }
        if try !saysNotProven(desk) { violations.append("the report does not say that nothing is proven") }
        let next = try desk.night()
        guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
        return violations + (try night.afterRun(desk).map { "after the next run: \($0)" })
    }

    private func saysNotProven(_ desk: FaultDesk) throws -> Bool {
        let reports = try Tree(reading: desk.folder).files.filter {
            $0.key.hasPrefix("/reports/run-2-") && $0.key.hasSuffix(".json")
        }
        return reports.count == 1
            && reports.allSatisfy {
                String(decoding: $0.value, as: UTF8.self)
                    .contains(/"examined" ?: ?0,\s*"failing" ?: ?0,\s*"id" ?: ?"B5"/)
            }
    }
}
