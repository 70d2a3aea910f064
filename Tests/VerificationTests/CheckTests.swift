import Conversations
import Foundation
import Testing

@testable import Verification

struct CheckTests {
    @Test func `nothing examined is not proven, and never passed`() {
        #expect(Check(id: "C1", title: "archives open", examined: 0, failing: 0).outcome == .notProven)
        #expect(Check(id: "C1", title: "archives open", examined: 3, failing: 0).outcome == .proven)
    }

    @Test func `one failure is a failure, whatever was examined`() {
        #expect(Check(id: "C1", title: "archives open", examined: 1000, failing: 1).outcome == .failed)
        #expect(Check(id: "C1", title: "archives open", examined: 0, failing: 1).outcome == .failed)
    }

    @Test func `a check is read back from a record as it was written`() throws {
        let check = Check(
            id: "holds-reviewed", title: "no hold is past its review", examined: 2, failing: 1,
            oldest: Instant(seconds: 1_767_225_600), isFinding: true)
        let json = try JSONEncoder().encode(check)
        #expect(try JSONDecoder().decode(Check.self, from: json) == check)
        #expect(String(decoding: json, as: UTF8.self).contains("2026-01-01T00:00:00Z"))
    }
}
