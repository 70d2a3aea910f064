import Conversations
import Fixtures
import Foundation
import NightlyRun
import Testing

/// Keyed pseudonyms in texts, where the policy asks for them.
@Suite struct PseudonymInTextTests {
    /// What stands for a number in each text, in order.
    private func pseudonyms(_ texts: [String]) -> [String] {
        texts.flatMap { text in
            text.components(separatedBy: "[phone ").dropFirst().compactMap {
                $0.split(separator: "]").first.map(String.init)
            }
        }
    }

    @Test func `a number has one pseudonym in the archives of a year, and another in those of the next`() throws {
        let desk = try Desk(.native)
        desk.policy = try DeskPolicy.parsed(("regions: [BE, FR, GB]", "regions: [BE, FR, GB], replacement: pseudonym"))
        let person = try desk.person("Marie Lambert")
        for day in ["2024-01-10", "2024-01-11", "2025-01-10"] {
            try desk.conversation(
                of: person, on: day, texts: ["mon gsm : 0470 00 00 01", "+32 470 00 00 01", "0470 00 00 02"],
                answers: [])
        }
        try desk.run("2026-02-01")
        let lines = try desk.segments().flatMap { try desk.archivedLines($0) }.sorted()
        #expect(lines.count == 3)
        let found = lines.map { pseudonyms([$0]) }
        #expect(found.allSatisfy { $0.count == 3 && $0[0] == $0[1] && $0[0] != $0[2] })
        #expect(Set(found.map { $0[0] }).count == 2)
        #expect(try desk.filesHolding("470 00 00 01").isEmpty)
    }

    @Test func `texts that stay in the store have pseudonyms too, and a second night changes nothing`() throws {
        let desk = try Desk(.native)
        desk.policy = try DeskPolicy.parsed(("regions: [BE, FR, GB]", "regions: [BE, FR, GB], replacement: pseudonym"))
        let person = try desk.person("Marie Lambert")
        let id = try desk.conversation(
            of: person, on: "2025-01-10", texts: ["mon gsm : 0470 00 00 01", "+32 470 00 00 01"], answers: [])
        try desk.run("2025-08-01")
        let texts = try desk.texts(of: id).compactMap { $0 }
        #expect(Set(pseudonyms(texts)).count == 1 && pseudonyms(texts).count == 2)
        try desk.run("2025-08-02")
        #expect(try desk.texts(of: id).compactMap { $0 } == texts)
    }
}
