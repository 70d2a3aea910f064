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

    @Test func `what a busy writer adds meanwhile is kept`() {
        Cases.run(Array(0..<(Cases.all ? 15 : 3))) { _ in
            let desk = try FaultDesk()
            let writer = try BusyWriter(desk.store)
            let first = try desk.night()
            let added = try writer.stop()
            var violations = [0, 3, 75].contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
            violations += try desk.night().code == 0 ? [] : ["the next run fails"]
            let database = try DatabaseQueue(path: desk.store)
            let kept = try database.read { try Int64.fetchSet($0, sql: "select id from conversation") }
            violations +=
                added.isSubset(of: kept) ? [] : ["I10 \(added.subtracting(kept).count) conversations were lost"]
            violations += added.isEmpty ? ["the writer never wrote"] : []
            return violations
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

/// Another program that writes a conversation each millisecond, until it is stopped.
private final class BusyWriter: Sendable {
    private struct State {
        var isOver = false
        var added: Set<Int64> = []
        var failure: String?
    }
    private let state = Mutex(State())
    private let done = DispatchSemaphore(value: 0)

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        Thread.detachNewThread { [self] in
            while !state.withLock(\.isOver) {
                do {
                    let id = try database.write { db in
                        let now = Int64(Date().timeIntervalSince1970)
                        try db.execute(sql: "insert into person(first_seen_at) values (?)", arguments: [now])
                        try db.execute(
                            sql: """
                                insert into conversation(person, role, purpose, collected_at, last_inbound_at, first_seen_at,
                                  last_seen_at) values (?, 'client', 'assistance', ?, ?, ?, ?)
                                """, arguments: [db.lastInsertedRowID, now, now, now, now])
                        return db.lastInsertedRowID
                    }
                    state.withLock { _ = $0.added.insert(id) }
                } catch {
                    state.withLock { $0.failure = "\(error)" }
                }
                usleep(1_000)
            }
            try? database.close()
            done.signal()
        }
    }

    func stop() throws -> Set<Int64> {
        state.withLock { $0.isOver = true }
        done.wait()
        return state.withLock(\.added)
    }
}
