import Archiving
import Conversations
import Foundation
import Planning
import Policies
import StorePort
import Verification

/// Proves that what the night erased is gone from the bytes on the disk: it takes down what is about to go, and after
/// the store was rewritten it has another process look for it.
struct ResidueStage {
    let night: Night
    let store: any NightStore
    private var values: ResidueValues
    /// Those of its texts that are beginnings of messages, and no names.
    private var samples: Set<[UInt8]> = []
    private var areNumbersRedacted = true
    /// Whether a search was begun and did not come to its end.
    private(set) var isUnfinished = false
    /// Numbers of an earlier run, which was stopped or whose file was not rewritten yet.
    private var earlier: Set<UInt64> = []

    /// Texts looked for, at most: one of each of so many conversations, spread over the night's.
    private static let sample = 256
    private static let textBytes = 24...40
    private static let shortestName = 8
    /// Numbers looked for, at most: a first night over a great store is no reason for memory without a limit.
    private let mostNumbers: Int
    /// Whether there were more, of which nothing can be said.
    private var isFull = false

    init(_ night: Night, _ store: any NightStore, mostNumbers: Int = 1 << 20) throws {
        (self.night, self.store, self.mostNumbers) = (night, store, mostNumbers)
        values = ResidueValues(key: try night.keys.hmac(.ledger, Array("erased numbers".utf8)).bytes)
    }

    /// Takes down numbers, names and a sample of texts. Numbers in the texts of what is archived come later, batch by
    /// batch.
    mutating func collect(_ worklist: Worklist) throws {
        earlier = Set(try store.erasedHashes())
        try collectTexts(worklist)
        let persons = worklist.persons.filter { !$0.actions.isDisjoint(with: [.pseudonymise, .eraseAll]) }
        for person in try store.profiles(of: persons.map(\.mark.id)) {
            for address in person.addresses { values.add(number: address.value.utf8) }
            values.texts += person.names.map { Array($0.utf8) }.filter { $0.count >= Self.shortestName }
        }
        try leaveOutOwnWords()
    }

    /// Keeps the numbers' keyed hashes for a later run, should this one not come to its end.
    func remember() throws { try store.rememberErased(values.numbers.map(values.hash)) }

    /// Who is called by a word of ours is found in every file: that proves nothing, and neither does a text twice.
    private mutating func leaveOutOwnWords() throws {
        guard !values.texts.isEmpty else { return }
        let own = try ImpersonalWords(night, store)
        values.texts.sort { $0.lexicographicallyPrecedes($1) }
        var last: [UInt8]?
        values.texts.removeAll { text in
            defer { last = text }
            return text == last || own.hold(text)
        }
    }

    private mutating func collectTexts(_ worklist: Worklist) throws {
        // In the order of their ids; there may be half a million.
        let due = worklist.conversations.lazy.filter {
            $0.actions.isRedacting || !$0.actions.isDisjoint(with: [.archive, .eraseAll])
        }
        areNumbersRedacted = due.allSatisfy { !$0.actions.contains(.archive) || $0.actions.contains(.redact(.phone)) }
        let stride = max(due.count / Self.sample, 1)
        var (read, sampled, archived) = ([Int64](), Set<Int64>(), Set<Int64>())
        for (number, item) in due.enumerated() {
            let (id, isArchived) = (item.mark.id, item.actions.contains(.archive))
            guard !isArchived || number % stride == 0 else { continue }
            read.append(id)
            if number % stride == 0 { sampled.insert(id) }
            if isArchived { archived.insert(id) }
        }
        var (texts, values, isFull) = ([[UInt8]](), self.values, self.isFull)
        try store.eachContent(of: read[...]) { content in
            if !archived.contains(content.id) {
                isFull = isFull || values.numbers.count >= mostNumbers
                if !isFull { values.add(numbersOf: content) }
            }
            let long = content.messages.first { $0.hasText && $0.text.count >= Self.textBytes.lowerBound }
            if sampled.contains(content.id), let long {
                texts.append(Array(content.text[long.text].prefix(Self.textBytes.upperBound)))
            }
            return true
        }
        values.texts = texts
        (self.values, self.isFull, samples) = (values, isFull, Set(texts))
    }

    /// Takes down the numbers in the texts of conversations that leave with the next transaction, before it.
    mutating func add(_ numbers: Set<UInt64>) throws {
        let room = max(mostNumbers - values.numbers.count, 0)
        let all = numbers.subtracting(values.numbers)
        let new = all.sorted().prefix(room)
        isFull = isFull || new.count < all.count
        values.numbers.formUnion(new)
        try store.rememberErased(new.map(values.hash))
    }

    /// A search that another process makes, of whose hits in the store those are set aside that rows hold.
    typealias Search = Alongside<ResidueScan.Answer>

    /// Begins to search the files; nil where there is nothing to look for yet. Nothing may write to them until its end.
    func search(_ scrubbed: ScrubStage.Outcome, written segments: [WrittenSegment]) throws -> Search? {
        guard !values.isEmpty || !earlier.isEmpty, scrubbed == .done, let scanner = night.scanner else { return nil }
        let request = try request(segments)
        // Where the store cannot be read by two, its rows are read when this thread has time.
        let reader = try store.secondReader()
        return Alongside {
            var answer = try scanner.answer(request)
            if let reader { answer.sift(try HeldValues(answer.store, of: request.values, in: reader)) }
            return answer
        }
    }

    /// What a search found; nil where there was none, or it did not come to its end: then what is left to look for stays
    /// for the next run.
    mutating func answer(of search: Search?) throws -> ResidueScan.Answer? {
        do { return try search?.value() } catch let error as NightError {
            isUnfinished = true
            night.log.error("\(error.what)")
            return nil
        }
    }

    /// Says what a search found. Where the file was not rewritten, nothing is proven yet.
    func checks(_ scrubbed: ScrubStage.Outcome, _ found: ResidueScan.Answer?) throws -> [Check] {
        guard !values.isEmpty || !earlier.isEmpty, scrubbed != .nothing else { return [] }
        let checks = try checks(found)
        if let first = checks.first, first.outcome == .proven { try store.forgetErased() }
        return checks
    }

    /// The same for numbers of earlier runs alone, of which nothing is forgotten.
    func checks(of hashes: Set<UInt64>, isRewritten: Bool) throws -> [Check] {
        var stage = self
        stage.earlier = hashes
        return try stage.checks(stage.search(isRewritten ? .done : .pending, written: [])?.value())
    }

    private func checks(_ answer: ResidueScan.Answer?) throws -> [Check] {
        var checks = try answer.map(checks(found:)) ?? [check(examined: 0, failing: 0)]
        if isFull {
            checks.append(
                Check(id: "B5-rest", title: "numbers beyond those looked for are gone", examined: 0, failing: 0))
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

    private func checks(found answer: ResidueScan.Answer) throws -> [Check] {
        var answer = answer
        if !answer.isSifted { answer.sift(try HeldValues(answer.store, of: sought, in: store)) }
        let left = answer.store.count + answer.others.count + answer.segments.count
        // What could not be read was not searched.
        let isWhole = answer.damagedSegments == 0
        return [check(examined: isWhole ? values.count + earlier.count : 0, failing: left)]
            + [unlisted(answer)].filter { $0.examined > 0 }
    }

    /// What a text says may stand in many places; a name, or a number that was somebody's own, is of a person.
    private func unlisted(_ answer: ResidueScan.Answer) -> Check {
        let names = answer.unlisted.texts.count { !samples.contains(values.texts[$0]) }
        let numbers = answer.unlisted.numbers.intersection(values.own).count
        return Check(
            id: "B5-unlisted", title: "no table outside the data map is the only one to name a person who was erased",
            examined: values.own.count + values.texts.count { !samples.contains($0) }, failing: names + numbers,
            isFinding: true)
    }

    private func check(examined: Int, failing: Int) -> Check {
        Check(id: "B5", title: "no byte of what was erased is left in a file", examined: examined, failing: failing)
    }

    private func request(_ segments: [WrittenSegment]) throws -> ResidueScan.Request {
        try ResidueScan.Request(
            files: .init(
                store: ["", "-journal", "-wal", "-shm"].map { night.places.store + $0 },
                others: ResidueFiles(places: night.places).paths, archive: night.places.archive,
                segments: segments, searchesSegments: areNumbersRedacted),
            values: sought, living: living())
    }

    /// Those of the values that are a name or an address of somebody who stays, as a whole.
    func living() throws -> ResidueHits {
        var living = ResidueHits()
        guard !values.isEmpty else { return living }
        // By hash, since there may be half a million. Of two texts that share one the first is looked for all the same.
        let places = Dictionary(
            values.texts.enumerated().map { ($0.element.hashValue, $0.offset) }, uniquingKeysWith: { $1 })
        let tables = Set(store.map.tables.filter { [.person, .address].contains($0.part) }.map(\.name))
        // Those tables come first.
        try store.eachStoredText { text in
            guard tables.contains(text.table) else { return false }
            let bytes = Array(text.bytes)
            if let place = places[bytes.hashValue], values.texts[place] == bytes { living.texts.insert(place) }
            // As it stands there: the same number as it is dialled at home is in no row by that.
            if let number = PackedNumber(digitsOf: bytes), values.numbers.contains(number.bits) {
                living.numbers.insert(number.bits)
            }
            return true
        }
        return living
    }

    private var sought: ResidueValues {
        var values = values
        values.hashes = earlier
        return values
    }
}

extension ResidueValues {
    /// Every number in the texts of a conversation.
    mutating func add(numbersOf content: ConversationContent) {
        content.text.withUnsafeBytes { bytes in
            for message in content.messages where message.hasText {
                add(numbersOf: UnsafeRawBufferPointer(rebasing: bytes[message.text]))
            }
        }
    }
}
