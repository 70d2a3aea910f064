import Conversations
import GRDB
import Seeding
import StorePort
import Testing

@testable import Importing

struct ThreadImportTests {
    @Test func `a group has every other author as a person, the first of them as its own`() throws {
        let fixture = try ImportFixture()
        let summary = try fixture.importing(
            text: """
                20/11/2025, 09:00 - Lena created group "Visite"
                20/11/2025, 09:01 - Lena: a
                20/11/2025, 09:02 - Helpdesk: b
                20/11/2025, 09:03 - Tom: c
                20/11/2025, 09:04 - Lena: d
                """)
        #expect(summary.isGroup)
        #expect(try fixture.integers("select author from message order by n") == [1, nil, 2, 1])
        #expect(try fixture.integers("select person from conversation") == [1])
        #expect(try fixture.integers("select person from participant") == [2])
        #expect(
            try fixture.instants("select last_inbound_at from person order by id") == [
                "2025-11-20T08:04:00Z", "2025-11-20T08:03:00Z",
            ])
        try fixture.importing(
            text: """
                20/11/2025, 09:00 - Lena created group "Visite"
                20/11/2025, 09:01 - Lena: a
                20/11/2025, 09:05 - Helpdesk: x
                20/11/2025, 09:06 - Zoé: e
                """, name: "later.txt")
        #expect(try fixture.integers("select person from participant order by person") == [2, 3])
        #expect(try fixture.integers("select messages from conversation") == [6])
    }

    @Test func `a late message opens its own conversation once an action was done`() throws {
        let fixture = try ImportFixture()
        let front = "20/11/2025, 09:01 - Lena: a\n20/11/2025, 09:02 - Helpdesk: b\n"
        try fixture.importing(text: front)
        try fixture.queue.write { try $0.execute(sql: "update conversation set done = 4") }
        try fixture.importing(text: front + "20/11/2025, 10:00 - Lena: c\n", name: "later.txt")
        #expect(try fixture.integers("select messages from conversation order by id") == [2, 1])
        #expect(try fixture.integers("select done from conversation order by id") == [4, 0])
    }

    @Test func `what left the store is not imported again, and what is new still is`() throws {
        let fixture = try ImportFixture()
        let front =
            "20/05/2025, 09:01 - Lena: a\n20/05/2025, 09:02 - Helpdesk: b\n20/05/2025, 09:03 - Lena: Missed voice call\n"
        try fixture.importing(text: front)
        try fixture.queue.write { db in
            for sql in [
                "delete from message", "delete from event", "delete from conversation", "delete from thread",
                "delete from person",
            ] {
                try db.execute(sql: sql)
            }
        }
        let again = try fixture.importing(text: front)
        #expect((again.messages, again.added) == (2, 0))
        #expect(try fixture.dump(["person", "address", "thread", "conversation", "message", "event"]) == [])
        let more = try fixture.importing(text: front + "21/05/2025, 09:01 - Lena: c\n", name: "later.txt")
        #expect(more.added == 1)
        #expect(try fixture.strings("select text from message") == ["c"])
    }

    @Test func `equal messages of one minute are told apart by their order, and known again`() throws {
        let fixture = try ImportFixture()
        let three = String(repeating: "20/11/2025, 09:01 - Lena: ok\n", count: 3) + "20/11/2025, 09:02 - Helpdesk: b\n"
        try fixture.importing(text: three)
        #expect(try fixture.integers("select messages from conversation") == [4])
        let four = String(repeating: "20/11/2025, 09:01 - Lena: ok\n", count: 4) + "20/11/2025, 09:02 - Helpdesk: b\n"
        #expect(try fixture.importing(text: four, name: "later.txt").added == 1)
    }

    @Test func `missed calls are events of the conversation around them`() throws {
        let fixture = try ImportFixture()
        let summary = try fixture.importing(
            text: """
                20/11/2025, 09:01 - Lena: a
                20/11/2025, 09:02 - Helpdesk: b
                20/11/2025, 09:03 - Lena: Appel vocal manqué
                20/11/2025, 09:04 - Appel vidéo manqué
                """)
        #expect((summary.messages, summary.calls) == (2, 2))
        #expect(
            try fixture.strings("select kind from event order by id") == ["missed-voice-call", "missed-video-call"])
        #expect(try fixture.integers("select conversation from event") == [1, 1])
        #expect(try fixture.integers("select person from event") == [1, 1])
    }

    @Test func `a notice of a changed number gives it to the person of the chat`() throws {
        let fixture = try ImportFixture()
        let text = """
            20/11/2025, 09:01 - Lena: a
            20/11/2025, 09:02 - Helpdesk: b
            20/11/2025, 09:03 - Lena changed to +32 470 12 34 56
            """
        for _ in 0..<2 { #expect(try fixture.importing(text: text).fault == nil) }
        #expect(
            try fixture.strings("select kind || ' ' || value || ' ' || evidence from address") == [
                "author Lena export", "phone +32470123456 number-change",
            ])
    }

    @Test func `undated messages stop the clocks of their conversation and are counted`() throws {
        let fixture = try ImportFixture()
        let summary = try fixture.importing(
            text: """
                20/11/2025, 09:01 - Lena: a
                31/02/2025, 09:02 - Lena: b
                20/11/2025, 09:03 - Helpdesk: c
                01/12/2027, 09:03 - Helpdesk: d
                01/12/2008, 09:03 - Helpdesk: e
                """)
        #expect(summary.undated == 3)
        #expect(try fixture.integers("select sent_at is null from message order by n") == [0, 1, 0, 1, 1])
        #expect(try fixture.integers("select count(*) from conversation") == [1])
        #expect(
            try fixture.integers("select coalesce(collected_at, last_inbound_at, closed_at) from conversation") == [nil]
        )
        #expect(try fixture.integers("select last_inbound_at from person") == [nil])
        #expect(try fixture.integers("select refused from retention_source") == [3])
    }

    @Test func `an undated message of ours leaves the person's clock alone`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: "20/11/2025, 09:01 - Lena: a\n31/02/2025, 09:02 - Helpdesk: b\n")
        #expect(try fixture.instants("select last_inbound_at from conversation") == ["2025-11-20T08:01:00Z"])
        #expect(try fixture.integers("select collected_at from conversation") == [nil])
        #expect(try fixture.instants("select last_inbound_at from person") == ["2025-11-20T08:01:00Z"])
    }

    @Test func `hostile text is stored byte for byte`() throws {
        let fixture = try ImportFixture()
        let text = "'); drop table message;-- \u{0}\u{202E}\u{FEFF}end"
        try fixture.importing(text: "20/11/2025, 09:01 - Lena: \(text)\n20/11/2025, 09:02 - Helpdesk: b\n")
        let hex = text.utf8.map { String($0 + 0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        #expect(try fixture.strings("select hex(text) from message where n = 1") == [hex])
    }

    /// Any history, exported again and again while it grows, with nights in between that take whole conversations
    /// away: every message is stored exactly once, and a second import of each export changes nothing.
    @Test(arguments: 1...12)
    func `however exports overlap, each message is stored once`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let fixture = try ImportFixture(now: "2026-12-31T00:00:00Z")
        var lines = ["13/01/2024, 08:00 - Lena: begin"]
        var day = try #require(CivilDate("2024-01-13"))
        var taken = 0
        for round in 0..<6 {
            for _ in 0..<Int(random.next() % 9) {
                day = day.adding(days: Int(random.next() % 25))
                let parts = [day.day, day.month].map { ($0 < 10 ? "0" : "") + String($0) }
                let author = random.next() % 2 == 0 ? "Lena" : "Helpdesk"
                lines.append(
                    "\(parts[0])/\(parts[1])/\(day.year), 09:0\(random.next() % 3) - \(author): text \(random.next() % 3)"
                )
            }
            // A phone that lost its oldest messages still exports the same chat.
            let kept =
                lines.suffix(lines.count - Int(random.next() % 2) * (lines.count / 3)) + [
                    "13/01/2024, 08:00 - Helpdesk: end"
                ]
            let text = kept.joined(separator: "\n")
            let summary = try fixture.importing(text: text, name: "\(round).txt")
            #expect(summary.fault == nil)
            let before = try fixture.dump()
            #expect(try fixture.importing(text: text, name: "again.txt").added == 0)
            #expect(try fixture.dump() == before)
            taken += try fixture.queue.write { db in
                let gone = try Int64.fetchAll(db, sql: "select id from conversation where id % 3 = 0")
                var count = 0
                for id in gone {
                    try db.execute(sql: "delete from message where conversation = ?", arguments: [id])
                    count += db.changesCount
                    try db.execute(sql: "delete from conversation where id = ?", arguments: [id])
                }
                return count
            }
        }
        #expect(try Int(fixture.integer("select count(*) from message") ?? 0) + taken == Set(numbered(lines)).count + 1)
        #expect(
            try fixture.integer(
                "select count(*) from conversation c where messages <> (select count(*) from message where conversation = c.id)"
            ) == 0)
    }

    /// Each line with its ordinal among equals.
    private func numbered(_ lines: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return lines.map { line in
            counts[line, default: 0] += 1
            return "\(line) \(counts[line] ?? 0)"
        }
    }
}
