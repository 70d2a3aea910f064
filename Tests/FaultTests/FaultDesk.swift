import Archiving
import Conversations
import Fixtures
import Foundation
import GRDB

/// A support desk in a folder of its own, between two nights: the first is over, the second will archive, redact, erase,
/// end segments, unlink media and a source. Made once by the built command; each case starts from a copy.
final class FaultDesk {
    let folder: String
    var store: String { folder + "/store.db" }
    var archive: String { folder + "/archive" }

    /// Nights of the desk, in days from today: the second is the one that meets faults.
    static let firstNight = 16
    static let secondNight = 45

    /// - Parameter tree: what is in the folder; the template where it is left out.
    init(_ tree: Tree? = nil, in base: String? = nil) throws {
        folder = base.map { "\($0)/desk" } ?? FaultDesk.newFolder()
        try (tree ?? FaultDesk.template.get()).write(to: folder)
    }

    deinit {
        for path in [folder, folder + ".errors", folder + ".log"] { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func newFolder() -> String {
        let free = (try? FreeSpace(at: "/dev/shm").bytes) ?? 0
        let base = free > 1 << 30 && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        return "\(base)/fault-\(UUID().uuidString)"
    }

    // MARK: Driving the command

    /// - Parameters:
    ///   - log: a file that is told each operation.
    ///   - adding: what else the environment says, to the shim or to the command.
    func command(
        _ arguments: [String], _ fault: Fault? = nil, ignoring: String? = nil, log: String? = nil,
        adding: [String: String] = [:]
    ) throws -> Command.Result {
        var environment = environment(fault, ignoring: ignoring, log: log)
        if !adding.isEmpty { environment.merge(adding.merging(["LD_PRELOAD": Command.shim]) { $1 }) { $1 } }
        return try Command.run(
            arguments: arguments + ["--policy", folder + "/Retention.yaml"], environment: environment,
            errorsTo: folder + ".errors")
    }

    /// How many operations a command makes on files that it changes, or on those it reads.
    func operations(of arguments: [String], isOfReads: Bool = false) throws -> Int {
        let log = folder + ".log"
        let none = Fault(mode: .error, at: 0, isOfReads: isOfReads)
        let result = try command(arguments, none, log: log)
        guard result.code == 0 else { throw Violation("\(arguments) gave \(result.code): \(result.errors)") }
        return try Operation.read(log).count { ($0.kind == .read) == isOfReads }
    }

    func environment(_ fault: Fault?, ignoring: String? = nil, log: String? = nil) -> [String: String] {
        guard fault != nil || ignoring != nil || log != nil else { return [:] }
        var environment = fault?.environment ?? [:]
        environment["LD_PRELOAD"] = Command.shim
        environment["FAULT_ROOT"] = folder
        environment["FAULT_IGNORE"] = ignoring
        environment["FAULT_LOG"] = log
        return environment
    }

    static func arguments(ofNight days: Int) -> [String] { ["run", "--as-of", date(inDays: days)] }

    func night(_ fault: Fault? = nil, log: String? = nil) throws -> Command.Result {
        try command(
            FaultDesk.arguments(ofNight: FaultDesk.secondNight), fault, ignoring: FaultDesk.mutant, log: log)
    }

    /// A lie told to the command in every night, to see that the suite notices: see `Documentation/Reliability.md`.
    static let mutant = ProcessInfo.processInfo.environment["RETENTION_MUTANT"]

    /// In days since 1970: one day for all cases, which may go on past midnight.
    private static let today = Int64(Date().timeIntervalSince1970) / 86_400

    static func date(inDays days: Int) -> String { CivilDate(daysSince1970: today + Int64(days)).description }

    // MARK: The template

    static let template = Result { try makeTemplate() }

    private static func makeTemplate() throws -> Tree {
        let desk = try FaultDesk(Tree())
        let policy = DeskPolicy.text + "intake: { folder: intake, keep: 7 days, ours: [Assistance] }\n"
        try policy.write(toFile: desk.folder + "/Retention.yaml", atomically: false, encoding: .utf8)
        mkdir(desk.folder + "/intake", 0o700)
        try desk.must(["init", "--rehearsal"])
        for (role, name, ages) in [
            ("client", "a", [1060, 330, 20]), ("client", "b", [330, 150, 5]), ("client", "c", [1060, 420]),
            ("client", "d", [340, 150, 40]), ("prospect", "e", [700, 330, 20]), ("prospect", "f", [330]),
            ("candidate", "g", [150]), ("candidate", "h", [150, 10]), ("operator", "i", [20]),
            ("unknown", "j", [60]), ("unknown", "k", [330, 60]), ("client", "l", [3]),
        ] { try desk.bring(role, name, ages) }
        try desk.must(arguments(ofNight: firstNight))
        // Of this one the night erases the source as well.
        try desk.bring("client", "m", [330, 160, 12], below: "/intake")
        try desk.addMedia()
        try FileManager.default.removeItem(atPath: desk.store + ".lock")
        return try Tree(reading: desk.folder)
    }

    private func must(_ arguments: [String]) throws {
        let result = try command(arguments)
        // A conversation of an unknown role is imported, and counted: 3.
        guard [0, 3].contains(result.code) else {
            throw Violation("\(arguments) gave \(result.code): \(result.errors)")
        }
    }

    /// Imports a chat with conversations of these ages in days, each with numbers of its own in its texts.
    private func bring(_ role: String, _ name: String, _ ages: [Int], below place: String = "") throws {
        let number = 10 + Int(name.utf8.first ?? 0) - 97
        let phone = "+32 470 99 \(number) 00"
        var lines = ["25/01/2021, 09:00 - Les messages et les appels sont chiffrés de bout en bout."]
        for age in ages.sorted(by: >) {
            let day = CivilDate(daysSince1970: FaultDesk.today - Int64(age))
            let date = "\(day.day < 10 ? "0" : "")\(day.day)/\(day.month < 10 ? "0" : "")\(day.month)/\(day.year)"
            for turn in 0..<4 {
                let marker = "047\(number)\(1000 + age)\(turn)"
                lines.append(
                    "\(date), 10:0\(turn) - \(phone): Rappelez-moi au \(marker) svp, question \(turn) de \(name)")
                lines.append("\(date), 10:1\(turn) - Assistance: Merci, je regarde cela pour vous")
            }
        }
        let path = "\(folder)\(place)/\(name).txt"
        try lines.joined(separator: "\n").appending("\n").write(toFile: path, atomically: false, encoding: .utf8)
        try must(["import", "--role", role, "--purpose", "assistance", "--ours", "Assistance", path])
        if place.isEmpty { try FileManager.default.removeItem(atPath: path) }
    }

    /// A picture for every third conversation, as a program that fetches media would add it.
    private func addMedia() throws {
        let database = try DatabaseQueue(path: store)
        mkdir(folder + "/media", 0o700)
        try database.write { db in
            for id in try Int64.fetchAll(db, sql: "select id from conversation where id % 3 = 0 order by id") {
                let name = "picture-\(id).jpg"
                try Data("a picture of conversation \(id)".utf8).write(
                    to: URL(fileURLWithPath: "\(folder)/media/\(name)"))
                try db.execute(
                    sql: "insert into media(conversation, n, kind, file, bytes) values (?, 1, 'image', ?, 30)",
                    arguments: [id, name])
            }
        }
        try database.close()
    }
}
