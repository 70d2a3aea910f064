import Foundation

/// What must hold, whatever happened. `before` is the desk as the night found it, `after` as an undisturbed night
/// leaves it.
struct Invariants: Sendable {
    let before: Contents
    let after: Contents
    /// Numbers that stand in the desk before the night and in no row after it.
    let gone: [Data]
    /// What the undisturbed night leaves.
    let tree: Tree
    /// Operations on files that the undisturbed night makes.
    let operations: Int
    /// All of them, with their bytes.
    let log: [Operation]

    static let ofSecondNight = Result { try Invariants() }

    private init() throws {
        let desk = try FaultDesk()
        before = try Contents(copyOf: desk)
        let found = try Tree(reading: desk.folder).values(of: Invariants.number)
        let log = desk.folder + ".log"
        let result = try desk.night(log: log)
        guard result.code == 0 else { throw Violation("exit \(result.code): \(result.errors)") }
        self.log = try Operation.read(log)
        operations = self.log.count
        after = try Contents(copyOf: desk)
        let living = (after.conversations.values + after.rows).joined(separator: "\n")
        gone = found.filter { !living.contains($0) }.map { Data($0.utf8) }
        tree = try Tree(reading: desk.folder)
    }

    /// A number of the texts, which the desk writes as 047, the number of the chat, 1, the age and the turn.
    private static var number: Regex<Substring> { /047[12][0-9][0-9]{5}/ }

    /// Right after a fault: nothing is lost, half done, or done to what was not due.
    func afterFault(_ desk: FaultDesk) throws -> [String] {
        let now = try Contents(copyOf: desk)
        var violations = now.violations
        let archivedBefore = Set(before.archived), archivedAfter = Set(after.archived)
        let archivedNow = now.archived
        if Set(archivedNow).count != archivedNow.count { violations.append("I1 a conversation is archived twice") }
        if !Set(archivedNow).isSubset(of: archivedBefore.union(archivedAfter)) {
            violations.append("I2 an archive holds what no night writes")
        }
        let ids = archivedNow.compactMap(Self.id)
        for (id, content) in before.conversations {
            let places = ids.count { $0 == id } + (now.conversations[id] == nil ? 0 : 1)
            let mayBeGone = after.conversations[id] == nil && !after.archived.compactMap(Self.id).contains(id)
            if places > 1 || (places == 0 && !mayBeGone) {
                violations.append("I1 conversation \(id) is in \(places) places")
            }
            if let live = now.conversations[id], live != content, live != after.conversations[id] {
                let line = zip(live.split(separator: "\n"), content.split(separator: "\n")).first { $0 != $1 }
                violations.append("I2 conversation \(id) is half done: \(line.map { "\($0), before \($1)" } ?? "rows")")
            }
        }
        for (person, rows) in now.persons where rows != before.persons[person] && rows != after.persons[person] {
            violations.append("I2 person \(person) is half done: \(rows.joined(separator: "; ").prefix(200))")
        }
        return violations
    }

    static func id(_ line: String) -> Int64? {
        line.firstMatch(of: /^\{"conversation":([0-9]+)/).flatMap { Int64($0.output.1) }
    }

    /// After the next run: as if nothing had happened.
    func afterRun(_ desk: FaultDesk) throws -> [String] {
        let now = try Contents(copyOf: desk)
        var violations = now.violations
        if now.conversations != after.conversations {
            violations.append("I1 conversations differ from an undisturbed night's")
        }
        for row in Set(now.rows).symmetricDifference(after.rows).sorted().prefix(3) {
            violations.append("I1 a row differs from an undisturbed night's: \(row.prefix(120))")
        }
        if now.archived != after.archived { violations.append("I1 archives differ from an undisturbed night's") }
        for (what, count) in after.told where now.told[what] != count {
            violations.append("I5 reports tell \(now.told[what] ?? 0) and not \(count) of \(what)")
        }
        let tree = try Tree(reading: desk.folder)
        violations += Self.leftovers(tree, listed: Set(now.segments.keys))
        return violations + Self.left(gone, in: tree, archived: now.archived)
    }

    /// - Parameter archived: the lines of all segments, which are compressed in their files.
    static func left(_ gone: [Data], in tree: Tree, archived: [String]) -> [String] {
        var tree = tree
        tree.files["lines of archives"] = Array(archived.joined(separator: "\n").utf8)
        return gone.flatMap { tree.paths(holding: $0) }.map { "I7 an erased number is left in \($0)" }
    }

    static func leftovers(_ tree: Tree, listed: Set<String>) -> [String] {
        var violations: [String] = []
        for path in tree.files.keys.sorted() {
            if path.hasSuffix(".tmp") || path.hasSuffix("-journal") || path.contains(".db.tmp/") {
                violations.append("I4 \(path) is left")
            }
            if path.hasPrefix("/archive/"), !listed.contains(where: { path.hasPrefix("/archive/\($0).") }) {
                violations.append("I4 \(path) is in no manifest row")
            }
        }
        return violations
    }
}
