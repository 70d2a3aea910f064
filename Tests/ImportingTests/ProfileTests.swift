import Conversations
import Foundation
import SQLiteStore
import StorePort
import Testing

@testable import Importing

/// What is newest by its own time holds, in whatever order payloads are imported.
struct ProfileTests {
    private func text(_ name: String, id: String, at: Int) -> String {
        WebhookFixture.payload(
            "messages", WebhookFixture.contact(name: name), WebhookFixture.text("hello", id: id, at: at))
    }

    @Test func `an older payload that is imported later leaves the newer profile name`() throws {
        let fixture = try ImportFixture()
        try fixture.importing(text: text("Newer", id: "wamid.B", at: 1_760_000_000), name: "b.json")
        try fixture.importing(text: text("Older", id: "wamid.A", at: 1_750_000_000), name: "a.json")
        #expect(try fixture.strings("select display_name from person") == ["Newer"])
        try fixture.importing(text: text("Newest", id: "wamid.C", at: 1_765_000_000), name: "c.json")
        #expect(try fixture.strings("select display_name from person") == ["Newest"])
        #expect(try fixture.integers("select profile_collected_at from person") == [1_765_000_000])
    }

    @Test func `within one file too the newest name holds`() throws {
        let fixture = try ImportFixture()
        let lines = [text("Newer", id: "wamid.B", at: 1_760_000_000), text("Older", id: "wamid.A", at: 1_750_000_000)]
        try fixture.importing(text: lines.joined(separator: "\n"), name: "a.json")
        #expect(try fixture.strings("select display_name from person") == ["Newer"])
    }

    private func preference(_ value: String, at: Int) -> String {
        let part =
            #""user_preferences":[{"wa_id":"32470123456","category":"marketing_messages","value":"\#(value)","timestamp":\#(at)}]"#
        return WebhookFixture.payload("user_preferences", WebhookFixture.contact(), part)
    }

    @Test func `who refused information, went and came back has refused it`() throws {
        let fixture = try ImportFixture()
        let hash: [UInt8] = Array(repeating: 7, count: 16)
        fixture.settings.refusalHash = { $0.kind == .phone || $0.kind == .waID ? hash : nil }
        try fixture.queue.write { db in
            try db.execute(
                sql: "insert into retention_suppression values (?, 1755000000, 'information-opt-out')",
                arguments: [Data(hash)])
        }
        try fixture.importing(text: text("Lena", id: "wamid.A", at: 1_760_000_000), name: "a.json")
        #expect(
            try fixture.strings("select kind || ' ' || given || ' ' || evidence from preference") == [
                "information-opt-out 1 suppression"
            ])
        // Taking it again ends what was kept of the refusal.
        try fixture.importing(text: preference("resume", at: 1_761_000_000), name: "b.json")
        #expect(try fixture.integer("select count(*) from retention_suppression") == 0)
        #expect(try fixture.integers("select given from preference order by at") == [1, 0])
    }

    @Test func `the last word on information is the last by its own time, not by its import`() throws {
        let fixture = try ImportFixture()
        func refuses() throws -> Bool? {
            try SQLiteStore(path: fixture.folder + "/store.sqlite", map: NativeSchema.map, access: .reading)
                .profiles(of: [1]).first?.refusesInformation
        }
        try fixture.importing(text: preference("stop", at: 1_761_000_000), name: "b.json")
        #expect(try refuses() == true)
        try fixture.importing(text: preference("resume", at: 1_755_000_000), name: "a.json")
        #expect(try refuses() == true)
        try fixture.importing(text: preference("resume", at: 1_762_000_000), name: "c.json")
        #expect(try refuses() == false)
    }
}
