import Foundation
import Testing

/// `init` makes all or nothing.
struct InitTests {
    @Test(arguments: [
        "touch media",
        "mkdir -p a/b && touch a/b/reports && sed -i 's#folder: reports#folder: a/b/reports#' Retention.yaml",
        "mkdir archive && touch archive/x", "mkdir -p state/keys", "mkdir state && touch state/store.db-journal",
    ])
    func `what stops it is seen before the first thing is made`(before: String) throws {
        let desk = try Desk { $0.replacing("media: state/media", with: "media: media") }
        _ = try desk.shell(before)
        let listing = try desk.shell("find . | sort")
        let result = try desk.run("init")
        #expect(result.code == 73)
        #expect(try desk.shell("find . | sort") == listing)
    }

    @Test func `it says what it made as JSON, and a second one changes nothing`() throws {
        let desk = try Desk()
        let made = try desk.run("init", "--rehearsal", "--json")
        #expect(made.code == 0 && made.output.contains("\"rehearsal\":true"))
        let before = try desk.everything()
        #expect(try desk.run("init", "--json").code == 73)
        #expect(try desk.everything() == before)
    }
}
