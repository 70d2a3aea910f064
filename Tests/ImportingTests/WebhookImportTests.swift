import Conversations
import Foundation
import Testing

@testable import Importing

struct WebhookImportTests {
    private typealias Webhook = WebhookFixture

    private func importing(_ payloads: String..., into fixture: ImportFixture) throws -> ImportSummary {
        try fixture.importing(text: payloads.joined(separator: "\n"), name: "payloads-\(payloads.hashValue).jsonl")
    }

    @Test func `a payload becomes a conversation, and its person has every address that it names`() throws {
        let fixture = try ImportFixture()
        let summary = try importing(
            Webhook.payload("messages", Webhook.contact(id: "BE.77"), Webhook.text("Bonjour", id: "wamid.A")),
            into: fixture)
        #expect(summary.fault == nil)
        #expect((summary.messages, summary.conversations, summary.unclassified) == (1, 1, 1))
        #expect(try fixture.strings("select text from message") == ["Bonjour"])
        #expect(try fixture.instants("select sent_at from message") == ["2025-10-09T08:53:20Z"])
        #expect(
            try fixture.strings("select kind || ' ' || value from address order by id") == [
                "phone +32470123456", "wa-id 32470123456", "bsuid BE.77",
            ])
        #expect(try fixture.strings("select display_name from person") == ["Lena Vos"])
    }

    @Test func `a message id is kept nowhere, in whatever form`() throws {
        let fixture = try ImportFixture()
        let id = Webhook.wamid("32470123456", "tail-of-it")
        let reply = Webhook.text(
            "Oui", id: Webhook.wamid("32470123456", "other"), at: 1_760_000_100,
            more: #","context":{"from":"x","id":"\#(id)"}"#)
        _ = try importing(
            Webhook.payload("messages", Webhook.contact(), Webhook.text("Bonjour", id: id)),
            Webhook.payload("messages", Webhook.contact(), reply), into: fixture)
        try fixture.queue.writeWithoutTransaction { try $0.execute(sql: "vacuum") }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/store.sqlite"))
        for secret in [id, String(id.dropFirst(6)), "tail-of-it", "990011", Webhook.ours] {
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
        }
        // The reply leads to the message by the keyed hash that the message is known by.
        #expect(
            try fixture.integer(
                "select s.n from message m join retention_seen s on s.hash = m.reply_to where m.text = 'Oui'") == 1)
    }

    @Test func `importing a payload again, or a retry of it, adds nothing`() throws {
        let fixture = try ImportFixture()
        let payload = Webhook.payload("messages", Webhook.contact(), Webhook.text("Bonjour", id: "wamid.A"))
        _ = try importing(payload, payload, into: fixture)
        let before = try fixture.dump()
        let again = try importing(payload, into: fixture)
        #expect(again.duplicates == 1)
        #expect(try fixture.dump() == before)
        #expect(try fixture.integers("select messages from conversation") == [1])
    }

    @Test func `one payload, an array and payloads over many lines are read alike`() throws {
        let payload = Webhook.payload("messages", Webhook.contact(), Webhook.text("Bonjour", id: "wamid.A"))
        let pretty = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(payload.utf8)), options: .prettyPrinted)
        for text in [
            payload, "[\(payload),\(payload)]", String(decoding: pretty, as: UTF8.self), "{\"first\":\(payload)}",
        ] {
            let fixture = try ImportFixture()
            #expect(try fixture.importing(text: text, name: "x").fault == nil)
            #expect(try fixture.strings("select text from message") == ["Bonjour"])
        }
    }

    @Test func `what cannot be taken is told with its line, and the rest is imported`() throws {
        let fixture = try ImportFixture()
        let good = { (id: String) in Webhook.payload("messages", Webhook.contact(), Webhook.text("Bonjour", id: id)) }
        let summary = try importing(
            good("wamid.A"), "{not json}", good("wamid.B"),
            #"{"entry":[{"changes":[{"field":"weather","value":{}}]}]}"#, #"{"x":1}"#, into: fixture)
        #expect(summary.fault?.line == 2)
        #expect(summary.fault?.exitCode == 65)
        #expect(summary.unplaced == 3)
        #expect(try fixture.integers("select messages from conversation") == [2])
        #expect(try fixture.integers("select refused from retention_source") == [3])
    }

    @Test func `a file of an unknown shape leaves no trace`() throws {
        let fixture = try ImportFixture()
        let summary = try importing(#"{"hello":"world"}"#, into: fixture)
        #expect(summary.fault?.what.contains("no `entry`") == true)
        #expect(try fixture.dump() == [])
        #expect(try fixture.integers("select count(*) from retention_source") == [0])
    }

    @Test func `our echoes and a shared history are dated by themselves`() throws {
        let fixture = try ImportFixture()
        let echo =
            #""message_echoes":[{"from":"\#(Webhook.ours)","to":"32470123456","id":"wamid.E","timestamp":1760000500,"type":"text","text":{"body":"Réponse"}}]"#
        let history =
            #""history":[{"metadata":{"phase":0},"threads":[{"id":"32470123456","messages":[{"from":"32470123456","id":"wamid.H1","timestamp":"1700000000","type":"text","text":{"body":"Ancien"}},{"from":"\#(Webhook.ours)","to":"32470123456","id":"wamid.H2","timestamp":"1700000060","type":"text","text":{"body":"Vu"}}]}]}]"#
        let summary = try importing(
            Webhook.payload("messages", Webhook.contact(), Webhook.text("Bonjour", id: "wamid.A")),
            Webhook.payload("smb_message_echoes", echo),
            Webhook.payload("history", history), into: fixture)
        #expect(summary.fault == nil)
        #expect(
            try fixture.strings("select text || direction from message order by sent_at") == [
                "Ancien0", "Vu1", "Bonjour0", "Réponse1",
            ])
        #expect(
            try fixture.instants("select collected_at from conversation order by opened_at") == [
                "2023-11-14T22:14:20Z", "2025-10-09T09:01:40Z",
            ])
        #expect(
            try fixture.instants("select responded_at from conversation order by opened_at") == [
                "2023-11-14T22:14:20Z", "2025-10-09T09:01:40Z",
            ])
    }

    @Test func `delivery receipts move no clock and make no person`() throws {
        let fixture = try ImportFixture()
        let summary = try importing(
            Webhook.payload(
                "messages",
                #""statuses":[{"id":"wamid.Z","recipient_id":"32470123456","status":"read","timestamp":"1760000000"}]"#),
            into: fixture)
        #expect((summary.statuses, summary.fault) == (1, nil))
        #expect(try fixture.dump() == [])
    }

    @Test func `calls are events and preferences minimal facts, each once`() throws {
        let fixture = try ImportFixture()
        let call = Webhook.payload(
            "calls", Webhook.contact(),
            #""calls":[{"id":"wacid.1","from":"32470123456","to":"\#(Webhook.ours)","event":"connect","timestamp":"1760000000","direction":"USER_INITIATED","session":{"sdp":"c=IN IP4 192.0.2.1"}}]"#
        )
        let stop = Webhook.payload(
            "user_preferences", Webhook.contact(),
            #""user_preferences":[{"wa_id":"32470123456","detail":"User requested to stop","category":"marketing_messages","value":"stop","timestamp":1760000000}]"#
        )
        for _ in 0..<2 { #expect(try importing(call, stop, into: fixture).fault == nil) }
        #expect(try fixture.strings("select kind from event") == ["voice-call"])
        #expect(
            try fixture.strings("select kind || ' ' || given || ' ' || evidence from preference") == [
                "information-opt-out 1 marketing_messages stop"
            ])
        #expect(
            try fixture.integer(
                "select count(distinct person) from (select person from event union select person from preference)")
                == 1)
    }

    @Test func `a message that is taken back loses its text, whenever the news comes`() throws {
        let text = Webhook.payload("messages", Webhook.contact(), Webhook.text("Secret", id: "wamid.A"))
        let revoke = Webhook.payload(
            "messages", Webhook.contact(),
            Webhook.message("revoke", #""revoke":{"original_message_id":"wamid.A"}"#, id: "wamid.R", at: 1_760_000_050))
        let fixture = try ImportFixture()
        _ = try importing(text, into: fixture)
        for _ in 0..<2 { #expect(try importing(revoke, text, into: fixture).fault == nil) }
        #expect(try fixture.strings("select kind || coalesce(text, ' gone') from message") == ["deleted gone"])
        #expect(try fixture.integers("select bytes from conversation") == [0])
        let before = try ImportFixture()
        _ = try importing(revoke, into: before)
        _ = try importing(text, into: before)
        #expect(try before.integer("select count(*) from message") == 0)
    }

    @Test func `an edit replaces the text, whenever the news comes`() throws {
        let text = Webhook.payload("messages", Webhook.contact(), Webhook.text("Rue 1", id: "wamid.A"))
        let edit = Webhook.payload(
            "messages", Webhook.contact(),
            Webhook.message(
                "edit", #""edit":{"original_message_id":"wamid.A","message":{"type":"text","text":{"body":"Rue 22"}}}"#,
                id: "wamid.E", at: 1_760_000_050))
        for order in [[text, edit], [edit, text], [edit + "\n" + text]] {
            let fixture = try ImportFixture()
            for payloads in order + order { _ = try importing(payloads, into: fixture) }
            #expect(try fixture.strings("select text from message") == ["Rue 22"])
            #expect(try fixture.integers("select bytes from conversation") == [6])
        }
    }

    @Test func `a message without a usable date stops the clocks and is counted`() throws {
        let fixture = try ImportFixture()
        let summary = try importing(
            Webhook.payload("messages", Webhook.contact(), Webhook.text("Demain", id: "wamid.A", at: 1_900_000_000)),
            into: fixture)
        #expect(summary.undated == 1)
        #expect(try fixture.integers("select sent_at from message") == [nil])
        #expect(try fixture.integers("select collected_at from conversation") == [nil])
        #expect(try fixture.integers("select last_inbound_at from conversation") == [nil])
        #expect(try fixture.integers("select closed_at from conversation") == [nil])
        #expect(try fixture.integers("select last_inbound_at from person") == [nil])
        #expect(try fixture.integers("select refused from retention_source") == [1])
    }

    @Test func `a group has a person for each who writes`() throws {
        let fixture = try ImportFixture()
        let message = { (id: String, from: String) in
            Webhook.payload(
                "messages", Webhook.contact(from), Webhook.text("x", id: id, from: from, more: #","group_id":"G1""#))
        }
        _ = try importing(message("wamid.A", "32470123456"), message("wamid.B", "32470654321"), into: fixture)
        #expect(try fixture.integer("select count(*) from conversation") == 1)
        #expect(try fixture.integers("select author from message order by n") == [1, 2])
        #expect(
            try fixture.integers("select person from conversation union all select person from participant") == [1, 2])
    }

    @Test func `role and purpose come from the number that was written to`() throws {
        let fixture = try ImportFixture()
        fixture.settings.sources = [
            .init(number: "+32 470 00 00 01", folder: nil, label: nil, role: .candidate, purpose: .application)
        ]
        let summary = try importing(
            Webhook.payload("messages", Webhook.contact(), Webhook.text("x", id: "wamid.A")), into: fixture)
        #expect(summary.unclassified == 0)
        #expect(try fixture.strings("select role || ' ' || purpose from conversation") == ["candidate application"])
    }
}
