import Fixtures
import Foundation
import GRDB
import Seeding
import Testing

/// Stores that were set back, exchanged or damaged.
@Suite struct StoreDamageTests {
    private let before: Tree
    private let after: Tree

    init() throws { (before, after) = try Self.trees.get() }

    private static let trees = Result {
        let desk = try FaultDesk()
        guard try desk.command(FaultDesk.arguments(ofNight: FaultDesk.secondNight)).code == 0 else {
            throw Violation("the night fails")
        }
        return (try FaultDesk.template.get(), try Tree(reading: desk.folder))
    }

    /// The same desk made anew: another store, other keys, and its own archives.
    private static let other = Result {
        let desk = try FaultDesk(Tree())
        let policy = String(decoding: try FaultDesk.template.get().files["/Retention.yaml"] ?? [], as: UTF8.self)
        try policy.write(toFile: desk.folder + "/Retention.yaml", atomically: false, encoding: .utf8)
        guard try desk.command(["init", "--rehearsal"]).code == 0 else { throw Violation("no other store") }
        return try Tree(reading: desk.folder)
    }

    private enum Exchange: String, CaseIterable, Sendable {
        case olderStore, olderStoreWithoutLog, newerStore, emptyStore, emptyStoreOfItsOwnKeys, othersArchives, noStore,
            othersKeys
    }

    private func tree(_ exchange: Exchange) throws -> Tree {
        let other = try Self.other.get()
        var tree = exchange == .newerStore ? before : after
        func take(_ part: String, from source: Tree) {
            tree.files = tree.files.filter { !$0.key.hasPrefix(part) }
            tree.files.merge(source.files.filter { $0.key.hasPrefix(part) }) { $1 }
        }
        switch exchange {
        case .olderStore: tree.files["/store.db"] = before.files["/store.db"]
        case .olderStoreWithoutLog: take("/store.db", from: before)
        case .newerStore: take("/store.db", from: after)
        case .emptyStore: take("/store.db", from: other)
        case .emptyStoreOfItsOwnKeys:
            take("/store.db", from: other)
            take("/keys", from: other)
        case .othersArchives:
            take("/archive", from: Tree())
            for (path, bytes) in after.files where path.hasPrefix("/archive/") {
                tree.files["/archive/0badc0de" + path.dropFirst("/archive/".count + 8)] = bytes
            }
        case .noStore: take("/store.db", from: Tree())
        case .othersKeys: take("/keys", from: other)
        }
        return tree
    }

    @Test func `a store that does not belong to its archives, log or keys is not touched, nor are they`() {
        Cases.run(Exchange.allCases) { exchange in
            let tree = try tree(exchange)
            let desk = try FaultDesk(tree)
            let result = try desk.command(FaultDesk.arguments(ofNight: 60))
            var violations = [65, 66].contains(result.code) ? [] : ["exit \(result.code): \(result.errors)"]
            let left = try Tree(reading: desk.folder)
            let changed = Set(tree.files.keys).union(left.files.keys).filter {
                tree.files[$0] != left.files[$0] && $0 != "/store.db.lock"
            }
            if !changed.isEmpty { violations.append("changed \(changed.sorted())") }
            return violations
        }
    }

    private struct Damage: Sendable, CustomStringConvertible {
        let number: Int
        var description: String { "damage \(number)" }
    }

    /// Whatever SQLite makes of it, a run ends with a code of the design and no archive is lost. Bytes of a text that
    /// are other bytes now cannot be noticed: then the run may end well.
    @Test func `a damaged store ends the run in order, and costs no archive`() {
        Cases.run((0..<(Cases.all ? 500 : 50)).map { Damage(number: $0) }) { damage in
            var tree = before
            var dice = SplitMix(seed: UInt64(damage.number))
            tree.files["/store.db"] = harm(tree.files["/store.db"] ?? [], damage.number % 5, &dice)
            let desk = try FaultDesk(tree)
            let result = try desk.night()
            var violations =
                [0, 3, 22, 23, 65, 66, 73, 74, 78].contains(result.code)
                ? [] : ["exit \(result.code): \(result.errors)"]
            let lost = try lost(desk, mayEnd: [0, 3, 22, 23].contains(result.code))
            if !lost.isEmpty { violations.append("exit \(result.code), \(lost) lost: \(result.errors)") }
            return violations
        }
    }

    /// Archives that the night does not come to the end of, and that are not there as they were.
    /// - Parameter mayEnd: whether the run went on: a row that was damaged may say that its segment ended.
    private func lost(_ desk: FaultDesk, mayEnd: Bool) throws -> [String] {
        let left = try Tree(reading: desk.folder)
        let kept = before.files.keys.filter { $0.hasPrefix("/archive/") && after.files[$0] != nil }
        let lost = kept.filter { left.files[$0] != before.files[$0] }
        guard mayEnd, !lost.isEmpty else { return lost }
        let ended = try? DatabaseQueue(path: desk.store).read { db in
            try String.fetchAll(db, sql: "select name from retention_segment where erased_at is not null")
        }
        return lost.filter { path in
            left.files[path] != nil || !(ended ?? []).contains { path.hasPrefix("/archive/\($0).") }
        }
    }

    private struct Cut: Sendable, CustomStringConvertible {
        let killedAt: Int
        let length: Int
        var description: String { "killed at \(killedAt), journal cut to \(length) bytes" }
    }

    /// A journal that lost its end cannot put back every page: the run says so, or nothing of it was needed. Pages of two
    /// moments may fit together as far as SQLite can see; then a record may refuse to be changed, which is told as well.
    @Test func `a journal that was cut at any page ends the run in order, and costs no archive`() throws {
        let night = try Invariants.ofSecondNight.get()
        let cases = try Self.cuts(night)
        let chosen = Cases.all ? Cases.spread(250, of: cases.count) : Cases.sample(25, of: cases.count, seed: 31)
        Cases.run(chosen.map { cases[$0 - 1] }) { cut in
            let killed = try FaultDesk()
            _ = try killed.night(Fault(mode: .kill, at: cut.killedAt))
            var tree = try Tree(reading: killed.folder)
            tree.files["/store.db-journal"] = Array((tree.files["/store.db-journal"] ?? []).prefix(cut.length))
            let desk = try FaultDesk(tree)
            let result = try desk.night()
            var violations = [0, 3, 22, 65].contains(result.code) ? [] : ["exit \(result.code): \(result.errors)"]
            let left = try Tree(reading: desk.folder)
            let archives = tree.files.keys.filter { $0.hasSuffix(".jsonl.gz") }
            if result.code == 65, !archives.allSatisfy({ left.files[$0] == tree.files[$0] }) {
                violations.append("an archive was lost")
            }
            let lost = try lost(desk, mayEnd: result.code != 65)
            if !lost.isEmpty { violations.append("exit \(result.code), \(lost) lost: \(result.errors)") }
            return violations
        }
    }

    /// Kills in the middle of a commit, and each length that the journal may be cut to: whole pages, and within one.
    private static func cuts(_ night: Invariants) throws -> [Cut] {
        let commits = night.log.indices.filter { index in
            night.log[index].kind == .write && night.log[index].path == "/store.db"
                && night.log[index - 1].path == "/store.db"
        }
        let kills = (0..<6).map { commits[$0 * commits.count / 6] + 1 }
        return try kills.flatMap { at in
            let desk = try FaultDesk()
            _ = try desk.night(Fault(mode: .kill, at: at))
            let bytes = try Tree(reading: desk.folder).files["/store.db-journal"]?.count ?? 0
            // A sector of header, then for each page its number, itself and a sum.
            let starts = Array(stride(from: 0, to: bytes, by: 4 + 4096 + 4))
            let lengths: [Int] = starts.flatMap { [$0, $0 + 512, $0 + 2_512] }
            return lengths.filter { $0 < bytes }.map { Cut(killedAt: at, length: $0) }
        }
    }

    private func harm(_ bytes: [UInt8], _ kind: Int, _ dice: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        let pages = bytes.count / 4096
        switch kind {
        case 0: bytes[dice.roll(0...99)] ^= UInt8(dice.roll(1...255))
        case 1:
            let page = dice.roll(0...(pages - 1))
            for offset in 0..<4096 { bytes[page * 4096 + offset] = UInt8(dice.roll(0...255)) }
        case 2: bytes = Array(bytes.prefix(dice.roll(0...(bytes.count - 1))))
        case 3: for _ in 0..<8 { bytes[dice.roll(0...(bytes.count - 1))] ^= 1 << UInt8(dice.roll(0...7)) }
        default:
            let page = dice.roll(0...(pages - 1))
            for offset in 0..<16 { bytes[page * 4096 + offset] = UInt8(dice.roll(0...255)) }
        }
        return bytes
    }
}
