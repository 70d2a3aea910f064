import Conversations
import Seeding
import Testing

@testable import Importing

/// What waits to be written together is what payloads give that are written one by one.
struct BatchTests {
    private typealias Webhook = WebhookFixture

    /// A desk: texts, media, groups, calls, names that change, messages that come twice and some that are
    /// taken back.
    ///
    /// - Parameter isLong: over two years, in which numbers fall silent and go to somebody else; else over some months, with groups
    ///   and changed names, of which a file's thread tells the newest only.
    private func payloads(seed: UInt64, isLong: Bool) -> [String] {
        var random = SplitMix(seed: seed)
        var time = 1_700_000_000
        var payloads: [String] = []
        var sent: [String] = []
        for number in 0..<120 {
            time += random.roll(1...(isLong ? 900_000 : 200_000))
            let person = random.roll(1...6)
            let from = "3247000010\(person)"
            let contact = Webhook.contact(
                from, name: "Name \(person)\(!isLong && random.roll(0...9) == 0 ? " \(number)" : "")")
            let id = "wamid.\(number)"
            switch random.roll(0...11) {
            case 0:
                let image = Webhook.message(
                    "image", #""image":{"caption":"photo \#(number)"}"#, id: id, at: time, from: from)
                payloads.append(Webhook.payload("messages", contact, image))
                sent.append(id)
            case 1 where !isLong:
                let group = #","group_id":"G\#(random.roll(1...2))""#
                let text = Webhook.text("in the group \(number)", id: id, at: time, from: from, more: group)
                payloads.append(Webhook.payload("messages", contact, text))
            case 2:
                payloads.append(
                    Webhook.payload(
                        "calls", contact,
                        #""calls":[{"id":"wacid.\#(number)","from":"\#(from)","to":"\#(Webhook.ours)","event":"connect","timestamp":"\#(time)","direction":"USER_INITIATED"}]"#
                    ))
            case 3 where !sent.isEmpty:
                let revoke = Webhook.message(
                    "revoke", #""revoke":{"original_message_id":"\#(random.pick(sent))"}"#, id: "wamid.R\(number)",
                    at: time, from: from)
                payloads.append(Webhook.payload("messages", contact, revoke))
            case 4:
                payloads.append(
                    Webhook.payload(
                        "smb_message_echoes", contact,
                        #""message_echoes":[{"from":"\#(Webhook.ours)","to":"\#(from)","id":"\#(id)","timestamp":"\#(time)","type":"text","text":{"body":"our answer \#(number)"}}]"#
                    ))
            case 5 where !payloads.isEmpty: payloads.append(random.pick(payloads))
            default:
                let text = Webhook.text("text \(number)", id: id, at: time, from: from)
                payloads.append(Webhook.payload("messages", contact, text))
                sent.append(id)
            }
        }
        return payloads
    }

    /// Everything that was stored, without ids, revisions and the time of a name, which is one for a thread of a file.
    private func told(_ fixture: ImportFixture) throws -> [String] {
        let who = "(select min(value) from address where kind = 'phone' and person = %)"
        func of(_ column: String) -> String { who.replacing("%", with: column) }
        let queries = [
            "select quote(\(of("p.id"))) || quote(display_name) || quote(last_inbound_at) from person p",
            "select quote(\(of("person"))) || kind || quote(value) || quote(valid_until) from address",
            """
            select quote(\(of("person"))) || quote(opened_at) || quote(collected_at) || quote(last_inbound_at)
              || quote(closed_at) || quote(closed_by) || quote(first_inbound_at) || quote(responded_at) || answered || inbound
              || messages || '/' || bytes || quote(notice) || done || floor from conversation
            """,
            "select quote(\(of("p.person"))) || quote(c.opened_at) from participant p join conversation c on c.id = p.conversation",
            """
            select quote(c.opened_at) || quote(m.sent_at) || m.kind || quote(m.text) || m.direction || m.edited
              || quote(\(of("m.author"))) || coalesce((select hex(hash) from retention_seen s
                where s.conversation = m.conversation and s.n = m.n), '-')
            from message m join conversation c on c.id = m.conversation
            """,
            "select quote(c.opened_at) || d.kind || quote(m.text) from media d join conversation c on c.id = d.conversation join message m using (conversation, n)",
            "select quote(\(of("person"))) || kind || quote(at) from event",
            "select hex(hash) || (conversation = 0) from retention_seen",
            "select count(*) from retention_scrub",
        ]
        return try queries.flatMap { try fixture.strings("select * from (\($0)) order by 1").map { $0 ?? "" } }
    }

    @Test(arguments: 1...12)
    func `payloads in one file are stored as each in a file of its own`(seed: UInt64) throws {
        let payloads = payloads(seed: seed, isLong: seed % 2 == 0)
        let whole = try ImportFixture(now: "2026-12-31T00:00:00Z")
        let single = try ImportFixture(now: "2026-12-31T00:00:00Z")
        #expect(try whole.importing(text: payloads.joined(separator: "\n"), name: "all.jsonl").fault == nil)
        for (number, payload) in payloads.enumerated() {
            #expect(try single.importing(text: payload, name: "\(number).json").fault == nil)
        }
        let (one, many) = (try told(whole), try told(single))
        let differences = Set(one).symmetricDifference(many).sorted()
        #expect(one == many, "\(differences)")
        let before = try whole.dump()
        #expect(try whole.importing(text: payloads.joined(separator: "\n") + "\n", name: "again.jsonl").added == 0)
        #expect(try whole.dump() == before)
    }

    /// Fingerprints are looked up by a walk that goes on from row to row or searches: few among many, and many between few.
    @Test(arguments: [(stored: 4_000, every: 1), (4_000, 97), (40, 1)])
    func `messages are known again however many lie between them`(stored: Int, every: Int) throws {
        let fixture = try ImportFixture()
        let text = { (number: Int) in
            Webhook.payload("messages", Webhook.contact(), Webhook.text("x", id: "wamid.\(number)"))
        }
        _ = try fixture.importing(text: (0..<stored).map(text).joined(separator: "\n"), name: "a.jsonl")
        let again = stride(from: 0, to: stored, by: every).map(text) + (stored..<stored + 500).map(text)
        let summary = try fixture.importing(text: again.joined(separator: "\n"), name: "b.jsonl")
        #expect(summary.duplicates == again.count - 500)
        #expect(summary.added == 500)
        #expect(try fixture.integer("select count(*) from message") == Int64(stored + 500))
    }
}
