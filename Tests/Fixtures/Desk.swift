import Archiving
import Conversations
import Foundation
import GRDB
import Logging
import NightlyRun
import Planning
import Policies
import SQLiteStore
import StorePort

/// A support desk in a folder of its own: store, keys, archives, reports, media, and the nights over them.
package final class Desk {
    package let form: StoreForm
    package let folder: String
    package var policy: Policy
    package let keys: KeyFolder
    /// A connection of the test's own, for what an application writes and for looking.
    package let database: DatabaseQueue
    package let identity: StoreIdentity

    /// - Parameter rehearsal: false for a store whose nights need approval and keep to limits.
    package init(_ form: StoreForm = .native, rehearsal: Bool = true, policy: Policy? = nil) throws {
        self.form = form
        self.policy = try policy ?? DeskPolicy.parsed()
        folder = Desk.base + "desk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["media", "reports", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        _ = try ArchiveFolder.create(path: folder + "/archive")
        guard let made = CivilDate("2020-01-01") else { throw FixtureError("no date") }
        keys = try KeyFolder.create(at: folder + "/keys", date: made)
        identity = StoreIdentity(
            storeID: "00c0ffee00c0ffee", policyID: "desk", keysFingerprint: keys.fingerprint, isRehearsal: rehearsal,
            createdAt: try Desk.instant("2020-01-01"))
        try form.create(path: folder + "/store.db", identity: identity)
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        database = try DatabaseQueue(path: folder + "/store.db", configuration: configuration)
    }

    /// In memory where there is room for it: a night waits for the disk many times, and a test runs hundreds of them.
    private static let base: String = {
        let free = (try? FreeSpace(at: "/dev/shm").bytes) ?? 0
        return free > 1 << 30 && access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : NSTemporaryDirectory()
    }()

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    package var map: DataMap { form.map }
    package var places: Night.Places {
        Night.Places(
            store: folder + "/store.db", archive: folder + "/archive", reports: folder + "/reports",
            media: folder + "/media", temporary: folder + "/tmp")
    }

    // MARK: Nights

    /// `2026-03-29` is three in the morning of that day, UTC; `2026-03-29T01:00:00Z` is itself.
    package static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) ?? Instant(text + "T03:00:00Z") else {
            throw FixtureError("not a time: \(text)")
        }
        return instant
    }

    /// - Parameter now: the clock on the wall; where it is left out, the night is run at its own time.
    package func night(
        _ asOf: String, now: String? = nil, keys: KeyFolder? = nil,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) throws -> Night {
        guard let calendar = LocalCalendar(zone: policy.timeZone) else { throw FixtureError("no zone") }
        let instant = try Desk.instant(asOf)
        let clock = try now.map(Desk.instant) ?? instant
        var log = Logger(label: "tests")
        log.logLevel = .critical
        return Night(
            policy: policy, policyHash: try PolicyHash.of(policy), places: places, keys: keys ?? self.keys, intake: nil,
            asOf: instant, now: { clock }, calendar: calendar, log: log, shouldStop: shouldStop)
    }

    package func open(_ access: SQLiteStore.Access = .writing) throws -> SQLiteStore {
        try SQLiteStore(path: places.store, map: map, access: access)
    }

    @discardableResult
    package func run(
        _ asOf: String, now: String? = nil, savedPlan: SavedPlan? = nil,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) throws -> NightlyRun.Outcome {
        let night = try night(asOf, now: now, shouldStop: shouldStop)
        return try NightlyRun(
            night, store: open(), folder: ArchiveFolder(path: places.archive), savedPlan: savedPlan
        ).run()
    }

    package func preview(_ asOf: String, now: String? = nil) throws -> Plan {
        try NightlyRun.preview(night(asOf, now: now), open(.reading))
    }

    package func approve(at: String) throws {
        try open().approve(
            Approval(
                at: Desk.instant(at), by: "Somebody", policyHash: PolicyHash.of(policy),
                policy: String(decoding: PolicyHash.canonicalJSON(of: policy), as: UTF8.self)))
    }
}
