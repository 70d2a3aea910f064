import Conversations
import Fixtures
import Foundation
import GRDB
import NightlyRun
import Planning
import Policies
import SQLiteStore
import Seeding
import StorePort

@testable import NightlyRun

/// A random history of a store: what applications and people write, and nights in between. The same seed gives the
/// same history.
final class History {
    let desk: Desk
    private(set) var asOf: Instant
    private var generator: SplitMix
    private var policies: [Policy]
    private var people = 0
    private let favoured: Set<String>

    /// - Parameter favoured: names of steps that are taken more often than others.
    init(seed: UInt64, favouring favoured: Set<String> = []) throws {
        generator = SplitMix(seed: seed)
        self.favoured = favoured
        policies = try [
            DaysPolicy.parsed(), DaysPolicy.parsed(("{ after: 200 days, redact", "{ after: 100 days, redact")),
            DaysPolicy.parsed(("since: last-inbound # client", "since: person-last-inbound")),
            DaysPolicy.parsed(("match: { role: client }", "match: { role: client, purpose: assistance }")),
        ]
        desk = try Desk(.native, policy: policies[0])
        asOf = try Desk.instant("2024-01-01")
        for _ in 0..<8 { try newConversation() }
    }

    /// Does one random thing and returns its name.
    func step() throws -> String {
        let usual = operations
        let often = usual.filter { favoured.contains($0.name) }
        let (name, operation) = generator.pick(usual + often + often + often)
        try operation()
        return name
    }

    private var operations: [(name: String, run: () throws -> Void)] {
        [
            ("new", newConversation), ("new", newConversation), ("new", newConversation), ("late message", lateMessage),
            ("inbound", inbound),
            ("inbound", inbound), ("role", changeRole), ("decision", { try self.event(.decision) }),
            ("closing", { try self.event(.closed) }), ("hold", placeHold), ("release", releaseHold),
            ("restored bits", restoreBits), ("edit", edit), ("erased conversation", eraseConversation),
            ("withdrawn", withdraw), ("relation", endRelation), ("group", changeGroup), ("profile", changeProfile),
            ("policy", changePolicy), ("night", night), ("night", night), ("night", night), ("night", night),
        ]
    }

    // MARK: Nights and plans

    func night() throws {
        asOf = asOf + Int64(generator.roll(1...90)) * 86_400 + Int64(generator.roll(0...40_000))
        try desk.run(asOf.description)
    }

    /// The plan by the lower bounds in the store, and the plan that looks at everything.
    func plans() throws -> (fast: Plan, slow: Plan) {
        let night = try desk.night(asOf.description)
        return try desk.open(.reading).read { snapshot in
            var fast = try PlanStage(night, snapshot)
            var slow = try PlanStage(night, FullScan(base: snapshot))
            return (try fast.plan(), try slow.plan())
        }
    }

    /// The plan that believes no bound, made in one pass where the store holds no group.
    func wholePlan() throws -> Plan {
        let night = try desk.night(asOf.description)
        return try desk.open(.reading).read { snapshot in
            var whole = try PlanStage(night, snapshot, isFullScan: true)
            return try whole.plan()
        }
    }

    /// The plan of what is due tonight, which reads nothing for a forecast.
    func planOfTonight() throws -> Plan {
        let night = try desk.night(asOf.description)
        return try desk.open(.reading).read { snapshot in
            var tonight = try PlanStage(night, snapshot, isForecasting: false)
            return try tonight.plan()
        }
    }

    // MARK: What is written

    private func sql(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try desk.database.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    private func any(_ table: String) throws -> Int64? {
        let ids = try desk.database.read { try Int64.fetchAll($0, sql: "select id from \(table) order by id") }
        return ids.isEmpty ? nil : generator.pick(ids)
    }

    /// A time in the last three years, now and then none, or one that cannot be.
    private func time() -> Instant? {
        switch generator.roll(0...19) {
        case 0: nil
        case 1: Instant(seconds: 1_000_000_000)
        case 2: asOf + Int64(generator.roll(1...60)) * 86_400
        default: asOf + -Int64(generator.roll(0...1100)) * 86_400
        }
    }

    private func person() throws -> Int64 {
        if generator.roll(0...2) > 0, let known = try any("person") { return known }
        people += 1
        return try desk.person(
            "Person \(people)", phone: "+3247001\(10_000 + people)",
            photo: generator.roll(0...1) == 0 ? "p\(people).jpg" : nil,
            firstSeen: (asOf + -Int64(generator.roll(0...40)) * 86_400).description)
    }

    private func newConversation() throws {
        let owner = try person()
        let group = try generator.roll(0...4) == 0 ? [person()].filter { $0 != owner } : []
        let start = time()
        let seen = (asOf + -Int64(generator.roll(0...40)) * 86_400).description
        try desk.conversation(
            of: owner, generator.pick(["client", "client", "prospect", "candidate", "operator", "unknown"]),
            generator.pick(["assistance", "question", "application"]), on: start?.description, texts: ["0470 00 00 01"],
            media: [], group: group, firstSeen: seen)
    }

    private func lateMessage() throws {
        guard let id = try any("conversation") else { return }
        let order = try desk.database.read {
            try Int64.fetchOne(
                $0, sql: "select coalesce(max(n), 0) + 1 from message where conversation = ?", arguments: [id])
        }
        try desk.lateMessage(in: id, order: order ?? 99, at: (asOf + -900 * 86_400).description, "tard")
    }

    private func inbound() throws {
        guard let id = try any("conversation") else { return }
        let at = asOf.seconds - Int64(generator.roll(0...200)) * 86_400
        try sql(
            """
            update conversation set last_inbound_at = max(coalesce(last_inbound_at, 0), ?1),
              collected_at = max(coalesce(collected_at, 0), ?1), last_seen_at = max(last_seen_at, ?2) where id = ?3
            """, [at, asOf.seconds, id])
        try sql(
            "update person set last_inbound_at = max(last_inbound_at, ?) where id = (select person from conversation where id = ?)",
            [at, id])
    }

    private func changeRole() throws {
        guard let id = try any("conversation") else { return }
        let column = generator.pick(["role", "purpose"])
        let value = generator.pick(
            column == "role"
                ? ["client", "prospect", "candidate", "operator", "unknown"] : ["assistance", "application"])
        try sql("update conversation set \(column) = ? where id = ?", [value, id])
    }

    private func event(_ field: DataMap.Field) throws {
        guard let id = try any("conversation") else { return }
        let at = generator.roll(0...4) == 0 ? nil : asOf.seconds - Int64(generator.roll(-40...900)) * 86_400
        try desk.set(.conversation, id, [field: at])
    }

    private func placeHold() throws {
        let isPerson = generator.roll(0...1) == 0
        guard let id = try any(isPerson ? "person" : "conversation") else { return }
        try desk.hold(
            isPerson ? .person(id) : .conversation(id), generator.pick([.hold, .restriction]), at: asOf.description)
    }

    private func releaseHold() throws {
        try sql("update retention_hold set released_at = ? where released_at is null", [asOf.seconds])
    }

    private func restoreBits() throws {
        let table = generator.pick(["conversation", "person"])
        guard let id = try any(table) else { return }
        try sql("update \(table) set done = done & ? where id = ?", [Int64(generator.roll(0...255)), id])
    }

    private func edit() throws {
        guard let id = try any("conversation") else { return }
        try sql("update message set text = 'corrigé 0470 00 00 01' where conversation = ? and n = 0", [id])
    }

    private func eraseConversation() throws {
        guard let id = try any("conversation") else { return }
        try sql("delete from message where conversation = ?", [id])
        try sql("delete from conversation where id = ?", [id])
    }

    private func withdraw() throws {
        guard let id = try any("person") else { return }
        let at = generator.roll(0...1) == 0 ? nil : asOf.seconds - Int64(generator.roll(0...900)) * 86_400
        try sql("update person set last_inbound_at = ? where id = ?", [at, id])
    }

    private func endRelation() throws {
        guard let id = try any("person") else { return }
        let at = generator.roll(0...4) == 0 ? nil : asOf.seconds - Int64(generator.roll(0...900)) * 86_400
        try sql("update person set relation_ended_at = ? where id = ?", [at, id])
    }

    private func changeGroup() throws {
        guard let id = try any("conversation"), let other = try any("person") else { return }
        if generator.roll(0...1) == 0 {
            try sql(
                "insert or ignore into participant select id, ?1 from conversation where id = ?2 and person <> ?1",
                [other, id])
        } else {
            try sql("delete from participant where conversation = ?", [id])
        }
    }

    private func changeProfile() throws {
        guard let id = try any("person") else { return }
        try sql("update person set photo_file = ? where id = ?", ["new-\(generator.roll(0...99)).jpg", id])
    }

    private func changePolicy() throws { desk.policy = generator.pick(policies) }
}
