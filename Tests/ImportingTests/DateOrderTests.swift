import Testing

@testable import Importing

struct DateOrderTests {
    private func survey(_ lines: String...) throws -> DateOrderSurvey {
        var survey = DateOrderSurvey()
        for line in lines {
            survey.add(try #require(Array(line.utf8).withUnsafeBufferPointer { ExportHeader($0) }))
        }
        return survey
    }

    @Test func `a value above 12 decides, wherever it stands`() throws {
        let orders = try survey("01/02/2025, 10:00 - x", "01/13/2025, 10:00 - x", "01/03/2025, 10:00 - x").decide(
            given: nil)
        #expect((orders.order, orders.evidence) == (.mdy, .valueAbove12))
        #expect(try survey("13/01/2025, 10:00 - x").decide(given: nil).order == .dmy)
    }

    @Test func `rising dates decide nothing`() throws {
        let rising = try survey("01/02/2025, 10:00 - x", "02/02/2025, 10:00 - x", "03/02/2025, 10:00 - x")
        #expect(throws: ImportFault.undecidableDates) { try rising.decide(given: nil) }
    }

    @Test func `what somebody says applies only where the file cannot decide`() throws {
        #expect(try survey("01/02/2025, 10:00 - x").decide(given: .mdy).evidence == .given)
        let decided = try survey("13/02/2025, 10:00 - x").decide(given: .mdy)
        #expect((decided.order, decided.evidence) == (.dmy, .valueAbove12))
    }

    @Test func `a shape that begins in mid-file is decided by itself`() throws {
        let two = try survey("13/02/2025, 10:00 - x", "[01/02/25, 10:00:00] y: z")
        #expect(throws: ImportFault.undecidableDates) { try two.decide(given: nil) }
        #expect(try two.decide(given: .mdy).evidence == .given)
    }

    @Test func `values above 12 in both places are a question`() throws {
        let both = try survey("13/02/2025, 10:00 - x", "02/13/2025, 10:00 - x")
        #expect(throws: ImportFault.contradictoryDates) { try both.decide(given: nil) }
    }

    @Test func `a year in front is no question`() throws {
        #expect(try survey("2025-01-02, 10:00 - x").decide(given: nil).evidence == .yearFirst)
    }
}
