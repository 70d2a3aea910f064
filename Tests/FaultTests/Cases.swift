import Dispatch
import Fixtures
import Foundation
import Seeding
import Synchronization
import Testing

/// Many cases of one fault, in parallel.
enum Cases {
    /// Whether every case is made and not a sample: `Scripts/test --all` asks for it.
    static let all = ProcessInfo.processInfo.environment["RETENTION_FAULTS"] == "all"

    /// Some of many places, spread evenly with a shift that a seed gives; all of them in the full size.
    static func sample(_ count: Int, of total: Int, seed: UInt64) -> [Int] {
        guard !all, count < total else { return Array(1...total) }
        var dice = SplitMix(seed: seed)
        return (0..<count).map { slot in
            let (from, to) = (slot * total / count + 1, (slot + 1) * total / count)
            return dice.roll(from...max(from, to))
        }
    }

    /// So many places from the first to the last, evenly; some twice where there are fewer.
    static func spread(_ count: Int, of total: Int) -> [Int] { (0..<count).map { 1 + $0 * total / count } }

    /// Runs all cases; records one issue for each that violates something.
    static func run<Case: Sendable>(_ cases: [Case], _ body: @Sendable (Case) throws -> [String]) {
        let found = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: cases.count) { index in
            let violations: [String]
            do { violations = try body(cases[index]) } catch { violations = ["\(error)"] }
            guard !violations.isEmpty else { return }
            found.withLock { $0.append("\(cases[index]): \(violations.joined(separator: "; "))") }
        }
        #expect(!cases.isEmpty)
        let failed = found.withLock(\.self).sorted()
        for text in failed.prefix(12) { Issue.record("\(text)") }
        if !failed.isEmpty { Issue.record("\(failed.count) of \(cases.count) cases violate a promise") }
    }
}
