import Conversations
import Testing

@testable import Policies

/// Who answers for a rule, what the notice names, and dates that cannot have happened yet.
@Suite struct AccountabilityTests {
    private func parse(_ edits: (String, String)..., today: String? = nil) throws -> Policy {
        let text = try SamplePolicy.edited(SamplePolicy.text, edits)
        return try PolicyParser.parse(
            Array(text.utf8), file: "Retention.yaml", today: today.map { try #require(CivilDate($0)) })
    }

    private static let reason = "    reason: "

    @Test func `a rule may say its basis and its owner, and both are part of what is approved`() throws {
        let plain = try parse()
        let name = try #require(plain.rules.first).name
        let said = try parse(
            (
                "- name: \(name)\n",
                "- name: \(name)\n    basis: contract, GDPR article 6(1)(b)\n    owner: head of support\n"
            ))
        #expect(said.rules.first?.basis == "contract, GDPR article 6(1)(b)")
        #expect(said.rules.first?.owner == "head of support")
        #expect(try PolicyHash.of(said) != PolicyHash.of(plain))
    }

    @Test func `a rule for a purpose that the notice does not name is refused`() throws {
        let notice = "version: 2025-01-22"
        #expect(throws: Never.self) {
            _ = try parse(
                (notice, notice + ", purposes: [assistance, question, application, technical, quality, information]"))
        }
        let shown = try SamplePolicy.problems((notice, notice + ", purposes: [technical]"))
        #expect(shown.contains("the notice does not name the purpose"))
    }

    @Test func `a date of the past does not lie in the future`() throws {
        #expect(throws: Never.self) { _ = try parse(today: "2025-01-22") }
        do {
            _ = try parse(today: "2025-01-21")
            Issue.record("taken")
        } catch let error as PolicyProblems {
            #expect(error.rendered.contains("2025-01-22 lies in the future"))
        }
    }

    @Test func `another data map makes another hash of the same policy`() throws {
        let policy = try parse()
        let map = DataMap(store: "shop", clock: .unixSeconds, tables: [])
        let other = DataMap(store: "shop", clock: .unixMilliseconds, tables: [])
        let hashes = try [PolicyHash.of(policy), PolicyHash.of(policy, map: map), PolicyHash.of(policy, map: other)]
        #expect(Set(hashes).count == 3)
        #expect(try PolicyHash.of(policy, map: map) == hashes[1])
    }
}
