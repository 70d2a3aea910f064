import Fixtures
import Foundation
import Testing

/// A database that another program keeps, made ready and run over through the built binary.
struct ExistingStoreTests {
    private static let map =
        ShopStore.map + """
              remarks:
                is: attachment
                key: id
                links: { buyer: buyers.id }
                columns: { remark: text }
              stamps:
                is: attachment
                key: id
                links: { post: posts.id }
                columns: { who: name }
            """

    /// Two years old, in milliseconds, for two buyers; one ticket of nobody.
    private static let rows =
        ShopStore.tables + """

            create table remarks(id integer primary key, buyer integer, remark text not null);
            create table stamps(id integer primary key, post integer, who text);
            insert into buyers values (1, 'Lena Vos', unixepoch('now', '-2 years') * 1000, 0),
              (2, 'Noor Bos', unixepoch('now', '-1 day') * 1000, 0);
            insert into numbers values (1, 1, '+32470000001'), (2, 2, '+32470000002');
            insert into remarks values (1, 1, 'lives in Gent'), (2, 2, 'lives in Mons');
            insert into tickets values (1, 1, 'prospect', 'question', unixepoch('now', '-2 years') * 1000,
                unixepoch('now', '-2 years') * 1000, 1, 5),
              (2, 2, 'client', 'assistance', unixepoch('now', '-1 day') * 1000, unixepoch('now', '-1 day') * 1000, 1, 5),
              (3, null, 'client', 'assistance', unixepoch('now', '-2 years') * 1000, 0, 1, 5);
            insert into posts values (1, 1, unixepoch('now', '-2 years') * 1000, 0, 'hello'), (2, 2, 0, 0, 'hello'), (3, 3, 0, 0, 'x');
            insert into stamps values (1, 1, 'Lena'), (2, 2, 'Noor');
            """

    private func desk(_ rows: String = Self.rows) throws -> Desk {
        let desk = try Desk { $0.replacing("  media: state/media", with: "  media: state/media\n  map: shop.yaml") }
        try Self.map.write(toFile: desk.folder + "/shop.yaml", atomically: false, encoding: .utf8)
        try rows.write(toFile: desk.folder + "/rows.sql", atomically: false, encoding: .utf8)
        _ = try desk.shell("mkdir state && sqlite3 state/store.db < rows.sql")
        return desk
    }

    @Test func `it is made ready once, and a night erases what is linked two tables deep`() throws {
        let desk = try desk()
        #expect(try desk.run("preview").code == 66)
        let made = try desk.run("init", "--existing", "--rehearsal")
        #expect(made.code == 0, "\(made.errors)")
        #expect(try desk.run("init", "--existing").code == 73)
        #expect(try desk.run("check").code == 0)
        let preview = try desk.run("preview", "--as-of", desk.date(inDays: 16))
        #expect(preview.output.contains("1 conversation without a person: no rule can act on them"))
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--verbose")
        #expect(run.code == 0, "\(run.errors)")
        for (table, left) in [
            ("tickets", "2\n3\n"), ("posts", "2\n3\n"), ("stamps", "2\n"), ("buyers", "2\n"), ("remarks", "2\n"),
            ("numbers", "2\n"),
        ] {
            #expect(try desk.shell("sqlite3 state/store.db 'select id from \(table) order by 1'") == left, "\(table)")
        }
    }

    @Test func `what leads to a person beside the person is emptied with the pseudonym, required columns too`() throws {
        let desk = try desk()
        try desk.run("init", "--existing", "--rehearsal")
        // A client's ticket of 18 months: redacted and pseudonymised, not yet erased; the person wrote since.
        _ = try desk.shell(
            """
            sqlite3 state/store.db "delete from tickets where id in (2, 3);
              update tickets set kind = 'client', topic = 'assistance', newest = unixepoch('now', '-18 months') * 1000,
                heard = unixepoch('now', '-18 months') * 1000"
            sed -i 's/redact: all, pseudonymise: true, archive: true/redact: all, pseudonymise: true/' Retention.yaml
            """)
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--verbose")
        #expect(run.code == 0, "\(run.errors)")
        #expect(
            try desk.shell(
                "sqlite3 state/store.db 'select label, (select remark from remarks where buyer = 1) from buyers where id = 1'"
            ) == "|\n")
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from numbers where buyer = 1'") == "0\n")
        #expect(try desk.shell("sqlite3 state/store.db 'select who is null from stamps where id = 1'") == "1\n")
    }

    @Test func `a trigger or an index that is gone is named by the check`() throws {
        let desk = try desk()
        try desk.run("init", "--existing", "--rehearsal")
        _ = try desk.shell(
            "sqlite3 state/store.db 'drop trigger retention_message_new; drop index retention_tickets_buyer'")
        let check = try desk.run("check")
        #expect(check.code == 78)
        #expect(check.errors.contains("the trigger retention_message_new"))
        #expect(check.errors.contains("an index on tickets(buyer)"))
    }

    /// As another program loses triggers that makes its tables anew when it is updated.
    @Test func `a store that lost a trigger is not run, and made ready again it looks at everything anew`() throws {
        let desk = try desk()
        try desk.run("init", "--existing", "--rehearsal")
        let definition = "select sql from sqlite_schema where name = 'retention_message_new'"
        let trigger = try desk.shell("sqlite3 state/store.db \"\(definition)\"")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 1)).code == 0)
        _ = try desk.shell(
            """
            sqlite3 state/store.db "drop trigger retention_message_new; update tickets set acts = 1 where id = 2;
              insert into posts values (9, 2, 0, 0, 'nobody saw this come')"
            """)
        for command in [["run", "--as-of", desk.date(inDays: 16)], ["preview"]] {
            let refused = try desk.runAll(command + ["--policy", desk.policy])
            #expect(refused.code == 78 && refused.errors.contains("lost triggers"), "\(refused.errors)")
            #expect(refused.errors.contains("retention_message_new"))
        }
        #expect(try desk.shell("sqlite3 state/store.db 'select count(*) from tickets'") == "3\n")
        let mended = try desk.run("init", "--existing")
        #expect(mended.code == 0, "\(mended.errors)")
        #expect(try desk.shell("sqlite3 state/store.db \"\(definition)\"") == trigger)
        #expect(try desk.shell("sqlite3 state/store.db 'select acts, floor from tickets where id = 2'") == "0|0\n")
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16))
        #expect(run.code == 0, "\(run.errors)")
        #expect(try desk.shell("sqlite3 state/store.db 'select id from tickets order by 1'") == "2\n3\n")
        #expect(try desk.run("init", "--existing").code == 73)
        #expect(try desk.run("verify", "--json").output.contains(#""failing":0,"id":"H2""#))
    }

    @Test func `our own store that lost a trigger is not run either`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell("sqlite3 state/store.db 'drop trigger message_changed'")
        #expect(try desk.run("run").code == 78)
        #expect(try desk.run("check").errors.contains("the trigger message_changed"))
        #expect(try desk.run("init", "--existing").code == 0)
        #expect(try desk.run("run").code == 0)
        let names = try desk.shell(
            "sqlite3 state/store.db \"select count(*) from sqlite_schema where type = 'trigger'\"")
        #expect(names == "14\n")
    }

    @Test func `another data map asks for another approval`() throws {
        let desk = try desk()
        try desk.run("init", "--existing")
        #expect(try desk.run("check", "--approve", "--by", "A. Peeters").code == 0)
        #expect(try desk.run("run").code != 78)
        _ = try desk.shell("sed -i 's/columns: { who: name }/columns: { who: keep }/' shop.yaml")
        let run = try desk.run("run")
        #expect(run.code == 78 && run.errors.contains("has changed since it was approved"))
    }

    @Test func `a failure leaves the database without an identity and nothing else behind`() throws {
        let desk = try desk(Self.rows + "alter table posts add column extra text;")
        let before = try desk.shell("ls")
        let refused = try desk.run("init", "--existing")
        #expect(refused.code == 78 && refused.errors.contains("posts.extra"))
        #expect(try desk.shell("ls") == before && desk.files(in: "state").contains("keys") == false)
        _ = try desk.shell("sed -i 's/columns: { body: text }/columns: { body: text, extra: keep }/' shop.yaml")
        #expect(try desk.run("init", "--existing").code == 0)
    }
}
