import Archiving
import Conversations
import Fixtures
import StorePort
import Synchronization
import Testing
import Verification

@testable import NightlyRun

/// Numbers that a night erased are remembered, by keyed hash, until a search has shown that they are gone. No search is
/// made here: what was taken down stays to be looked at.
@Suite struct ErasedNumbersTests {
    /// Hashes of every number of some texts, as a night remembers them.
    private func hashes(of texts: [String], _ desk: Desk) throws -> Set<UInt64> {
        let key = try desk.keys.hmac(.ledger, Array("erased numbers".utf8)).bytes
        var values = ResidueValues(key: key)
        for text in texts { Array(text.utf8).withUnsafeBytes { values.add(numbersOf: $0) } }
        return Set(values.numbers.map(values.hash))
    }

    @Test(arguments: StoreForm.allCases)
    func `numbers in texts that were archived are remembered, and no other`(form: StoreForm) throws {
        let desk = try Desk(form)
        let person = try desk.person("Client", phone: "+32470000020")
        let (gone, kept) = ("Mon voisin : 0470 00 00 91", "Ma voisine : 0470 00 00 92")
        let old = try desk.conversation(of: person, on: "2024-01-10", texts: [gone])
        let young = try desk.conversation(of: person, on: "2026-01-30", texts: [kept])
        try desk.run("2026-02-01")
        #expect(try desk.texts(of: old).isEmpty)
        #expect(try desk.texts(of: young).contains(kept))
        let remembered = Set(try desk.open().erasedHashes())
        let (expected, unexpected) = (try hashes(of: [gone], desk), try hashes(of: [kept], desk))
        #expect(!expected.isEmpty && expected.isSubset(of: remembered))
        #expect(!unexpected.isEmpty && unexpected.isDisjoint(with: remembered))
    }

    @Test(arguments: StoreForm.allCases)
    func `only the spelling that a row holds is not looked for in the store`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.person("Client", phone: "+32470000020")
        let held = try #require(PackedNumber(digitsOf: "+32470000020".utf8))
        let home = try #require(held.national)
        let gone = try #require(PackedNumber(digitsOf: "+32470000091".utf8))
        var stage = try ResidueStage(desk.night("2026-02-01"), desk.open())
        try stage.add([held.bits, home.bits, gone.bits])
        #expect(try stage.living().numbers == [held.bits])
    }

    /// Of texts that change or go where they are, in the one pass before.
    @Test func `numbers of texts for which there is no room are not said to be gone`() throws {
        let desk = try Desk(.native)
        let person = try desk.person("Un Known", phone: "+32470000032")
        let texts = ["Mon voisin : 0470 00 00 91", "Ma voisine : 0470 00 00 92"]
        for text in texts { try desk.conversation(of: person, "unknown", "unknown", on: "2025-09-10", texts: [text]) }
        let (night, store) = (try desk.night("2026-02-01"), try desk.open())
        let worklist = try store.read { snapshot in
            var stage = try PlanStage(night, snapshot, isRaising: true)
            _ = try stage.plan()
            return stage.worklist
        }
        #expect(worklist.conversations.count == 2)
        for (room, checks) in [(1, ["B5", "B5-rest"]), (1_000, ["B5"])] {
            var stage = try ResidueStage(night, store, mostNumbers: room)
            try stage.collect(worklist)
            #expect(try stage.checks(.done, nil).map(\.id) == checks)
        }
    }

    /// Of what is archived, batch by batch.
    @Test func `numbers for which there is no room are not said to be gone`() throws {
        let desk = try Desk(.native)
        let numbers = try (0..<3).map { try #require(PackedNumber(digitsOf: "+3247000009\($0)".utf8)).bits }
        var stage = try ResidueStage(desk.night("2026-02-01"), desk.open(), mostNumbers: 2)
        try stage.add(Set(numbers.prefix(2)))
        #expect(try stage.checks(.done, nil).map(\.id) == ["B5"])
        try stage.add([numbers[2]])
        let rest = try #require(try stage.checks(.done, nil).last)
        #expect(rest.id == "B5-rest" && rest.outcome == .notProven)
    }

    /// In an archived line, which is compressed in its file. What redaction keeps in texts may be somebody's number: where
    /// numbers stay on purpose none is looked for.
    @Test(arguments: [(true, 1), (false, 0)])
    func `a person's own number in an archived line is residue`(isSearched: Bool, hits: Int) throws {
        let desk = try Desk(.native)
        let archive = try ArchiveFolder.create(path: desk.folder + "/other")
        let ends = CivilDate(daysSince1970: 21_670)
        let line = ArchivedConversation(
            conversation: 1, person: "p-1", role: .client, purpose: .assistance, notice: "2025-09-01",
            opened: Instant("2026-01-02T03:04:05Z"), closed: nil, endsOn: ends,
            messages: [
                .init(
                    n: 1, at: Instant("2026-01-02T03:04:05Z"), from: .person, author: nil, kind: "text",
                    text: .init("Rappelez le 0470 00 00 91"))
            ])
        var builder = SegmentBuilder(limit: 1 << 16)
        try builder.append(conversation: 1, messages: 1, line: line.line, hashes: [])
        let segment = try builder.finish(
            SegmentFacts(
                storeID: "0123456789abcdef", run: 1, batch: 1, rule: "client", policyHash: "", cohort: 2029,
                keyID: "00ff00ff00ff00ff", endsOn: ends))
        try archive.write(segment)
        var values = ResidueValues(key: [UInt8](repeating: 0, count: 16))
        values.add(number: "+32470000091".utf8)
        let answer = try ResidueScan.answer(
            .init(
                files: .init(
                    store: [], others: [], archive: archive.path, segments: [WrittenSegment(segment)],
                    searchesSegments: isSearched),
                values: values, living: ResidueHits()))
        #expect(answer.segments.count == hits && answer.damagedSegments == 0)
        var stage = try ResidueStage(desk.night("2026-02-01"), desk.open())
        try stage.add(values.numbers)
        #expect(try stage.checks(.done, answer).first?.failing == hits)
    }

    @Test func `a night that is stopped remembers the numbers of the batches it committed`() throws {
        let desk = try Desk(.native)
        let person = try desk.person("Client", phone: "+32470000020")
        let texts = (1...3).map { "Autre numéro : 0470 00 00 9\($0)" }
        // Each ends in another month, so each is a batch of its own.
        for (month, text) in zip(1..., texts) {
            try desk.conversation(of: person, on: "2024-0\(month)-10", texts: [text])
        }
        // Asked between batches: one was read, one composed, one committed before the fourth time.
        let asked = Atomic(0)
        try desk.run("2026-02-01", shouldStop: { asked.add(1, ordering: .relaxed).newValue >= 4 })
        let remembered = Set(try desk.open().erasedHashes())
        let (first, last) = (try hashes(of: [texts[0]], desk), try hashes(of: [texts[2]], desk))
        #expect(try desk.count(.conversation) < 3)
        #expect(first.isSubset(of: remembered))
        #expect(last.isDisjoint(with: remembered))
    }
}
