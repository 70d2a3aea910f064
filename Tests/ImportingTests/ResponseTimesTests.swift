import Testing

@testable import Importing

struct ResponseTimesTests {
    @Test func `an answer after the cut still answers the question`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(
            text: """
                13/06/2025, 10:00 - Lena: Une question
                20/07/2025, 10:00 - Helpdesk: Pardon, voici la réponse
                """)
        #expect(
            try fixture.instants("select responded_at from conversation order by id") == ["2025-07-20T08:00:00Z", nil])
        #expect(
            try fixture.instants("select first_inbound_at from conversation order by id") == [
                "2025-06-13T08:00:00Z", nil,
            ])
        #expect(try fixture.integers("select answered from conversation order by id") == [0, 1])
    }

    @Test func `an answer that a later export brings is found`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(
            text:
                "13/06/2025, 10:00 - Lena: Une question\n13/06/2025, 10:00 - Helpdesk: x\n30/06/2025, 10:00 - Lena: Encore ?\n"
        )
        #expect(
            try fixture.instants("select responded_at from conversation order by id") == ["2025-06-13T08:00:00Z", nil])
        try fixture.importing(text: "13/06/2025, 10:00 - Lena: Une question\n15/08/2025, 10:00 - Helpdesk: Oui\n")
        #expect(
            try fixture.instants("select responded_at from conversation order by id") == [
                "2025-06-13T08:00:00Z", "2025-08-15T08:00:00Z", nil,
            ])
    }

    @Test func `a question that arrives after its answer is answered`() throws {
        let fixture = try ImportFixture()
        let answer = "13/06/2025, 12:00 - Helpdesk: Oui, demain\n13/06/2025, 13:00 - Lena: Merci\n"
        try fixture.importing(text: answer)
        #expect(try fixture.instants("select responded_at from conversation") == [nil])
        try fixture.importing(text: "13/06/2025, 11:00 - Lena: C'est ouvert ?\n" + answer)
        #expect(try fixture.instants("select first_inbound_at from conversation") == ["2025-06-13T09:00:00Z"])
        #expect(try fixture.instants("select responded_at from conversation") == ["2025-06-13T10:00:00Z"])
    }
}
