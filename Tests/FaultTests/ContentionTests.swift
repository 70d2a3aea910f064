import Foundation
import GRDB
import Synchronization
import Testing

/// Other programs at work on the store while a night runs, and nights at the same time.
@Suite struct ContentionTests {
    private let night: Invariants

    init() throws { night = try Invariants.ofSecondNight.get() }

    @Test func `of two and three runs at once one works and none does harm`() {
        Cases.run(Array(0..<(Cases.all ? 50 : 10))) { number in
            let desk = try FaultDesk()
            let environment = desk.environment(nil, ignoring: FaultDesk.mutant)
            let arguments =
                FaultDesk.arguments(ofNight: FaultDesk.secondNight) + ["--policy", desk.folder + "/Retention.yaml"]
            let processes = try (0..<(2 + number % 2)).map {
                try Command.start(
                    arguments: arguments, environment: environment, errorsTo: "\(desk.folder)/errors-\($0)")
            }
            let codes = try processes.map { try Command.wait($0) }
            for index in processes.indices {
                try FileManager.default.removeItem(atPath: "\(desk.folder)/errors-\(index)")
            }
            guard codes.contains(0), codes.allSatisfy({ [0, 75].contains($0) }) else { return ["exits \(codes)"] }
            return try night.afterRun(desk)
        }
    }

    /// It also writes to a conversation that the night archives: what it committed is in the row, or in the archived line.
    @Test func `what a busy writer adds and changes meanwhile is kept`() throws {
        let old = Set(night.before.archived)
        let due = try #require(night.after.archived.first { !old.contains($0) }.flatMap(Invariants.id))
        Cases.run(Array(0..<(Cases.all ? 15 : 3))) { _ in
            let desk = try FaultDesk()
            let writer = try BusyWriter(desk.store, changing: due)
            let first = try desk.night()
            let (added, changes) = writer.stop()
            // What is written to without a pause is still due when the night ends: overdue.
            var violations = [0, 3, 23, 75].contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
            violations += try desk.night().code == 0 ? [] : ["the next run fails"]
            let database = try DatabaseQueue(path: desk.store)
            let kept = try database.read { try Int64.fetchSet($0, sql: "select id from conversation") }
            violations +=
                added.isSubset(of: kept) ? [] : ["I10 \(added.subtracting(kept).count) conversations were lost"]
            violations += added.isEmpty || changes == 0 ? ["the writer never wrote"] : []
            let left = try Contents(copyOf: desk)
            let texts = left.archived.filter { Invariants.id($0) == due } + [left.conversations[due]].compactMap(\.self)
            let found = texts.map { $0.ranges(of: BusyWriter.suffix).count }
            violations += found == [changes] ? [] : ["I10 \(changes) changes were committed, \(found) are left"]
            return violations + left.violations
        }
    }

    @Test func `a long reader keeps the run waiting, and nothing is half done`() {
        Cases.run(Array(0..<(Cases.all ? 4 : 2))) { _ in
            let desk = try FaultDesk()
            let database = try DatabaseQueue(path: desk.store)
            let first = try database.inDatabase { db in
                try db.beginTransaction(.deferred)
                _ = try Row.fetchAll(db, sql: "select * from conversation")
                let first = try desk.night()
                try db.commit()
                return first
            }
            try database.close()
            var violations = first.code == 75 ? [] : ["exit \(first.code): \(first.errors)"]
            violations += try night.afterFault(desk)
            violations += try desk.night().code == 0 ? [] : ["the next run fails"]
            return violations + (try night.afterRun(desk))
        }
    }
}

/// Another program that writes a conversation each millisecond, and to one that is there, until it is stopped.
private final class BusyWriter: Sendable {
    static let suffix = " encore"

    private struct State {
        var isOver = false
        var added: Set<Int64> = []
        var changes = 0
        var failure: String?
    }
    private let state = Mutex(State())
    private let done = DispatchSemaphore(value: 0)

    init(_ path: String, changing due: Int64) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        Thread.detachNewThread { [self] in
            while !state.withLock(\.isOver) {
                do {
                    let (id, changes) = try database.write { db in
                        let now = Int64(Date().timeIntervalSince1970)
                        try db.execute(sql: "insert into person(first_seen_at) values (?)", arguments: [now])
                        try db.execute(
                            sql: """
                                insert into conversation(person, role, purpose, collected_at, last_inbound_at, first_seen_at,
                                  last_seen_at) values (?, 'client', 'assistance', ?, ?, ?, ?)
                                """, arguments: [db.lastInsertedRowID, now, now, now, now])
                        let id = db.lastInsertedRowID
                        try db.execute(
                            sql: "update message set text = text || ? where conversation = ? and n = 1",
                            arguments: [BusyWriter.suffix, due])
                        return (id, db.changesCount)
                    }
                    state.withLock {
                        _ = $0.added.insert(id)
                        $0.changes += changes
                    }
                } catch {
                    state.withLock { $0.failure = "\(error)" }
                }
                usleep(1_000)
            }
            try? database.close()
            done.signal()
        }
    }

    /// The conversations that were added, and how often one was changed.
    func stop() -> (added: Set<Int64>, changes: Int) {
        state.withLock { $0.isOver = true }
        done.wait()
        return state.withLock { ($0.added, $0.changes) }
    }
}
