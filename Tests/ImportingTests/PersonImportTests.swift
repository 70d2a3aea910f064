import Conversations
import StorePort
import Testing

@testable import Importing

struct PersonImportTests {
    private typealias Webhook = WebhookFixture
    private let year = 31_536_000

    private func text(_ id: String, at: Int = 1_760_000_000, from: String? = "32470123456", contact: String? = nil)
        -> String
    {
        Webhook.payload("messages", contact ?? Webhook.contact(from), Webhook.text("x", id: id, at: at, from: from))
    }

    private func change(_ old: String, _ new: String, at: Int) -> String {
        Webhook.payload(
            "messages",
            Webhook.message(
                "system",
                #""system":{"body":"User A changed from \#(old) to \#(new)","wa_id":"\#(new)","type":"user_changed_number"}"#,
                id: "wamid.S", at: at, from: old))
    }

    private func importing(_ payloads: [String]) throws -> ImportFixture {
        let fixture = try ImportFixture()
        for (index, payload) in payloads.enumerated() {
            #expect(try fixture.importing(text: payload, name: "\(index).json").fault == nil)
        }
        return fixture
    }

    @Test func `one payload that names number and id makes them one person, also when they come alone`() throws {
        let alone = text("wamid.B", at: 1_760_000_100, from: nil, contact: Webhook.contact(nil, id: "BE.77"))
        let both = text("wamid.C", at: 1_760_000_200, contact: Webhook.contact(id: "BE.77"))
        for order in [
            [text("wamid.A"), both, alone], [text("wamid.A"), alone, both], [alone, text("wamid.A"), both],
        ] {
            let fixture = try importing(order)
            #expect(try fixture.integer("select count(*) from person") == 1)
            #expect(
                try fixture.integers("select distinct person from conversation")
                    == fixture.integers("select id from person"))
            #expect(try fixture.integer("select sum(messages) from conversation") == 3)
            #expect(try fixture.integers("select last_inbound_at from person") == [1_760_000_200])
        }
    }

    @Test func `a number that is silent for more than six months is no evidence of the person`() throws {
        let fixture = try importing([
            text("wamid.A", at: 1_700_000_000), text("wamid.B", at: 1_700_000_000 + 185 * 86_400),
        ])
        #expect(try fixture.integer("select count(*) from person") == 2)
        #expect(try fixture.integers("select person from conversation order by id") == [1, 2])
        #expect(
            try fixture.integers("select valid_until is null from address where kind = 'phone' order by id") == [0, 1])
        let within = try importing([
            text("wamid.A", at: 1_700_000_000), text("wamid.B", at: 1_700_000_000 + 183 * 86_400),
        ])
        #expect(try within.integer("select count(*) from person") == 1)
    }

    @Test func `an id stays the person's, however long the silence`() throws {
        let contact = Webhook.contact(id: "BE.77")
        let fixture = try importing([
            text("wamid.A", at: 1_700_000_000, contact: contact),
            text("wamid.B", at: 1_700_000_000 + year, contact: contact),
        ])
        #expect(try fixture.integer("select count(*) from person") == 1)
    }

    @Test func `a notice joins the old number and the new one, in whatever order it comes`() throws {
        let old = text("wamid.A", at: 1_760_000_000)
        let notice = change("32470123456", "32470999999", at: 1_760_001_000)
        let new = text("wamid.B", at: 1_760_002_000, from: "32470999999")
        for order in [
            [old, notice, new], [old, new, notice], [notice, old, new], [[old, new, notice].joined(separator: "\n")],
        ] {
            let fixture = try importing(order)
            #expect(try fixture.integer("select count(*) from person") == 1, "\(order)")
            #expect(try fixture.integer("select count(distinct person) from conversation") == 1)
            #expect(
                try fixture.strings("select value from address where kind = 'phone' and valid_until is null") == [
                    "+32470999999"
                ])
            let before = try fixture.dump()
            for (index, payload) in order.enumerated() {
                try fixture.importing(text: payload, name: "again\(index).json")
            }
            #expect(try fixture.dump() == before)
        }
    }

    @Test func `who had the new number before stays another person`() throws {
        let fixture = try importing([
            text("wamid.A", at: 1_760_000_000), text("wamid.C", at: 1_750_000_000, from: "32470999999"),
            change("32470123456", "32470999999", at: 1_760_001_000),
            text("wamid.B", at: 1_760_002_000, from: "32470999999"),
        ])
        #expect(try fixture.integer("select count(*) from person") == 2)
        #expect(try fixture.integers("select person from conversation order by opened_at") == [2, 1])
    }

    @Test func `joined persons keep the stricter of what is known of them`() throws {
        let fixture = try importing([
            text("wamid.A"), text("wamid.B", at: 1_760_000_100, from: nil, contact: Webhook.contact(nil, id: "BE.77")),
        ])
        try fixture.queue.write { db in
            try db.execute(sql: "update person set restricted = 1, last_inbound_at = null where id = 2")
            try db.execute(
                sql:
                    "insert into retention_hold(person, kind, reason, author, placed_at, review_on) values(2, 'hold', 'r', 'a', 1, '2026-02-01')"
            )
        }
        try fixture.importing(
            text: text("wamid.C", at: 1_760_000_200, contact: Webhook.contact(id: "BE.77")), name: "c.json")
        #expect(try fixture.integers("select restricted from person") == [1])
        #expect(try fixture.integers("select last_inbound_at from person") == [nil])
        #expect(try fixture.integers("select person from retention_hold") == [1])
    }

    @Test func `a person who was pseudonymised and writes again is a new one, and nothing leads to the old`() throws {
        let fixture = try importing([text("wamid.A")])
        try fixture.queue.write { db in
            try db.execute(sql: "delete from address")
            try db.execute(sql: "update person set display_name = null, pseudonym = 'p1', done = 16")
            try db.execute(sql: "update conversation set done = 16")
        }
        try fixture.importing(text: text("wamid.B", at: 1_760_100_000), name: "b.json")
        #expect(try fixture.integers("select person from conversation order by id") == [1, 2])
        #expect(try fixture.integers("select thread is null from conversation order by id") == [1, 0])
        #expect(try fixture.integers("select person from thread") == [2])
        #expect(try fixture.strings("select display_name from person order by id") == [nil, "Lena Vos"])
    }

    @Test func `a profile that did not change takes back nothing that was done`() throws {
        let fixture = try importing([text("wamid.A")])
        try fixture.queue.write { try $0.execute(sql: "update person set done = 3") }
        try fixture.importing(text: text("wamid.B", at: 1_760_000_100), name: "b.json")
        #expect(try fixture.integers("select done from person") == [3])
        try fixture.importing(
            text: text("wamid.C", at: 1_760_000_200, contact: Webhook.contact(name: "Lena V.")), name: "c.json")
        #expect(try fixture.integers("select done from person") == [0])
    }

    @Test func `a name in an export is a person of that chat alone, a number of every chat`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: text("wamid.A", at: 1_763_600_000), name: "a.json")
        try fixture.importing(
            text: "20/11/2025, 09:00 - +32 470 12 34 56: Bonjour\n20/11/2025, 09:01 - Helpdesk: Oui\n", name: "b.txt")
        #expect(try fixture.integer("select count(*) from person") == 1)
        #expect(try fixture.integers("select person from thread order by id") == [1, 1])
        let group = { (first: String) in
            "20/11/2025, 09:0\(first) - Lena: a\n20/11/2025, 09:05 - Tom: b\n20/11/2025, 09:06 - Helpdesk: c\n"
        }
        try fixture.importing(text: group("1"), name: "g1.txt")
        try fixture.importing(text: group("2"), name: "g2.txt")
        #expect(
            try fixture.integer("select count(distinct person) from address where kind = 'author' and value = 'Lena'")
                == 2)
    }
}
