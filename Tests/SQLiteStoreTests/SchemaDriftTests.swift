import Conversations
import Fixtures
import GRDB
import Policies
import SQLiteStore
import StorePort
import Testing

/// A store against its data map.
@Suite struct SchemaDriftTests {
    /// Changes the schema, then opens the store.
    private func opened(_ form: StoreForm, after sql: String, map: DataMap? = nil) throws -> StoreError? {
        let desk = try Desk(form)
        try desk.person()
        try desk.database.write { try $0.execute(sql: sql) }
        do {
            _ = try SQLiteStore(path: desk.places.store, map: map ?? desk.map, access: .reading)
            return nil
        } catch let error as StoreError {
            return error
        }
    }

    @Test(arguments: [
        ("native", "alter table person add column nickname text", "person.nickname"),
        ("native", "alter table message add column raw blob", "message.raw"),
        ("native", "alter table operator add column mail text", "operator.mail"),
        ("foreign", "alter table chats add column whatever", "chats.whatever"),
        ("foreign", "alter table chats add column subject varchar(40)", "chats.subject"),
        ("foreign", "alter table lines add column extra json", "lines.extra"),
        ("foreign", "alter table files add column thumb any", "files.thumb"),
        (
            "foreign", "alter table contacts add column loud text generated always as (upper(label)) virtual",
            "contacts.loud"
        ),
    ])
    func `a column that may hold text and is not listed is named`(form: String, sql: String, column: String) throws {
        let form = try #require(StoreForm(rawValue: form))
        let error = try #require(try opened(form, after: sql))
        #expect(error.kind == .map)
        #expect(error.what == "column \(column) may hold text and the data map does not list it")
    }

    @Test(arguments: ["integer", "real", "numeric", "boolean", "decimal(10, 2)", "double precision", "bigint"])
    func `a column of numbers need not be listed`(type: String) throws {
        #expect(try opened(.foreign, after: "alter table chats add column score \(type)") == nil)
    }

    @Test func `a table or column that the store does not have is named`() throws {
        #expect(
            try opened(.foreign, after: "drop table notes")?.what
                == "the data map lists table notes, which the store does not have")
        #expect(
            try opened(.foreign, after: "alter table chats rename column terms to conditions")?.what
                == "the data map lists column chats.terms, which the store does not have")
        #expect(
            try opened(.foreign, after: "alter table lines rename column chat_ref to chat")?.what
                == "the data map lists column lines.chat_ref, which the store does not have")
    }

    @Test(arguments: ["UTF-16le", "UTF-16be"])
    func `a store whose texts are not UTF-8 is refused, before anything is read from them`(encoding: String) throws {
        let desk = try Desk(.foreign)
        let path = desk.folder + "/wide.db"
        let wide = try DatabaseQueue(path: path)
        try wide.writeWithoutTransaction { db in
            try db.execute(sql: "pragma encoding = '\(encoding)'")
            try db.execute(sql: ShopStore.tables)
        }
        try wide.close()
        let map = try DataMapParser.parse(Array(ShopStore.map.utf8), file: "shop.yaml")
        let error = #expect(throws: StoreError.self) {
            try SQLiteStore.prepare(path: path, map: map, identity: desk.identity)
        }
        #expect(error?.kind == .map && error?.what.contains(encoding) == true)
    }

    @Test func `tables that the map does not list are reported`() throws {
        let desk = try Desk(.foreign)
        #expect(try desk.open(.reading).read { try $0.unlistedTables() } == ["shop_hours"])
        #expect(try Desk(.native).open(.reading).read { try $0.unlistedTables() } == [])
    }

    @Test(arguments: [("kind", "null"), ("topic", "null"), ("acts", "'many'"), ("kind", "x'00ff'")])
    func `a group key that is not what the map says stops the run and is not shown`(column: String, value: String)
        throws
    {
        let desk = try Desk(.foreign)
        let id = try desk.conversation(of: desk.person(), on: "2024-01-10")
        try desk.database.write { try $0.execute(sql: "update chats set \(column) = \(value) where id = \(id)") }
        let error = #expect(throws: StoreError.self) { try desk.preview("2026-02-01") }
        #expect(error?.kind == .map && error?.what.contains("chats.\(column)") == true)
        #expect(error?.what.contains("many") == false)
    }
}
