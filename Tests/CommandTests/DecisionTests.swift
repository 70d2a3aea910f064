import Foundation
import Testing

/// What somebody decides is not written down at a clock that was set back, nor in a store that is older than its log:
/// grace and notice would be counted from a wrong day, or the decision be lost.
struct DecisionTests {
    /// Every command that writes down what somebody decides, or brings in what decisions are about.
    private func commands(_ desk: Desk) throws -> [String] {
        let review = "--review-on \(desk.date(inDays: 60))"
        _ = try desk.export("late.txt", phone: "+32 470 00 00 02", daysAgo: [3])
        return [
            "hold release 1 --by DPO", "hold review 1 --by DPO \(review)",
            "hold add 1 --reason claim --by DPO \(review)", "mark closed 1 none", "check --approve --by DPO",
            "import --role client --purpose assistance --ours Assistance late.txt",
        ]
    }

    private func desk(_ kind: String...) throws -> Desk {
        let desk = try Desk()
        _ = try desk.runAll(["init"] + kind + ["--policy", desk.policy])
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("check", "--approve", "--by", "A. Peeters")
        try desk.run(
            "hold", "add", "1", "--reason", "claim", "--by", "DPO", "--review-on", desk.date(inDays: 30))
        return desk
    }

    private func expectRefused(
        _ desk: Desk, _ commands: [String], environment: String = "", _ code: Int, naming words: String
    ) throws {
        let rows = "sqlite3 state/store.db .dump"
        let before = try desk.shell(rows)
        for command in commands {
            let refused = try desk.shell(
                "\(environment) \(Desk.binary) \(command) --policy \(desk.policy) 2>&1; echo $?")
            #expect(refused.hasSuffix("\n\(code)\n") && refused.contains(words), "\(command): \(refused)")
            #expect(try desk.shell(rows) == before, "\(command)")
        }
    }

    @Test func `at a clock that was set back nothing is written down, and the run is stopped as well`() throws {
        let desk = try desk()
        // It was made before the day that the clock says: what counts is what was last done to it.
        _ = try desk.shell("sqlite3 state/store.db 'update retention_store set created_at = created_at - 5000000'")
        let shim = (Desk.binary as NSString).deletingLastPathComponent + "/libFaultShim.so"
        try expectRefused(
            desk, commands(desk) + ["run"], environment: "LD_PRELOAD=\(shim) FAULT_CLOCK=-\(20 * 86_400)", 20,
            naming: "before what was last done to this store")
        #expect(try desk.run("hold", "release", "1", "--by", "DPO").code == 0)
        #expect(try desk.run("verify", "--json").output.contains("\"failing\":0,\"id\":\"H2-times\""))
    }

    @Test func `a restriction is called one when it is reviewed and released`() throws {
        let desk = try desk("--rehearsal")
        let review = ["--review-on", desk.date(inDays: 60)]
        try desk.runAll(
            ["hold", "add", "1", "--restriction", "--reason", "disputed", "--by", "DPO", "--policy", desk.policy]
                + review)
        for (id, kind) in [("1", "hold"), ("2", "restriction")] {
            let reviewed = try desk.runAll(["hold", "review", id, "--by", "DPO", "--policy", desk.policy] + review)
            #expect(reviewed.output.hasPrefix("\(kind) \(id) stays, to be reviewed on "), "\(reviewed)")
            #expect(try desk.run("hold", "release", id, "--by", "DPO").output.hasPrefix("\(kind) \(id) released; "))
        }
    }

    @Test func `nothing is written down in a store that was set back to an earlier night`() throws {
        let desk = try desk("--rehearsal")
        _ = try desk.shell("cp state/store.db backup.db")
        try desk.run("run")
        _ = try desk.shell("cp backup.db state/store.db")
        try expectRefused(desk, commands(desk), 65, naming: "the store is older than its log")
        // Where somebody put the log away, the older store is the store.
        _ = try desk.shell("mv state/store.db.audit.jsonl before.jsonl")
        #expect(try desk.run("hold", "release", "1", "--by", "DPO").code == 0)
    }
}
