import Conversations
import Planning
import Policies
import Redaction
import StorePort
import Verification

/// What the rows of the store hold: nothing clear past its step, in whatever table.
extension Verifier {
    /// Conversations looked at again without `--sweep`.
    private static let sample = 2_000

    func content() throws -> [Check] {
        let orphans = try store.orphans()
        let triggers = try store.triggers()
        let emptied = try store.emptied()
        let columns = Check(
            id: "B2-emptied", title: "no column that was emptied holds something again", examined: emptied.examined,
            failing: emptied.failing)
        // A store may have no such column.
        return (emptied.examined > 0 ? [columns] : []) + [
            try redactedTexts(), try pseudonymisedPersons(), try strangeTables(),
            Check(
                id: "B7", title: "no row belongs to a row that is gone", examined: orphans.examined,
                failing: orphans.failing),
            Check(
                id: "store-triggers", title: "the store tells when a record was written to",
                examined: triggers.examined, failing: triggers.failing),
            Check(
                id: "store-sound", title: "the database is sound", examined: 1, failing: try store.quickCheck() ? 0 : 1),
        ] + (extent.isSweep ? [try otherColumns()] : [])
    }

    /// Redacting a text twice changes nothing: a redacted conversation in which something is found was not redacted.
    private func redactedTexts() throws -> Check {
        var redacted: [(id: Int64, done: Actions)] = []
        try store.read { snapshot in
            for group in try snapshot.groups() where group.done.isRedacting {
                try snapshot.eachConversation(in: group, floorBefore: nil, asOf: night.asOf) {
                    redacted.append(($0.id, $0.done))
                }
            }
        }
        let stride = extent.isSweep ? 1 : max(redacted.count / Self.sample, 1)
        let chosen = redacted.sorted { $0.id < $1.id }.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
        let done = Dictionary(chosen.map { ($0.id, $0.done) }, uniquingKeysWith: { first, _ in first })
        let names = try KnownNames(store, operators: night.policy.intake.operators).names().ofConversations
        var redactor = TextRedactor(night.policy, names)
        let year = night.today.year
        let cohort = TextRedactor.Cohort(year: year, hasher: try night.keys.hasher(.archive(endYear: year)))
        var (examined, failing, oldest) = (0, 0, [Instant]())
        try store.eachContent(of: chosen.map(\.id)[...]) { content in
            examined += 1
            _ = redactor.redact(content, done[content.id] ?? [], cohort)
            let left = content.messages.indices.contains { content.messages[$0].hasText && redactor.isChanged($0) }
            if left {
                failing += 1
                oldest += content.opened.map { [Instant(seconds: $0)] } ?? []
            }
            return true
        }
        return Check(
            id: "B2", title: "no number or name is left in a redacted text", examined: examined, failing: failing,
            oldest: oldest.min())
    }

    private func pseudonymisedPersons() throws -> Check {
        var persons: [Int64] = []
        try store.read { snapshot in
            try snapshot.eachPerson(wakingBy: nil, asOf: night.asOf) {
                if $0.done.contains(.pseudonymise) { persons.append($0.id) }
            }
        }
        let clear = try store.profiles(of: persons).count { !$0.names.isEmpty || !$0.addresses.isEmpty }
        return Check(
            id: "B2-persons", title: "no pseudonymised person has a number or a name", examined: persons.count,
            failing: clear)
    }

    /// In tables that the data map does not list, numbers that no row of a listed table holds: their person is gone.
    private func strangeTables() throws -> Check {
        let title = "no other table holds a number that the store's own tables no longer hold"
        guard try !store.read({ try $0.unlistedTables() }).isEmpty else {
            // No other table: the whole of the database was examined.
            return Check(id: "B2-tables", title: title, examined: 1, failing: 0)
        }
        var held = ResidueValues(key: [])
        try store.eachStoredText { text in
            guard text.isListed else { return true }
            held.add(numbersOf: text.bytes)
            if text.bytes.count < 40 { held.add(number: text.bytes) }
            return true
        }
        var finder = NumberFinder(night.policy)
        var (examined, failing) = (0, 0)
        try store.eachStoredText { text in
            guard !text.isListed else { return true }
            examined += 1
            let strange = finder.numbers(in: text.bytes).contains { number in
                PackedNumber(digitsOf: number).map { number in
                    !held.numbers.contains(number.bits)
                        && !(number.national.map { held.numbers.contains($0.bits) } ?? false)
                } ?? false
            }
            if strange { failing += 1 }
            return true
        }
        return Check(id: "B2-tables", title: title, examined: examined, failing: failing)
    }

    /// Columns of listed tables that should hold nothing personal.
    private func otherColumns() throws -> Check {
        let impersonal = Set(
            store.map.tables.flatMap { table in
                let named = Set(table.columns.filter { ![.keep, .hash, .path].contains($0.value) }.keys)
                let text = [table.fields[.text]].compactMap(\.self)
                return table.columns.keys.filter { !named.contains($0) && !text.contains($0) }.map {
                    "\(table.name).\($0)"
                }
            })
        var finder = NumberFinder(night.policy)
        var (examined, failing) = (0, 0)
        try store.eachStoredText { text in
            guard text.isListed, impersonal.contains("\(text.table).\(text.column)") else { return true }
            examined += 1
            if !finder.numbers(in: text.bytes).isEmpty { failing += 1 }
            return true
        }
        return Check(
            id: "B2-columns", title: "no column that should hold no person holds a number", examined: examined,
            failing: failing)
    }
}

/// Finds telephone numbers in any text, in JSON and in message ids as well.
struct NumberFinder {
    private let redactor: Redactor
    private var text = ConversationText()

    init(_ policy: Policy) {
        redactor = Redactor(RedactionSettings(categories: [.phone], regions: policy.redaction.regions))
    }

    /// The digits of each, E.164 where the country could be known.
    mutating func numbers(in bytes: UnsafeRawBufferPointer) -> [[UInt8]] {
        text.removeAll()
        text.append(bytes.bindMemory(to: UInt8.self), sender: 0)
        return redactor.redact(&text, of: []).phoneNumbers.map(\.digits)
    }
}
