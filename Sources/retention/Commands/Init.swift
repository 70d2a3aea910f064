import ArgumentParser
import Archiving
import Conversations
import Foundation
import NightlyRun
import SQLiteStore
import StorePort

/// Makes store, keys and folders for a policy. Nothing else ever does.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes the store, the keys and the folders of a policy.",
        discussion: """
            Refuses where one of them is there already, before anything is made; what it made is removed where it cannot \
            end. With --existing on a database that was made ready before: adds again what it has lost. Example:
              retention init --policy Retention.yaml --rehearsal
            """)

    @OptionGroup var policyOption: PolicyOption
    @Flag(
        help: "For trying and testing: may be run at any date, needs no approval, and says so in everything it prints.")
    var rehearsal = false
    @Flag(
        help: """
            Make the database ready that the policy's data map describes: adds our control tables, columns, indexes and \
            triggers to it. Make a backup first.
            """)
    var existing = false
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    func run() throws {
        let loaded = try policyOption.load()
        let lock = try InitLock(policy: loaded.path)
        defer { withExtendedLifetime(lock) {} }
        if existing, try mended(loaded) { return try show(loaded) }
        let places = loaded.places
        let folders = [
            parent(places.store), parent(loaded.keyFolder), places.media, places.reports, places.temporary,
            parent(places.archive), places.archive,
        ]
        let intake = loaded.policy.intake.folder.map(loaded.absolute)
        let making = InitPlaces(
            store: places.store, isThere: existing, keys: loaded.keyFolder, archive: places.archive,
            folders: folders + (intake.map { [$0] } ?? []))
        let stopped = StoppedInit(store: places.store, isThere: existing, keys: loaded.keyFolder)
        try stopped.finish()
        try making.requireFree()
        try making.undoingOnFailure { making in
            for folder in making.folders { try making.makeFolder(folder) }
            let now = WallClock.now()
            making.made(KeyFolder.draftPath(of: loaded.keyFolder))
            let keys = try KeyFolder.draft(at: loaded.keyFolder, date: loaded.calendar.date(of: now))
            let id = (0..<8).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
            let identity = StoreIdentity(
                storeID: id, policyID: loaded.policy.id, keysFingerprint: keys.fingerprint, isRehearsal: rehearsal,
                createdAt: now)
            if existing {
                try SQLiteStore.prepare(path: places.store, map: loaded.map, identity: identity)
            } else {
                making.made(stopped.draft)
                try SQLiteStore.create(path: stopped.draft, identity: identity)
            }
            // The names come last, the store's after that of its keys: what is under its own name is whole.
            try KeyFolder.publish(at: loaded.keyFolder)
            making.made(loaded.keyFolder)
            try stopped.nameStore()
        }
        try show(loaded)
    }

    /// Whether the database was made ready before and has lost something since, which is there again now.
    private func mended(_ loaded: LoadedPolicy) throws -> Bool {
        let isThere = FileManager.default.fileExists(atPath:)
        guard isThere(loaded.places.store), isThere(loaded.keyFolder) else { return false }
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let store: SQLiteStore
        do { store = try loaded.open(.writing) } catch let error as StoreError where error.kind == .foreign {
            return false
        }
        let night = try loaded.night(asOf: WallClock.now())
        try Admission(night: night).checkBinding(store.read { try $0.identity() })
        guard try !store.lacks().isEmpty else { return false }
        try Admission.checkHistory(of: store, at: loaded.places.store, now: night.now())
        try store.mend(at: night.now())
        return true
    }

    private func show(_ loaded: LoadedPolicy) throws {
        let places = loaded.places
        if json {
            return try Output.json(
                Summary(
                    policy: loaded.path, store: places.store, keys: loaded.keyFolder, archive: places.archive,
                    reports: places.reports, rehearsal: rehearsal))
        }
        Output.line("policy   \(loaded.path)")
        Output.line("store    \(places.store)\(rehearsal ? "  (rehearsal)" : "")")
        Output.line("keys     \(loaded.keyFolder)  (back them up apart from the store)")
        Output.line("archive  \(places.archive)")
        Output.line("reports  \(places.reports)")
    }

    private struct Summary: Encodable {
        let policy: String, store: String, keys: String, archive: String, reports: String, rehearsal: Bool
    }

    private func parent(_ path: String) -> String { (path as NSString).deletingLastPathComponent }
}
