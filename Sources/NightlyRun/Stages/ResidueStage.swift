import Archiving
import Conversations
import Foundation
import Planning
import Policies
import StorePort
import Verification

/// Proves that what the night erased is gone from the bytes on the disk: before the first change it takes down what is
/// about to go, and after the store was rewritten it has another process look for it.
struct ResidueStage {
    let night: Night
    let store: any NightStore
    private var values: ResidueValues
    private var areNumbersRedacted = true
    /// Numbers of an earlier run, which was stopped or whose file was not rewritten yet.
    private var earlier: Set<UInt64> = []

    /// Texts looked for, at most: one of each of so many conversations, spread over the night's.
    private static let sample = 256
    private static let textBytes = 24...40
    private static let shortestName = 8
    /// Numbers looked for, at most: a first night over a great store is no reason for memory without a limit.
    private static let mostNumbers = 1 << 20

    init(_ night: Night, _ store: any NightStore) throws {
        (self.night, self.store) = (night, store)
        values = ResidueValues(key: try night.keys.hmac(.ledger, Array("erased numbers".utf8)).bytes)
    }

    /// Takes down numbers, names and a sample of texts, and keeps the numbers' keyed hashes for a later run, should
    /// this one not come to its end.
    mutating func collect(_ worklist: Worklist) throws {
        earlier = Set(try store.erasedHashes())
        try collectTexts(worklist)
        let persons = worklist.persons.filter { !$0.actions.isDisjoint(with: [.pseudonymise, .eraseAll]) }
        for person in try store.profiles(of: persons.map(\.mark.id)) {
            for address in person.addresses { values.add(number: address.value.utf8) }
            values.texts += person.names.map { Array($0.utf8) }.filter { $0.count >= Self.shortestName }
        }
        try leaveOutOwnWords()
        try store.rememberErased(values.numbers.map(values.hash))
    }

    /// A person may be called what a rule, a table or a constant of ours is called: such words prove nothing.
    private mutating func leaveOutOwnWords() throws {
        let words =
            try store.definitions() + [String(decoding: PolicyHash.canonicalJSON(of: night.policy), as: UTF8.self)]
        let own = Data((words + [AuditEvent.origin]).joined(separator: "\n").utf8)
        values.texts = Set(values.texts).filter { own.range(of: Data($0)) == nil }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    private mutating func collectTexts(_ worklist: Worklist) throws {
        let due = worklist.conversations.filter {
            $0.actions.isRedacting || !$0.actions.isDisjoint(with: [.archive, .eraseAll])
        }
        areNumbersRedacted = due.allSatisfy { !$0.actions.contains(.archive) || $0.actions.contains(.redact(.phone)) }
        let stride = max(due.count / Self.sample, 1)
        var (position, texts, values) = (0, [[UInt8]](), self.values)
        try store.eachContent(of: due.map(\.mark.id).sorted()[...]) { content in
            content.text.withUnsafeBytes { bytes in
                for message in content.messages where message.hasText && values.numbers.count < Self.mostNumbers {
                    values.add(numbersOf: UnsafeRawBufferPointer(rebasing: bytes[message.text]))
                }
            }
            let long = content.messages.first { $0.hasText && $0.text.count >= Self.textBytes.lowerBound }
            if position % stride == 0, let long {
                texts.append(Array(content.text[long.text].prefix(Self.textBytes.upperBound)))
            }
            position += 1
            return true
        }
        values.texts = texts
        self.values = values
    }

    /// Searches, and says what was found. Where the file was not rewritten, nothing is proven yet.
    func checks(_ scrubbed: ScrubStage.Outcome, written segments: [SegmentManifest]) throws -> [Check] {
        guard !values.isEmpty || !earlier.isEmpty, scrubbed != .nothing else { return [] }
        let checks = try checks(isRewritten: scrubbed == .done, segments)
        if let first = checks.first, first.outcome == .proven { try store.forgetErased() }
        return checks
    }

    /// The same for numbers of earlier runs alone, of which nothing is forgotten.
    func checks(of hashes: Set<UInt64>, isRewritten: Bool) throws -> [Check] {
        var stage = self
        stage.earlier = hashes
        return try stage.checks(isRewritten: isRewritten, [])
    }

    private func checks(isRewritten: Bool, _ segments: [SegmentManifest]) throws -> [Check] {
        var checks: [Check] = []
        if isRewritten, let scanner = night.scanner {
            checks.append(check(examined: values.count + earlier.count, failing: try search(scanner, segments)))
        } else {
            checks.append(check(examined: 0, failing: 0))
        }
        if !earlier.isEmpty {
            // Of an earlier run only hashes of numbers are left to look for.
            checks.append(
                Check(
                    id: "B5-earlier", title: "names and texts that an earlier, unfinished run erased are gone",
                    examined: 0, failing: 0))
        }
        return checks
    }

    private func check(examined: Int, failing: Int) -> Check {
        Check(id: "B5", title: "no byte of what was erased is left in a file", examined: examined, failing: failing)
    }

    private func search(_ scanner: ScannerProcess, _ segments: [SegmentManifest]) throws -> Int {
        var values = values
        values.hashes = earlier
        let request = ResidueScan.Request(
            store: ["", "-journal", "-wal", "-shm"].map { night.places.store + $0 },
            others: ResidueFiles(places: night.places).paths, archive: night.places.archive,
            segments: areNumbersRedacted ? segments.map(\.name.description) : [], values: values)
        var answer = try scanner.answer(request)
        answer.store.subtract(try held(answer.store, values))
        return answer.store.count + answer.others.count + answer.segments.count
    }

    /// Those of the values found in the store's files that a row of the store holds now: they are no residue.
    private func held(_ found: ResidueHits, _ values: ResidueValues) throws -> ResidueHits {
        guard found.count > 0 else { return found }
        let (sought, places) = found.values(of: values)
        let search = ResidueSearch(sought)
        var held = ResidueHits()
        try store.eachStoredText { search.scan($0.bytes, into: &held) }
        // A manifest is full of hexadecimal digits, of which nine in a row may happen to be somebody's number.
        try store.read { snapshot in
            for segment in try snapshot.segments() {
                try (snapshot.manifest(ofSegment: segment.name) ?? []).withUnsafeBytes { search.scan($0, into: &held) }
            }
        }
        held.texts = Set(held.texts.map { places[$0] })
        return held
    }
}

/// Files that hold no conversation and must not: reports, the audit log, what SQLite left in its folder.
struct ResidueFiles {
    let places: Night.Places

    var paths: [String] {
        [places.reports, places.temporary].flatMap { folder in names(folder).map { "\(folder)/\($0)" } } + [
            AuditMirror(store: places.store).path, places.store + ".lock",
        ]
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
