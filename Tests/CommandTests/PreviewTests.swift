import Foundation
import Testing

/// What another policy would change.
struct PreviewTests {
    @Test(arguments: [
        ("s/^policy: .*/policy: another/", "id (`policy`)"),
        ("s|^  path: state/store.db|  path: state/b.db|", "`store.path`"),
        ("s|^  path: state/store.db|  path: state/store.db\\n  map: map.yaml|", "data map (`store.map`)"),
    ])
    func `a policy of another store is not compared, for it would seem to change nothing`(edit: String, what: String)
        throws
    {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell(
            "sed 's/evidence: keep/evidence: name/' \(Desk.root)/DataMaps/native.yaml > map.yaml; sed '\(edit)' Retention.yaml > other.yaml"
        )
        let refused = try desk.run("preview", "--diff", "other.yaml")
        #expect(refused.code == 64 && refused.errors.contains("has another \(what)"), "\(refused)")
        #expect(refused.output == "")
    }

    @Test func `a draft in another folder is of the same store`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        _ = try desk.shell(
            "mkdir drafts; sed 's/after: 12 months, since/after: 2 months, since/' Retention.yaml > drafts/a.yaml")
        let diff = try desk.run("preview", "--diff", "drafts/a.yaml")
        #expect(diff.code == 0 && diff.output.contains("was 12 months, is 2 months"), "\(diff)")
    }
}
