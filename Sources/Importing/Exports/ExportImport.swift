import Conversations
import StorePort

/// Imports one chat export: looks it through, decides what it is, then reads it again into the store.
struct ExportImport {
    private static let batchMessages = 20_000
    private static let batchBytes = 8 * 1024 * 1024

    let settings: ImportSettings
    let store: any ImportStore
    let path: String
    let folder: Fingerprint?

    /// - Parameters:
    ///   - open: gives the bytes from the front, each time it is called.
    ///   - source: the hash of the file's bytes; nil where they are the bytes that `open` gives.
    ///   - media: the files that the source holds beside the text; nil where it holds none.
    func run(
        into summary: inout ImportSummary, source: Fingerprint?, media: MediaExtraction? = nil,
        open: () throws -> any ByteSource
    ) throws {
        summary.kind = .export
        let survey = try ExportSurvey(open(), hash: settings.hash)
        let orders = try survey.dates.decide(given: settings.dateOrder)
        let authors = try ExportAuthors(survey, settings: settings)
        let numbers = authors.ours.map { String(decoding: $0, as: UTF8.self) }
        let classified = settings.origin(path: path, numbers: numbers)
        (summary.dateOrder, summary.dateOrderEvidence) = (orders.order, orders.evidence)
        summary.isGroup = authors.isGroup
        summary.unplaced = survey.unplaced
        var reading = Reading(
            settings: settings, authors: authors, identity: identity(survey, authors, orders), classified: classified)
        var parser = ExportParser(orders: orders)
        try Lines(limit: 1024 * 1024).read(open()) { line, number in
            try parser.take(line, number: number) { reading.take($0, summary: &summary) }
            if reading.batch.messages.count >= Self.batchMessages || reading.bytes >= Self.batchBytes {
                try write(reading.next(), source: nil, media: media, summary: &summary)
            }
        }
        try parser.finish { reading.take($0, summary: &summary) }
        var last = reading.next()
        try media?.take(&last.messages, store: store)
        let imported = ImportedSource(
            hash: source ?? survey.source, kind: .export, messages: summary.messages,
            refused: summary.unplaced + summary.undated + (media?.left ?? 0), folder: folder,
            persons: Set(authors.counterparts.flatMap(\.addresses).map(settings.hash.of)))
        try write(last, source: imported, media: nil, summary: &summary)
        summary.files = media?.taken ?? 0
        if let fault = media?.fault { throw fault }
    }

    private func write(
        _ batch: ThreadBatch, source: ImportedSource?, media: MediaExtraction?, summary: inout ImportSummary
    ) throws {
        var batch = batch
        try media?.take(&batch.messages, store: store)
        let outcome = try store.importing { transaction in
            try transaction.lookUp(batch.messages.map(\.fingerprint))
            let outcome = try ThreadImport(settings: settings, store: transaction).write(batch)
            if let source { try transaction.record(source, now: settings.now) }
            return outcome
        }
        summary.duplicates += outcome.duplicates
        summary.conversations += outcome.opened
        if batch.classified.isUnknown { summary.unclassified += outcome.opened }
    }

    /// One counterpart's chat is known by the counterpart; a group, whose members come and go and whose name
    /// changes, by the author and minute of its first message.
    private func identity(_ survey: ExportSurvey, _ authors: ExportAuthors, _ orders: DateOrders) -> ThreadIdentity {
        var bytes: [UInt8]
        if authors.isGroup {
            bytes = Array("export-group".utf8) + [0] + survey.firstAuthor + [0]
            if let header = survey.firstHeader, let date = orders.order(of: header).flatMap(header.date) {
                bytes += Array("\(date) \(header.secondsOfDay / 60)".utf8)
            }
        } else {
            bytes =
                Array("export".utf8) + [0]
                + (authors.persons.first.map { ExportAuthor.phone($0).map { Array($0.utf8) } ?? $0 } ?? [])
        }
        return ThreadIdentity(
            key: settings.hash.of(.thread, bytes), channel: authors.isGroup ? "export-group" : "export",
            isGroup: authors.isGroup, followsPerson: false)
    }
}

/// Who is who in an export.
struct ExportAuthors {
    /// Not ours, in the order of the file.
    let persons: [[UInt8]]
    /// Ours.
    let ours: [[UInt8]]
    let isGroup: Bool
    private let index: [[UInt8]: Int]
    /// The names of our own people among `ours`.
    let operators: [String]
    private let operatorIndex: [[UInt8]: Int]

    init(_ survey: ExportSurvey, settings: ImportSettings) throws {
        let known = Ours(settings.oursUnknown ? [] : settings.ours + settings.operators)
        persons = survey.authors.filter { !known.includes($0) }
        ours = survey.authors.filter { known.includes($0) }
        guard !persons.isEmpty else { throw ImportFault.everyAuthorIsOurs }
        guard settings.oursUnknown || !ours.isEmpty else { throw ImportFault.noAuthorIsOurs }
        isGroup = persons.count > 1 || survey.hasGroupNotice
        index = Dictionary(uniqueKeysWithValues: zip(persons, persons.indices))
        let people = Ours(settings.operators)
        let named = ours.filter { people.includes($0) }
        operators = named.map { String(decoding: $0, as: UTF8.self) }
        operatorIndex = Dictionary(uniqueKeysWithValues: zip(named, named.indices))
    }

    /// The index of one of our own people; nil for the business itself, and for persons.
    func answering(_ author: [UInt8]) -> Int? { operatorIndex[author] }

    /// The index of a person; nil for our own authors.
    func person(_ author: [UInt8]) -> Int? { index[author] }

    var counterparts: [Counterpart] {
        persons.map { name in
            let address =
                ExportAuthor.phone(name).map { PersonAddress(.phone, $0) }
                ?? PersonAddress(.author, String(decoding: name, as: UTF8.self))
            return Counterpart(addresses: [address], evidence: .export)
        }
    }
}

/// Gathers the items of an export into batches.
private struct Reading {
    private let settings: ImportSettings
    private let authors: ExportAuthors
    private var fingerprints: ExportFingerprint
    private var clock: LocalClock
    private let empty: ThreadBatch
    private(set) var batch: ThreadBatch
    private(set) var bytes = 0

    init(settings: ImportSettings, authors: ExportAuthors, identity: ThreadIdentity, classified: ConversationClass) {
        (self.settings, self.authors) = (settings, authors)
        fingerprints = ExportFingerprint(hash: settings.hash, thread: identity.key)
        clock = LocalClock(settings.intakeCalendar)
        empty = ThreadBatch(
            identity: identity, counterparts: authors.counterparts, classified: classified,
            operators: authors.operators)
        batch = empty
    }

    /// What was gathered; gathering begins again.
    mutating func next() -> ThreadBatch {
        defer { (batch, bytes) = (empty, 0) }
        return batch
    }

    mutating func take(_ item: ExportItem, summary: inout ImportSummary) {
        let sentAt = settings.usable(item.time.map { clock.instant($0) })
        let author = item.author ?? []
        switch item.content {
        case .message(let kind, let text, let isEdited):
            summary.messages += 1
            if kind.isMedia { summary.media += 1 }
            if sentAt == nil { summary.undated += 1 }
            let fingerprint = fingerprints.of(
                .message, author: author, time: item.time, word: ExportFingerprint.word(kind), text: text)
            let person = authors.person(author)
            batch.messages.append(
                ImportedMessage(
                    fingerprint: fingerprint, sentAt: sentAt, direction: person == nil ? .oursByHuman : .fromPerson,
                    kind: kind, text: text, edited: isEdited, counterpart: person,
                    answeredBy: person == nil ? authors.answering(author) : nil, attachment: item.attachment))
            bytes += text?.count ?? 0
        case .call(let kind):
            summary.calls += 1
            let fingerprint = fingerprints.of(.call, author: author, time: item.time, word: kind.rawValue, text: nil)
            batch.calls.append(
                ThreadBatch.Call(fingerprint: fingerprint, kind: kind, at: sentAt, counterpart: authors.person(author)))
        case .notice(let text):
            summary.notices += 1
            takeNumberChange(text, time: item.time, at: sentAt)
        }
    }

    /// In a chat with one person, a notice of a changed number that holds the new one gives it to that person.
    private mutating func takeNumberChange(_ text: [UInt8], time: LocalTime?, at sentAt: Instant?) {
        let words = String(decoding: text, as: UTF8.self)
        guard !authors.isGroup, ExportWords.numberChanges.contains(where: { words.contains($0) }) else { return }
        for phone in ExportAuthor.phones(in: text) {
            let fingerprint = fingerprints.of(.notice, author: [], time: time, word: phone, text: nil)
            batch.newNumbers.append((fingerprint, phone, sentAt))
        }
    }
}
