import ArgumentParser
import Archiving
import Conversations
import Foundation
import Importing
import Logging
import NightlyRun
import Planning
import Policies
import SQLiteStore
import StorePort

/// The one place that reads the clock.
enum WallClock {
    static func now() -> Instant { Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}

/// `--policy`, as every command takes it.
struct PolicyOption: ParsableArguments {
    static let installed = "/etc/retention/Retention.yaml"

    @Option(name: .long, help: "The policy file. Paths in it are relative to its folder.")
    var policy: String?

    /// - Parameter fallingBack: whether the working folder's policy will do, for commands that change nothing.
    func load(fallingBack: Bool = false) throws -> LoadedPolicy {
        if let policy { return try LoadedPolicy(path: policy) }
        let local = "Retention.yaml"
        if fallingBack && FileManager.default.fileExists(atPath: local) { return try LoadedPolicy(path: local) }
        guard FileManager.default.fileExists(atPath: Self.installed) else {
            throw Failure(
                .missing, "no policy was named and there is none at \(Self.installed)",
                remedy: "name one with --policy FILE")
        }
        return try LoadedPolicy(path: Self.installed)
    }
}

/// A policy that was read from a file and is valid.
struct LoadedPolicy {
    let path: String
    let policy: Policy
    let hash: String
    let calendar: LocalCalendar
    private let folder: String
    /// The data map that the policy names; nil for the product's own schema.
    private let ownMap: DataMap?

    /// - Throws: `PolicyProblems` for a policy that is not valid, `Failure` (66) where there is none.
    init(path: String) throws {
        self.path = path
        let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        let own = (absolute as NSString).deletingLastPathComponent
        folder = own
        // A day more than it is here: somewhere it is tomorrow already.
        let tomorrow = CivilDate(daysSince1970: WallClock.now().seconds / 86_400 + 1)
        policy = try PolicyParser.parse(
            Self.bytes(path, called: "policy"), file: path, folder: own, today: tomorrow)
        ownMap = try policy.store.map.map { try Self.dataMap(Self.absolute($0, from: own)) }
        hash = try PolicyHash.of(policy, map: ownMap)
        guard let calendar = LocalCalendar(zone: policy.timeZone) else {
            throw Failure(.policy, "the time zone \(policy.timeZone) is not known here", remedy: "install tzdata")
        }
        self.calendar = calendar
    }

    func absolute(_ path: String) -> String { Self.absolute(path, from: folder) }

    /// By its words alone: Foundation's standardised path follows some links, and a link must be seen where it is opened.
    private static func absolute(_ path: String, from folder: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        var parts: [Substring] = []
        for part in "\(folder)/\(path)".split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private var isLocked: Bool {
        guard FileManager.default.fileExists(atPath: places.store + ".lock") else { return false }
        return (try? RunLock(store: places.store)) == nil
    }

    /// The lock of the policy's store, which must be there: a lock beside no store would be litter.
    func lock() throws -> RunLock {
        guard FileManager.default.fileExists(atPath: places.store) else {
            throw Failure(.missing, "there is no store at \(places.store)", remedy: "make it with `retention init`")
        }
        return try RunLock(store: places.store)
    }

    /// At most one byte more than a policy may have: the parser says that it is too large.
    private static func bytes(_ path: String, called name: String) throws -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Failure(.missing, "there is no \(name) at \(path)", remedy: "name the file that is there")
        }
        do { return Array(try file.read(upToCount: (256 << 10) + 1) ?? Data()) } catch {
            throw Failure(.inputOutput, "the \(name) \(path) cannot be read", remedy: "check what it is, and the disk")
        }
    }

    /// Who can write to the policy decides what is erased.
    /// - Throws: `Failure` (78) where others than its owner and root can.
    func requireTrusted() throws {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        guard status.st_mode & S_IWOTH == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw Failure(
                .policy, "others can change the policy \(path)",
                remedy: "make it yours or root's, and `chmod o-w` it")
        }
    }

    /// A path given on the command line, which is relative to the working folder.
    func fromWorkingFolder(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: fromWorkingFolder(path)) else {
            throw Failure(.missing, "there is no file \(path)", remedy: "name a file that is there")
        }
        return Array(data)
    }

    var places: Night.Places {
        let store = absolute(policy.store.path)
        return Night.Places(
            store: store, archive: absolute(policy.archive.folder), reports: absolute(policy.reports.folder),
            media: absolute(policy.store.media), temporary: store + ".tmp")
    }

    var keyFolder: String { absolute(policy.store.keys) }

    var map: DataMap { ownMap ?? NativeSchema.map }

    private static func dataMap(_ path: String) throws -> DataMap {
        try DataMapParser.parse(bytes(path, called: "data map"), file: path)
    }

    func open(_ access: SQLiteStore.Access) throws -> SQLiteStore {
        // Read by SQLite once, at its first use in a process: what VACUUM writes stays in a private folder.
        // Without the folder it would choose one that others can read.
        if access == .writing { try TemporaryFolder(path: places.temporary).prepare() }
        setenv("SQLITE_TMPDIR", places.temporary, 1)
        do {
            return try SQLiteStore(path: places.store, map: map, access: access)
        } catch let error as StoreError where access == .reading && error.kind == .damaged && isLocked {
            throw Failure(.busy, "a run is at work on this store", remedy: "wait until it has ended")
        }
    }

    /// The same of a store that is bound to this policy.
    /// - Throws: `NightError` of kind `foreign` where it is bound to another one.
    func openBound(_ access: SQLiteStore.Access) throws -> SQLiteStore {
        let store = try open(access)
        try Admission.checkPolicy(policy.id, store.read { try $0.identity() })
        return store
    }

    /// The instant that a command is for: `--as-of` where it is given, else now.
    func instant(_ text: String?) throws -> Instant {
        guard let text else { return WallClock.now() }
        if let instant = Instant(text) { return instant }
        guard let date = CivilDate(text) else {
            throw Failure(.usage, "--as-of takes a date such as 2026-12-31", remedy: "see `retention help preview`")
        }
        return calendar.startOfDay(date)
    }

    private func intake(_ keys: KeyFolder) throws -> IntakeFolder? {
        guard let folder = policy.intake.folder else { return nil }
        let hash = KeyedHash(key: try keys.secret(of: .messageIDs))
        return IntakeFolder(
            path: absolute(folder), hash: { try Importer.sourceHash(ofFile: $0, under: hash).bytes },
            personHash: { hash.ofPerson(kind: $0.kind, value: $0.value).bytes })
    }

    /// The program that is running.
    private static var program: String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    }

    func night(
        asOf: Instant, log: Logger = LineLog.logger(nil), shouldStop: @escaping @Sendable () -> Bool = { false },
        tell: @escaping @Sendable (NightEvent) -> Void = { _ in }
    ) throws -> Night {
        let keys = try KeyFolder.open(at: keyFolder)
        return Night(
            policy: policy, policyHash: hash, places: places, keys: keys, intake: try intake(keys), asOf: asOf,
            now: WallClock.now, calendar: calendar, log: log, shouldStop: shouldStop, tell: tell,
            scanner: Self.program.map(ScannerProcess.init(executable:)))
    }
}

/// Writes what a command has to say: a table for people, or JSON lines for programs.
struct Output {
    static func line(_ text: String) { StandardStreams.line(text) }

    static func json(_ value: some Encodable) throws { line(try jsonText(value)) }

    /// One line of JSON.
    static func jsonText(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
