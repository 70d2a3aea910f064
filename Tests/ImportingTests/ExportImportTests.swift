import Testing

@testable import Importing

struct ExportImportTests {
    static let chat = """
        20/11/2025, 09:00 - Messages and calls are end-to-end encrypted. Tap to learn more.
        20/11/2025, 09:01 - Lena Vos: Bonjour, ma commande n'est pas arrivée
        20/11/2025, 09:05 - Helpdesk: Bonjour, quel est votre numéro de commande ?
        20/11/2025, 09:06 - Lena Vos: 4711

        C'était un cadeau

        """

    @Test func `an export becomes a conversation with its messages, clocks and counts`() throws {
        let fixture = try ImportFixture()
        let summary = try fixture.importing(text: Self.chat)
        #expect(summary.fault == nil)
        #expect((summary.messages, summary.notices, summary.unplaced) == (3, 1, 0))
        #expect((summary.dateOrder, summary.dateOrderEvidence) == (.dmy, .valueAbove12))
        #expect(
            try fixture.strings("select text from message order by n") == [
                "Bonjour, ma commande n'est pas arrivée", "Bonjour, quel est votre numéro de commande ?",
                "4711\n\nC'était un cadeau",
            ])
        #expect(try fixture.integers("select direction from message order by n") == [0, 1, 0])
        #expect(try fixture.instants("select opened_at from conversation") == ["2025-11-20T08:01:00Z"])
        #expect(try fixture.instants("select collected_at from conversation") == ["2025-11-20T08:06:00Z"])
        #expect(try fixture.instants("select last_inbound_at from conversation") == ["2025-11-20T08:06:00Z"])
        #expect(try fixture.instants("select closed_at from conversation") == ["2025-12-20T08:06:00Z"])
        #expect(try fixture.instants("select first_inbound_at from conversation") == ["2025-11-20T08:01:00Z"])
        #expect(try fixture.instants("select responded_at from conversation") == ["2025-11-20T08:05:00Z"])
        #expect(try fixture.instants("select last_inbound_at from person") == ["2025-11-20T08:06:00Z"])
        #expect(try fixture.strings("select kind || ' ' || value from address") == ["author Lena Vos"])
        #expect(
            try fixture.strings("select role || purpose || closed_by || notice from conversation") == [
                "unknownunknownsilence2025-11-01"
            ])
        #expect(try fixture.integer("select answered + 10 * inbound + 100 * messages from conversation") == 320)
        #expect(
            try fixture.integer("select bytes from conversation")
                == fixture.integer("select sum(length(cast(text as blob))) from message"))
    }

    @Test func `importing twice adds nothing`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: Self.chat)
        let before = try fixture.dump()
        let again = try fixture.importing(text: Self.chat)
        #expect(again.duplicates == 3)
        #expect(try fixture.dump() == before)
    }

    @Test func `a cumulative export adds only what is new`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: Self.chat)
        let longer = Self.chat + "21/11/2025, 10:00 - Helpdesk: Elle arrive demain\n"
        let summary = try fixture.importing(text: longer, name: "later.txt")
        #expect((summary.messages, summary.added, summary.conversations) == (4, 1, 0))
        #expect(try fixture.integers("select messages from conversation") == [4])
        #expect(try fixture.instants("select closed_at from conversation") == ["2025-11-28T09:00:00Z"])
    }

    @Test(arguments: ["20/11/2025, 25:04 - ", "20/11/2025, 9:61 - ", "45/45/2025, 09:07 - "])
    func `a message whose date cannot be has none, and stays its author's`(head: String) throws {
        let fixture = try ImportFixture()
        let chat =
            "20/11/2025, 09:01 - Lena Vos: Bonjour\n20/11/2025, 09:05 - Helpdesk: Oui ?\n\(head)Lena Vos: secret\n"
        let summary = try fixture.importing(text: chat)
        #expect((summary.messages, summary.undated) == (3, 1))
        #expect(try fixture.strings("select text from message where direction = 1") == ["Oui ?"])
        #expect(
            try fixture.integer(
                "select count(*) from message where text = 'secret' and direction = 0 and sent_at is null") == 1)
        // Without a date nothing is erased, and the file is no source that may go.
        #expect(try fixture.integer("select refused from retention_source") == 1)
        // What looks so and has no author is somebody's text.
        let quoted = try ImportFixture()
        #expect(
            try quoted.importing(
                text: "20/11/2025, 09:01 - Lena Vos: à\n\(head)puis\n20/11/2025, 09:05 - Helpdesk: Oui\n"
            ).messages == 2)
    }

    @Test func `a conversation older than the notice is under no known version of it`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: "20/10/2024, 09:01 - Lena Vos: Bonjour\n20/10/2024, 09:05 - Helpdesk: Oui ?\n")
        #expect(try fixture.strings("select notice from conversation") == [nil])
    }
}
