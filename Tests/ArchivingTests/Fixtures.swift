import Conversations
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Archiving

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/archiving-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(_ name: String) -> String { "\(path)/\(name)" }
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// Puts bytes into a file as a stranger would: in place, mode 0600.
    func put(_ bytes: [UInt8], _ name: String, mode: mode_t = 0o600) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        try #require(chmod(path(name), mode) == 0)
    }

    func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(lstat(path(name), &status) == 0)
        return status.st_mode & 0o7777
    }
}

/// Runs `body` where a file that asks for no mode of its own is everybody's: on a thread that does not share its umask,
/// which is otherwise that of all tests that run meanwhile. Where the system refuses that, under the umask that there is.
func withOpenMask<T: Sendable>(_ body: @Sendable @escaping () throws -> T) throws -> T {
    // In the headers for programs that ask for GNU extensions alone.
    typealias Unshare = @convention(c) (Int32) -> Int32
    let unshare = unsafeBitCast(try #require(dlsym(nil, "unshare")), to: Unshare.self)
    let result = Mutex<Result<T, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
        let outcome = Result {
            // CLONE_FS of unshare(2).
            if unshare(0x200) == 0 { umask(0) }
            return try body()
        }
        result.withLock { $0 = outcome }
        done.signal()
    }
    done.wait()
    let outcome = result.withLock { $0 }
    return try #require(outcome).get()
}

let facts = SegmentFacts(
    storeID: "0123456789abcdef", run: 7, batch: 2, rule: "client-assistance", policyHash: "5e1f", cohort: 2029,
    keyID: "00ff00ff00ff00ff", endsOn: CivilDate(daysSince1970: 21670))  // 2029-05-01

func hash(_ value: UInt8) -> IndexHash { IndexHash(high: UInt64(value), low: UInt64(value) << 56) }

func conversation(_ id: Int64, texts: [String]) -> ArchivedConversation {
    ArchivedConversation(
        conversation: id, person: "p-\(id % 5)", role: .client, purpose: .assistance, notice: "2025-09-01",
        opened: Instant("2026-01-02T03:04:05Z"), closed: nil, endsOn: facts.endsOn,
        messages: texts.enumerated().map { n, text in
            .init(
                n: Int64(n + 1), at: Instant(seconds: 1_767_323_045 + Int64(60 * n)), from: n % 2 == 0 ? .person : .us,
                author: nil, kind: "text", text: .init(text))
        })
}

/// A segment of a few short conversations.
func smallSegment(_ facts: SegmentFacts = facts, ids: ClosedRange<Int64> = 1...6) throws -> Segment {
    var builder = SegmentBuilder(limit: 1 << 16)
    for id in ids {
        let texts = ["Bonjour, mon compteur \(id) ne répond plus.", "Merci, nous regardons cela."]
        try builder.append(
            conversation: id, messages: 2, line: conversation(id, texts: texts).line, hashes: [hash(UInt8(id % 5))])
    }
    return try builder.finish(facts)
}

/// A segment of several members: conversations of a third of a mebibyte.
func segmentOfMembers(_ count: Int, _ facts: SegmentFacts = facts) throws -> Segment {
    var builder = SegmentBuilder()
    for id in 1...Int64(3 * count - 2) {
        let words = (0..<28_000).map { "mot\(($0 * 7919 + Int(id) * 31) % 9973)" }
        let line = conversation(id, texts: [words.joined(separator: " ")]).line
        try builder.append(conversation: id, messages: 1, line: line, hashes: [hash(UInt8(id)), hash(200)])
    }
    return try builder.finish(facts)
}

/// Runs a program of the system; gives its standard output and exit code.
func run(_ program: String, _ arguments: [String]) throws -> (output: [UInt8], code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (Array(output), process.terminationStatus)
}

/// The kind of the error that a call ends in; nil where it ends in none.
func kind(_ body: () throws -> Void) -> ArchiveError.Kind? {
    do { try body() } catch { return (error as? ArchiveError)?.kind }
    return nil
}

/// The page that describes the format.
func documentation() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("Documentation/ArchiveFormat.md"), encoding: .utf8)
}
