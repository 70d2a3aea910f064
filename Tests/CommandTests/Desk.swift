import Conversations
import Foundation
import Testing

/// A support desk in a folder of its own, driven through the built binary as its operations person would.
final class Desk {
    let folder: String
    var policy: String { folder + "/Retention.yaml" }

    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Copies the shipped policy, changed by `edit`, into a new folder.
    init(edit: (String) -> String = { $0 }) throws {
        folder = NSTemporaryDirectory() + "desk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let shipped = try String(contentsOfFile: Desk.root + "/Retention.yaml", encoding: .utf8)
        try edit(shipped).write(toFile: policy, atomically: false, encoding: .utf8)
        // Whatever the umask: a policy that others may change is refused.
        for (path, mode) in [(folder, 0o755), (policy, 0o644)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
    }

    /// What is written before a command so that modes count for it, also where root runs the tests.
    static let asAnybody = geteuid() == 0 ? "setpriv --inh-caps=-all --bounding-set=-all " : ""

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The binary lies beside the test bundle.
    static let binary: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
        // Whole: a test may call it from another folder.
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/retention"
    }()

    @discardableResult
    func run(_ arguments: String..., input: String? = nil) throws -> Result {
        try runAll(arguments + ["--policy", policy], input: input)
    }

    func runAll(_ arguments: [String], input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Desk.binary)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let (output, errors, standardInput) = (folder + "/.out", folder + "/.err", folder + "/.in")
        try (input ?? "").write(toFile: standardInput, atomically: false, encoding: .utf8)
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardInput = FileHandle(forReadingAtPath: standardInput)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        let result = Result(
            code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
        for file in [output, errors, standardInput] { try FileManager.default.removeItem(atPath: file) }
        return result
    }

    /// Writes a chat export of the messenger: one question and one answer on each of these days before today.
    func export(_ name: String, phone: String, daysAgo: [Int], text: String = "Bonjour, ma facture est fausse") throws
        -> String
    {
        let lines = daysAgo.sorted(by: >).flatMap { days -> [String] in
            let date = today.adding(days: -days)
            let head = "\(two(date.day))/\(two(date.month))/\(date.year), 10:"
            return ["\(head)00 - \(phone): \(text)", "\(head)05 - Assistance: Merci, je regarde."]
        }
        // A day above 12 decides the order of the dates.
        let first = "25/01/2021, 09:00 - Les messages et les appels sont chiffrés de bout en bout."
        let path = folder + "/" + name
        try ([first] + lines).joined(separator: "\n").appending("\n").write(
            toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    func date(inDays days: Int) -> String { today.adding(days: days).description }

    /// Today where the policy is: another day than in UTC for an hour or two each night.
    private var today: CivilDate {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        return LocalCalendar(zone: "Europe/Brussels")?.date(of: now) ?? CivilDate(daysSince1970: 0)
    }

    /// Every file below the folder with its bytes and its time of change.
    func everything() throws -> [String: String] {
        var files: [String: String] = [:]
        let walk = FileManager.default.enumerator(atPath: folder)
        while let name = walk?.nextObject() as? String {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            files[name] = "\(bytes.hashValue) \(bytes.count) \(time)"
        }
        // The harness's own files come and go in the folder.
        return files.filter { !$0.key.hasPrefix(".") }
    }

    func files(in part: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []).sorted()
    }

    /// What `command` prints when it is run by a shell in the desk's folder.
    func shell(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
