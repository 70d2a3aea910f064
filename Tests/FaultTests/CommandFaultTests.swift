import Foundation
import GRDB
import Glibc
import Testing

/// Faults in what people run by day: each is done or not done, never half, and may be run again.
@Suite struct CommandFaultTests {
    /// A command that changes something, with what it needs.
    private struct Work: Sendable, CustomStringConvertible {
        let name: String
        let arguments: [String]
        /// What a second run of it that meets no fault may end with: where the first was done after all, it may say so.
        var again: Set<Int32> = [0]
        var description: String { name }
    }

    private static let works = [
        Work(name: "import", arguments: importing),
        Work(
            name: "hold add",
            arguments: [
                "hold", "add", "3", "--whole-person", "--reason", "a claim", "--by", "DPO", "--review-on",
                FaultDesk.date(inDays: 150),
            ]),
        Work(name: "mark", arguments: ["mark", "closed", "3", FaultDesk.date(inDays: -2)]),
        Work(name: "report", arguments: ["report", "--period", "1", "--format", "html,json,csv"]),
        Work(name: "approve", arguments: ["check", "--approve", "--by", "DPO"]),
    ]
    private static let importing = [
        "import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", "intake",
    ]

    private struct Case: Sendable, CustomStringConvertible {
        let work: Work
        let fault: Fault
        var description: String { "\(work): \(fault)" }
    }

    /// A desk with a chat that is waiting to be imported.
    private func desk() throws -> FaultDesk {
        let desk = try FaultDesk()
        var lines = ["25/01/2021, 09:00 - Les messages et les appels sont chiffrés de bout en bout."]
        for month in 1...9 {
            lines.append("14/0\(month)/2026, 10:00 - +32 470 99 98 97: Rappelez-moi au 0470 99 12 \(month)0 svp")
            lines.append("14/0\(month)/2026, 10:05 - Assistance: Merci, je regarde cela pour vous")
        }
        try lines.joined(separator: "\n").appending("\n")
            .write(toFile: desk.folder + "/intake/z.txt", atomically: false, encoding: .utf8)
        return desk
    }

    private func arguments(_ work: Work, _ desk: FaultDesk) -> [String] {
        work.arguments.map { $0 == "intake" ? desk.folder + "/intake/z.txt" : $0 }
    }

    /// Everything that a command by day may change, but for times and random ids.
    private func state(_ desk: FaultDesk) throws -> [String] {
        let contents = try Contents(copyOf: desk)
        let tree = try Tree(reading: desk.folder)
        let copy = try FaultDesk(tree)
        let database = try DatabaseQueue(path: copy.store)
        defer { try? database.close() }
        let others = try database.read { db in
            try ["retention_hold", "retention_approval"].flatMap { table in
                try Row.fetchAll(db, sql: "select * from \(table)").map { row in
                    row.filter { !$0.0.hasSuffix("at") }.map { "\($0.1)" }.joined(separator: "|")
                }
            }
        }
        let rows = contents.rows.filter { !$0.hasPrefix("source") }
        let reports = tree.files.filter { $0.key.hasPrefix("/reports/") && !$0.key.hasSuffix(".tmp") }.map {
            "\($0.key) \($0.value.hashValue)"
        }.sorted()
        let all = contents.violations + contents.conversations.values.sorted() + rows + others.sorted() + reports
        // The import's own time is another in each case, of which there are hours' worth on a busy machine. Nothing else
        // in this desk is of the last day.
        let now = Int(Date().timeIntervalSince1970)
        return all.map {
            $0.replacing(/[0-9]{10}/) { (now - 86_400...now + 300).contains(Int($0.output) ?? 0) ? "now" : $0.output }
        }
    }

    @Test func `whatever stops a command, it is done or not done, and may be run again`() throws {
        let perWork = Cases.all ? 60 : 8
        let cases = try Self.works.flatMap { work in
            let desk = try desk()
            let operations = try desk.operations(of: arguments(work, desk))
            return (0..<perWork).map { index in
                let at = 1 + (index * operations + operations / 2) / perWork % operations
                let mode: Fault.Mode = index % 4 == 0 ? .torn : index % 4 == 3 ? .error : .kill
                let error = [EIO, ENOSPC, EROFS][index / 4 % 3]
                return Case(work: work, fault: Fault(mode: mode, at: at, error: error, isSticky: index % 8 == 7))
            }
        }
        Cases.run(cases) { try check($0) }
    }

    private func check(_ one: Case) throws -> [String] {
        let calm = try desk()
        let before = try state(calm)
        guard try calm.command(arguments(one.work, calm)).code == 0 else { return ["the command itself fails"] }
        let done = try state(calm)
        let desk = try desk()
        let first = try desk.command(arguments(one.work, desk), one.fault)
        let expected: Set<Int32> = one.fault.mode == .error ? Codes.afterDiskError : [Codes.killed]
        var violations = expected.contains(first.code) ? [] : ["exit \(first.code): \(first.errors)"]
        let after = try state(desk)
        // Reports are files, each whole; an import goes on where it stopped.
        let isOneStep = !["import", "report"].contains(one.work.name)
        if isOneStep ? after != before && after != done : !Set(after).isSubset(of: Set(before + done)) {
            violations.append("it is half done")
        }
        if after == done { return violations }
        let again = try desk.command(arguments(one.work, desk))
        if again.code != 0 { violations.append("again: exit \(again.code): \(again.errors)") }
        let now = try state(desk)
        if now != done {
            violations.append(
                "again: not what an undisturbed one gives: \(Set(now).symmetricDifference(done).sorted().prefix(2))")
        }
        return violations
    }

    /// `init` makes everything or nothing: a second one, once it is told to, ends what a killed one began.
    @Test func `an init that was stopped can be made again`() throws {
        let policy = String(decoding: try FaultDesk.template.get().files["/Retention.yaml"] ?? [], as: UTF8.self)
        @Sendable func empty() throws -> FaultDesk {
            let desk = try FaultDesk(Tree())
            try policy.write(toFile: desk.folder + "/Retention.yaml", atomically: false, encoding: .utf8)
            return desk
        }
        let operations = try empty().operations(of: ["init", "--rehearsal"])
        let faults = Cases.sample(20, of: operations, seed: 51).enumerated().map { index, at in
            Fault(mode: index % 3 == 2 ? .error : .kill, at: at, error: index % 2 == 0 ? EIO : ENOSPC)
        }
        Cases.run(faults) { fault in
            let desk = try empty()
            let first = try desk.command(["init", "--rehearsal"], fault)
            let again = try desk.command(["init", "--rehearsal"])
            // Where the first came to its end, the second finds all of it there.
            let isWhole = again.code == 73 && [0, Codes.killed].contains(first.code)
            var violations = again.code == 0 || isWhole ? [] : ["again: exit \(again.code): \(again.errors)"]
            let run = try desk.command(["run"])
            if run.code != 0 { violations.append("a run of it ends with \(run.code): \(run.errors)") }
            return violations
        }
    }

    @Test func `an archive that cannot be read is not proven, and not said to be damaged`() throws {
        for arguments in [["archive", "verify"], ["verify"], ["preview"], ["archive", "list"]] {
            let reads = try FaultDesk().operations(of: arguments, isOfReads: true)
            Cases.run(Cases.sample(10, of: reads, seed: 52)) { at in
                let desk = try FaultDesk()
                let before = try Tree(reading: desk.folder)
                let result = try desk.command(
                    arguments, Fault(mode: .error, at: at, error: EIO, isOfReads: true))
                var violations =
                    [0, 22, 65, 74].contains(result.code) ? [] : ["\(arguments) exit \(result.code): \(result.errors)"]
                if try Tree(reading: desk.folder) != before { violations.append("\(arguments) changed something") }
                return violations
            }
        }
    }
}
