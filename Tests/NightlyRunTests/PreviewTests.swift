import Conversations
import Fixtures
import Foundation
import NightlyRun
import StorePort
import Testing

/// A preview writes nothing at all.
@Suite struct PreviewTests {
    @Test(arguments: StoreForm.allCases)
    func `a preview leaves bytes, sizes and times of the whole folder as they are`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.conversation(of: desk.person(), on: "2024-01-10", media: ["a.jpg"])
        try desk.conversation(
            of: desk.person("Other One", phone: "+32470000005"), "unknown", "unknown", on: "2025-01-10")
        try desk.run("2025-02-01")
        try desk.conversation(of: desk.person("Third One", phone: "+32470000006"), "prospect", on: "2024-01-10")
        try desk.database.close()
        let before = try desk.snapshotOfFolder()
        #expect(before.keys.contains("store.db") && before.keys.contains { $0.hasPrefix("archive/") })
        for night in ["2025-02-01", "2026-02-01", "2030-01-01"] {
            let plan = try desk.preview(night)
            #expect(!plan.lines.isEmpty)
            let (_, due, _) = try NightlyRun.previewList(desk.night(night), desk.open(.reading))
            #expect(due.isEmpty == plan.isEmpty)
            #expect(try NightlyRun.explain(desk.night(night), desk.open(.reading), conversation: 2)?.isEmpty == false)
        }
        #expect(try desk.snapshotOfFolder() == before)
    }

    @Test func `a store opened for preview cannot be changed`() throws {
        let desk = try Desk()
        let store = try desk.open(.reading)
        let asOf = try Desk.instant("2026-02-01")
        #expect(throws: StoreError.self) {
            try store.beginRun(asOf: asOf, startedAt: asOf, policyHash: "", planDigest: "", lines: [])
        }
    }
}
