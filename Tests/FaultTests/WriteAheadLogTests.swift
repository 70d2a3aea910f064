import Fixtures
import Foundation
import GRDB
import Seeding
import Testing

/// A store of another program that keeps a write-ahead log: power cuts while a night runs over it, a kill at any
/// operation, and a log that was cut.
@Suite struct WriteAheadLogTests {
    /// An undisturbed night.
    private struct Calm: Sendable {
        let before: [Int64: String]
        let after: ForeignDesk.Contents
        /// Numbers that stand in a file before the night and in no row after it.
        let gone: [Data]
        let tree: Tree
        let log: [Operation]
    }

    private static var number: Regex<Substring> { /0470 [0-9]{2} 00 1[0-9]/ }

    private static let calm = Result {
        let foreign = try ForeignDesk()
        let before = try foreign.contents().tickets
        let found = try Tree(reading: foreign.desk.folder).values(of: Self.number)
        let log = foreign.desk.folder + ".log"
        let result = try foreign.desk.night(log: log)
        guard result.code == 0 else { throw Violation("exit \(result.code): \(result.errors)") }
        let after = try foreign.contents()
        let living = (after.tickets.values + after.others).joined(separator: "\n")
        return Calm(
            before: before, after: after, gone: found.filter { !living.contains($0) }.map { Data($0.utf8) },
            tree: try Tree(reading: foreign.desk.folder), log: try Operation.read(log))
    }
    private let calm: Calm

    init() throws { calm = try Self.calm.get() }

    @Test func `the undisturbed night archives, changes and erases, by way of the log`() {
        #expect(calm.after.violations == [])
        #expect(calm.after.archived.count >= 2)
        #expect(calm.after.tickets.count < calm.before.count - calm.after.archived.count)
        #expect(calm.after.tickets.contains { calm.before[$0.key] != $0.value })
        #expect(calm.log.count { $0.kind == .write && $0.path == "/store.db-wal" } > 50)
        #expect(calm.gone.count > 20)
        #expect(try Invariants.left(calm.gone, in: calm.tree, archived: calm.after.archived) == [])
        #expect(calm.after.archived.allSatisfy { Invariants.id($0) != nil })
    }

    private struct Moment: Sendable, CustomStringConvertible {
        let operations: Int
        let seed: Int
        var description: String { "after operation \(operations), seed \(seed)" }
    }

    private func tree(_ moment: Moment) throws -> Tree {
        var cut = try PowerCut(ForeignDesk.template.get())
        for operation in calm.log.prefix(moment.operations) { try cut.perform(operation) }
        var dice = SplitMix(seed: UInt64(moment.seed))
        return cut.tree(&dice)
    }

    @Test func `a power cut at any moment loses nothing`() {
        let moments =
            Cases.all
            ? Cases.spread(300, of: calm.log.count) : Cases.sample(20, of: calm.log.count, seed: 61)
        Cases.run(moments.enumerated().map { Moment(operations: $0.element, seed: $0.offset) }) { moment in
            try recover(ForeignDesk(tree(moment)))
        }
    }

    @Test func `nothing of a night that ended well is undone by a power cut`() {
        Cases.run((0..<(Cases.all ? 40 : 5)).map { Moment(operations: calm.log.count, seed: 2_000 + $0) }) { moment in
            let found = try ForeignDesk(tree(moment)).contents()
            return found == calm.after ? [] : ["not what the night left: \(found.violations)"]
        }
    }

    @Test func `a night that is killed is finished by the next`() {
        Cases.run(Cases.sample(15, of: calm.log.count, seed: 62).map { Fault(mode: .kill, at: $0) }) { fault in
            let foreign = try ForeignDesk()
            let killed = try foreign.desk.night(fault)
            guard killed.code == Codes.killed else { return ["exit \(killed.code): \(killed.errors)"] }
            return try recover(foreign)
        }
    }

    private func recover(_ foreign: ForeignDesk) throws -> [String] {
        let cut = try foreign.contents()
        var violations = cut.violations.map { "after the fault: \($0)" }
        let archived = Set(cut.archived.compactMap(Invariants.id))
        for (id, content) in calm.before {
            let live = cut.tickets[id]
            if let live, live != content, live != calm.after.tickets[id] {
                violations.append("I2 ticket \(id) is half done")
            }
            let places = (live == nil ? 0 : 1) + (archived.contains(id) ? 1 : 0)
            let mayBeGone = calm.after.tickets[id] == nil && !calm.after.archived.compactMap(Invariants.id).contains(id)
            if places > 1 || (places == 0 && !mayBeGone) {
                violations.append("I1 ticket \(id) is in \(places) places")
            }
        }
        let next = try foreign.desk.night()
        guard next.code == 0 else { return violations + ["the next run ends with \(next.code): \(next.errors)"] }
        let now = try foreign.contents()
        if now != calm.after { violations.append("I1 not what an undisturbed night leaves: \(now.violations)") }
        let tree = try Tree(reading: foreign.desk.folder)
        return violations + Invariants.leftovers(tree, listed: now.segments)
            + Invariants.left(calm.gone, in: tree, archived: now.archived)
    }

    /// A reader keeps the log from being taken into the file and cut.
    @Test func `what a long reader keeps in the log is not said to be gone, and the next night goes on`() throws {
        let foreign = try ForeignDesk()
        let reader = try DatabaseQueue(path: foreign.desk.store)
        try reader.inDatabase { db in
            try db.beginTransaction(.deferred)
            _ = try Int.fetchOne(db, sql: "select count(*) from tickets")
            let busy = try foreign.desk.night()
            #expect(busy.code == 3)
            #expect(busy.errors.contains("may still be in"))
            #expect(try foreign.desk.command(["verify"]).code == 3)
            try db.commit()
        }
        try reader.close()
        #expect(try recover(foreign) == [])
    }

    private struct Frames: Sendable, CustomStringConvertible {
        let killedAt: Int
        let kept: Int
        let rest: Int
        var description: String { "killed at \(killedAt), log cut after \(kept) frames and \(rest) bytes" }
    }

    /// A log that lost its end is an older store: the archives know more than it, or nothing is missing.
    @Test func `a log that was cut at any frame costs no archive`() throws {
        let cases = try cuts()
        let chosen = Cases.all ? Cases.spread(150, of: cases.count) : Cases.sample(10, of: cases.count, seed: 63)
        Cases.run(chosen.map { cases[$0 - 1] }) { frames in
            let foreign = try ForeignDesk()
            _ = try foreign.desk.night(Fault(mode: .kill, at: frames.killedAt))
            var tree = try Tree(reading: foreign.desk.folder)
            tree.files["/store.db-wal"] = Array(
                (tree.files["/store.db-wal"] ?? []).prefix(32 + frames.kept * (24 + 4096) + frames.rest))
            let cut = try ForeignDesk(tree)
            let next = try cut.desk.night()
            var violations = [0, 65].contains(next.code) ? [] : ["exit \(next.code): \(next.errors)"]
            let left = try Tree(reading: cut.desk.folder)
            let lost = tree.files.keys.filter { $0.hasSuffix(".jsonl.gz") && left.files[$0] == nil }
            if next.code != 0 && !lost.isEmpty { violations.append("an archive was lost") }
            if next.code == 0, try cut.contents() != calm.after { violations.append("I1 not an undisturbed night's") }
            return violations
        }
    }

    /// Kills after which a log is there, and each length in whole frames that it may be cut to.
    private func cuts() throws -> [Frames] {
        let writes = calm.log.indices.filter { calm.log[$0].kind == .write && calm.log[$0].path == "/store.db-wal" }
        let kills = stride(from: 1, to: 8, by: 1).map { writes[$0 * writes.count / 8] + 1 }
        return try kills.flatMap { at in
            let foreign = try ForeignDesk()
            _ = try foreign.desk.night(Fault(mode: .kill, at: at))
            let bytes = try Tree(reading: foreign.desk.folder).files["/store.db-wal"]?.count ?? 0
            return (0..<max((bytes - 32) / (24 + 4096), 0)).map {
                Frames(killedAt: at, kept: $0, rest: $0 % 3 == 0 ? 0 : $0 * 97 % 4_000)
            }
        }
    }
}
