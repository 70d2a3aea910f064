import ArgumentParser
import Archiving
import Conversations
import Foundation
import SQLiteStore
import StorePort

/// Makes store, keys and folders for a policy. Nothing else ever does.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the store, the keys and the folders of a policy.",
        discussion:
            "Refuses where one of them is there already. Example: retention init --policy Retention.yaml --rehearsal")

    @OptionGroup var policyOption: PolicyOption
    @Flag(
        help: "For trying and testing: may be run at any date, needs no approval, and says so in everything it prints.")
    var rehearsal = false

    func run() throws {
        let loaded = try policyOption.load()
        let places = loaded.places
        for path in [places.store, loaded.keyFolder] where FileManager.default.fileExists(atPath: path) {
            throw Failure(
                .cannotCreate, "\(path) is there already",
                remedy: "a store and its keys are made once; nothing was changed")
        }
        for folder in [parent(places.store), parent(loaded.keyFolder), places.media, places.reports, places.temporary] {
            try makeFolder(folder)
        }
        try makeFolder(parent(places.archive))
        if let intake = loaded.policy.intake.folder { try makeFolder(loaded.absolute(intake)) }
        if FileManager.default.fileExists(atPath: places.archive) {
            guard try ArchiveFolder(path: places.archive).inventory().isEmpty else {
                throw Failure(
                    .cannotCreate, "the archive folder \(places.archive) is not empty",
                    remedy: "name another one in the policy: a new store does not know these archives")
            }
        } else {
            _ = try ArchiveFolder.create(path: places.archive)
        }
        let now = WallClock.now()
        let keys = try KeyFolder.create(at: loaded.keyFolder, date: loaded.calendar.date(of: now))
        let id = (0..<8).map { _ in UInt8.random(in: .min ... .max) }.map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
        try SQLiteStore.create(
            path: places.store,
            identity: StoreIdentity(
                storeID: id, policyID: loaded.policy.id, keysFingerprint: keys.fingerprint, isRehearsal: rehearsal,
                createdAt: now))
        Output.line("policy   \(loaded.path)")
        Output.line("store    \(places.store)\(rehearsal ? "  (rehearsal)" : "")")
        Output.line("keys     \(loaded.keyFolder)  (back them up apart from the store)")
        Output.line("archive  \(places.archive)")
        Output.line("reports  \(places.reports)")
    }

    private func parent(_ path: String) -> String { (path as NSString).deletingLastPathComponent }

    private func makeFolder(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                .cannotCreate, "the folder \(path) cannot be made",
                remedy: "check owner and mode of the folder above it")
        }
        chmod(path, 0o700)
    }
}
