import Archiving
import Fixtures
import Foundation
import Seeding
import Testing

/// Archives that were damaged, swapped, lost or added to: each is noticed, and nothing else is touched.
@Suite struct ArchiveDamageTests {
    private let tree: Tree
    private let segments: [String]

    /// The desk after both nights.
    init() throws {
        tree = try Self.after.get()
        segments = tree.files.keys.filter { $0.hasSuffix(".jsonl.gz") }.sorted()
    }

    private static let after = Result {
        let desk = try FaultDesk()
        guard try desk.command(FaultDesk.arguments(ofNight: FaultDesk.secondNight)).code == 0 else {
            throw Violation("the night fails")
        }
        return try Tree(reading: desk.folder)
    }

    private struct Damage: Sendable, CustomStringConvertible {
        let path: String
        let offset: Int
        let bit: Int
        var description: String {
            "\(path.split(separator: ".").dropFirst().joined(separator: ".")) byte \(offset) bit \(bit)"
        }
    }

    /// Every byte of one segment and of its manifest.
    private func damages() throws -> [Damage] {
        let segment = try #require(segments.first)
        let manifest = String(segment.dropLast(".jsonl.gz".count)) + ".manifest.json"
        var dice = SplitMix(seed: 3)
        return [segment, manifest].flatMap { path in
            (0..<(tree.files[path]?.count ?? 0)).map { Damage(path: path, offset: $0, bit: dice.roll(0...7)) }
        }
    }

    @Test func `no byte of a segment or manifest can change unseen`() throws {
        let damages = try damages()
        let chosen = Cases.sample(400, of: damages.count, seed: 21).map { damages[$0 - 1] }
        Cases.run(chosen) { damage in
            let desk = try FaultDesk(tree)
            let folder = try ArchiveFolder(path: desk.archive)
            let name = String(damage.path.dropFirst("/archive/".count).split(separator: ".")[0])
            guard let segment = SegmentName(name) else { return ["no name"] }
            let manifest = try folder.manifest(of: segment)
            try flip(damage, in: desk)
            do {
                _ = try folder.verify(manifest)
                return ["went unseen"]
            } catch let error as ArchiveError {
                return error.kind == .damaged ? [] : ["\(error)"]
            }
        }
    }

    private func flip(_ damage: Damage, in desk: FaultDesk) throws {
        var bytes = tree.files[damage.path] ?? []
        bytes[damage.offset] ^= 1 << damage.bit
        try Data(bytes).write(to: URL(fileURLWithPath: desk.folder + damage.path))
    }

    @Test func `verify says so with its exit code`() throws {
        let damages = try damages()
        Cases.run(Cases.sample(20, of: damages.count, seed: 22).map { damages[$0 - 1] }) { damage in
            let desk = try FaultDesk(tree)
            try flip(damage, in: desk)
            let result = try desk.command(["archive", "verify"])
            return result.code == 22 ? [] : ["exit \(result.code): \(result.errors)"]
        }
    }

    private enum Change: String, CaseIterable, Sendable {
        case truncatedSegment, truncatedManifest, emptySegment, missingSegment, missingManifest, missingBoth, swapped,
            extraFile, extraSegment, joined, otherStores, linked
    }

    /// What is wrong with sizes and names stops a run before it touches anything.
    @Test func `a run refuses an archive folder that is not what the store wrote`() throws {
        Cases.run(Change.allCases) { change in
            let desk = try FaultDesk(tree)
            try make(change, desk)
            let before = try Tree(reading: desk.folder)
            let night = try desk.command(FaultDesk.arguments(ofNight: 60))
            let after = try Tree(reading: desk.folder)
            var violations = night.code == 65 ? [] : ["the run ends with \(night.code): \(night.errors)"]
            let changed = Set(before.files.keys).union(after.files.keys).filter {
                before.files[$0] != after.files[$0] && $0 != "/store.db.lock"
            }
            if !changed.isEmpty { violations.append("changed \(changed.sorted())") }
            let verify = try desk.command(["verify"])
            if ![22, 65].contains(verify.code) {
                violations.append("verify ends with \(verify.code): \(verify.errors)")
            }
            return violations
        }
    }

    private func make(_ change: Change, _ desk: FaultDesk) throws {
        let first = segments[0]
        // A run compares names and sizes, `verify` what is in the files: two of one size are swapped unseen by a run.
        guard let second = segments.first(where: { tree.files[$0]?.count != tree.files[first]?.count }) else {
            throw Violation("all segments are of one size")
        }
        let manifest = String(first.dropLast(".jsonl.gz".count)) + ".manifest.json"
        let (one, two) = (tree.files[first] ?? [], tree.files[second] ?? [])
        func put(_ bytes: [UInt8], _ path: String) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: desk.folder + path))
        }
        func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: desk.folder + path) }
        switch change {
        case .truncatedSegment: try put(one.dropLast(9), first)
        case .truncatedManifest: try put((tree.files[manifest] ?? []).dropLast(), manifest)
        case .emptySegment: try put([], first)
        case .missingSegment: try remove(first)
        case .missingManifest: try remove(manifest)
        case .missingBoth:
            try remove(first)
            try remove(manifest)
        case .swapped:
            try put(two, first)
            try put(one, second)
        case .extraFile: try put([1], "/archive/notes.txt")
        case .extraSegment: try put(one, first.replacing("-r1-", with: "-r9-"))
        case .joined: try put(one + two, first)
        case .otherStores: try put(one, "/archive/0badc0de" + first.dropFirst("/archive/".count + 8))
        case .linked:
            try remove(first)
            try FileManager.default.createSymbolicLink(
                atPath: desk.folder + first, withDestinationPath: desk.folder + second)
        }
    }
}

extension [UInt8] {
    fileprivate func dropLast(_ count: Int = 1) -> [UInt8] { Array(prefix(Swift.max(0, self.count - count))) }
}
