import StorePort
import Testing

@testable import Importing

/// Who of ours answered, where an export says so.
struct OperatorTests {
    private static let chat = """
        25/11/2025, 10:00 - Lena Vos: Bonjour
        25/11/2025, 10:05 - Helpdesk: Bienvenue
        25/11/2025, 10:06 - Sophie M.: Je regarde
        25/11/2025, 10:07 - Marc: Moi aussi
        25/12/2025, 10:00 - Lena Vos: Encore moi
        25/12/2025, 10:06 - Marc: Oui

        """

    private func fixture() throws -> ImportFixture {
        let fixture = try ImportFixture()
        fixture.settings.operators = ["Sophie M.", "Marc"]
        try fixture.importing(text: Self.chat)
        return fixture
    }

    @Test func `our own people are ours and not persons, and the first who answered is known`() throws {
        let fixture = try fixture()
        #expect(try fixture.integer("select count(*) from person") == 1)
        #expect(try fixture.integers("select direction from message order by conversation, n") == [0, 1, 1, 1, 0, 1])
        #expect(
            try fixture.strings(
                "select o.name from conversation c left join operator o on o.id = c.operator order by c.id")
                == ["Sophie M.", "Marc"])
    }

    @Test func `the business itself is nobody of ours`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: "25/11/2025, 10:00 - Lena Vos: Bonjour\n25/11/2025, 10:05 - Helpdesk: Bienvenue\n")
        #expect(try fixture.integer("select count(*) from operator") == 0)
    }

    @Test func `a name of ours goes with the last conversation that it answered`() throws {
        let fixture = try fixture()
        try fixture.queue.write { db in
            try db.execute(sql: "delete from message where conversation = 1; delete from conversation where id = 1")
        }
        #expect(try fixture.strings("select name from operator") == ["Marc"])
    }
}
