import Foundation
import Glibc
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

    @Test func `two at once: the second makes nothing and says to wait`() throws {
        let desk = try Desk()
        let folder = open(desk.folder, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        try #require(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let before = try desk.shell("ls -R")
        let second = try desk.run("init")
        #expect(second.code == 75 && second.errors.contains("wait until it has ended"), "\(second.errors)")
        #expect(try desk.shell("ls -R") == before)
        #expect(flock(folder, LOCK_UN) == 0)
        #expect(try desk.run("init").code == 0)
    }

    @Test func `of many at once one makes the store, and what it made is whole`() throws {
        let desk = try Desk()
        let codes = try desk.shell(
            """
            seq 8 | xargs -P 8 -I{} sh -c '\(Desk.binary) init --rehearsal --policy Retention.yaml > /dev/null 2>&1; echo $?'
            """
        ).split(whereSeparator: \.isNewline).map(String.init).sorted()
        #expect(
            codes.count == 8 && codes.first == "0" && Set(codes.dropFirst()).isSubset(of: ["73", "75"]), "\(codes)")
        #expect(try desk.run("preview").code == 0)
    }
}
