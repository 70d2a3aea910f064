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
        guard Sight(of: Self.installed) != .missing else {
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
        let own = (WorkingFolder.path(path) as NSString).deletingLastPathComponent
        folder = own
        // A day more than it is here: somewhere it is tomorrow already.
        let tomorrow = CivilDate(daysSince1970: WallClock.now().seconds / 86_400 + 1)
        policy = try PolicyParser.parse(
            Self.bytes(path, called: "policy"), file: path, folder: own, today: tomorrow)
        ownMap = try policy.store.map.map { try Self.dataMap(Self.absolute($0, from: own)) }
        hash = try PolicyHash.of(policy, map: ownMap)
        guard let calendar = LocalCalendar(zone: policy.timeZone) else {
            throw Failure(
                .policy, "the time zone \(policy.timeZone) is not known to this version",
                remedy: "name one such as Europe/Brussels; a newer version has newer data of zones")
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

    /// Whether a run is at work, asked by taking its lock for a moment.
    var isLocked: Bool {
        guard Sight(of: places.store + ".lock") == .there else { return false }
        do { _ = try RunLock(store: places.store) } catch { return (error as? NightError)?.kind == .busy }
        return false
    }

    /// The lock of the policy's store, which must be there: a lock beside no store would be litter.
    func lock() throws -> RunLock {
        try requireStore()
        // Another program's database is in a folder of that program.
        if ownMap == nil { try StoreFolder(store: places.store).requireClosed() }
        return try RunLock(store: places.store)
    }

    /// - Throws: `Failure` (66) where no store is there, or none that this user can see.
    func requireStore() throws {
        switch Sight(of: places.store) {
        case .there: return
        case .hidden: throw Sight.hidden("store", places.store)
        case .missing:
            // Keys are made with a store: beside them `init` would refuse.
            let wasMade = Sight(of: keyFolder) == .there
            throw Failure(
                .missing, "there is no store at \(places.store)",
                remedy: wasMade
                    ? "its keys are there: mount the volume that it is on, or restore it from a backup"
                    : "make it with `retention init`, or correct `store.path` in the policy")
        }
    }

    /// At most one byte more than a policy may have: the parser says that it is too large.
    private static func bytes(_ path: String, called name: String) throws -> [UInt8] {
        // Opened, it would be waited for, and for ever where nobody writes into it.
        if let status = Sight.status(path), status.st_mode & S_IFMT == S_IFIFO {
            throw Failure(.missing, "the \(name) \(path.maskingNumbersInName) is a pipe", remedy: "name a file")
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            guard Sight(of: path) == .missing else { throw Sight.hidden(name, path) }
            throw Failure(
                .missing, "there is no \(name) at \(path.maskingNumbersInName)", remedy: "name the file that is there")
        }
        do { return Array(try file.read(upToCount: (256 << 10) + 1) ?? Data()) } catch {
            throw Failure(
                .inputOutput, "the \(name) \(path.maskingNumbersInName) cannot be read",
                remedy: "check what it is, and the disk")
        }
    }

    /// Who can write to the policy, or put another one in its place, decides what is erased.
    /// - Throws: `Failure` (78) where others than its owner and root can.
    func requireTrusted() throws {
        // Of a link, the folders on both of its sides.
        let given = fromWorkingFolder(path)
        let real = Sight.realPath(given) ?? given
        let folders = Set([given, real].map { ($0 as NSString).deletingLastPathComponent })
        for (place, isFolder) in [(given, false)] + folders.sorted().map({ ($0, true) }) {
            guard let status = Sight.status(place) else { continue }
            // In a folder with the sticky bit nobody but their owner can rename or remove files.
            let isOpen = status.st_mode & (S_IWGRP | S_IWOTH) != 0 && !(isFolder && status.st_mode & S_ISVTX != 0)
            guard isOpen || (status.st_uid != geteuid() && status.st_uid != 0) else { continue }
            throw Failure(
                .policy,
                isFolder
                    ? "others can put another policy in the place of \(path): they can write to \(place)"
                    : "others can change the policy \(path)",
                remedy: "make it yours or root's, and `chmod go-w \(place)`")
        }
    }

    func fromWorkingFolder(_ path: String) -> String { WorkingFolder.path(path) }

    func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: fromWorkingFolder(path)) else {
            guard Sight(of: fromWorkingFolder(path)) == .missing else { throw Sight.hidden("file", path) }
            throw Failure(
                .missing, "there is no file \(path.maskingNumbersInName)", remedy: "name a file that is there")
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
        try requireStore()
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

    /// The store to record a decision in: bound to this policy, no older than the log beside it, and at a clock that is
    /// believed.
    /// - Throws: `NightError`: also of kind `damaged` (65) and `limit` (20).
    func openToRecord() throws -> SQLiteStore {
        let store = try openBound(.writing)
        try Admission.checkHistory(of: store, at: places.store, now: WallClock.now())
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
        try requireStore()
        let keys = try KeyFolder.open(at: keyFolder)
        return Night(
            policy: policy, policyHash: hash, places: places, keys: keys, intake: try intake(keys), asOf: asOf,
            now: WallClock.now, calendar: calendar, log: log, shouldStop: shouldStop, tell: tell,
            scanner: Self.program.map(ScannerProcess.init(executable:)))
    }
}

/// The folder that the command was called in.
enum WorkingFolder {
    /// A path given on the command line, which is relative to it.
    static func path(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
