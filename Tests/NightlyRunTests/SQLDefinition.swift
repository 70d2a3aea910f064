import Conversations
import Fixtures
import GRDB
import Planning
import Policies

/// What is due of conversations, in plain SQL over every record, for a policy of periods in days in UTC: written from
/// the rules' semantics and not from the code that decides.
struct SQLDefinition {
    let desk: Desk
    let asOf: Instant

    /// One line of a plan: how many conversations of a rule and action are in each state.
    struct Line: Hashable, CustomStringConvertible {
        let rule: String
        let actions: Int64
        let state: String
        let count: Int
        var description: String { "\(rule) \(Actions(rawValue: actions)): \(count) \(state)" }
    }

    func lines() throws -> Set<Line> {
        try desk.database.write { db in
            try db.execute(
                sql:
                    "drop table if exists temp.term; create temp table term(role, purpose, rule, acts, clock, unless, before)"
            )
            try writeTerms(db)
            let rows = try Row.fetchAll(db, sql: Self.sql, arguments: ["day": day * 86_400, "asOf": asOf.seconds])
            return Set(rows.map { Line(rule: $0[0], actions: $0[1], state: $0[2], count: $0[3]) })
        }
    }

    /// The same lines, as a plan counts them.
    static func lines(of plan: Plan) -> Set<Line> {
        Set(
            plan.lines.filter { $0.subject == .conversations }.flatMap { line in
                [
                    ("due", line.due.records), ("in grace", line.inGrace), ("held", line.held),
                    ("restricted", line.restricted),
                ]
                .filter { $0.1 > 0 }
                .map { Line(rule: line.rule, actions: line.actions.rawValue, state: $0.0, count: $0.1) }
            })
    }

    private var day: Int64 { asOf.seconds / 86_400 }

    /// One row for each step that applies to a role and purpose, with the instant before which its clock is past.
    private func writeTerms(_ db: Database) throws {
        for role in Role.allCases {
            for purpose in Purpose.allCases {
                guard let rule = desk.policy.rule(role: role, purpose: purpose) else { continue }
                var steps = rule.steps.map { ($0, $0.since ?? rule.since, RetentionClock?.none) }
                steps +=
                    rule.otherwise.map { branch in
                        branch.steps.map { ($0, $0.since ?? branch.since, rule.since) }
                    } ?? []
                for (step, clock, unless) in steps {
                    guard step.after.unit == .days, step.otherwise == nil else { throw FixtureError("not in days") }
                    let actions = step.actions.subtracting(.ofPerson)
                    guard !actions.isEmpty else { continue }
                    try db.execute(
                        sql: "insert into temp.term values (?, ?, ?, ?, ?, ?, ?)",
                        arguments: [
                            role.rawValue, purpose.rawValue, rule.name, actions.rawValue, clock.rawValue,
                            unless?.rawValue, (day - Int64(step.after.count)) * 86_400,
                        ])
                }
            }
        }
    }

    private static let sql = """
        with persons as (
          select c.id, c.person from conversation c union all select conversation, person from participant),
        clocks as (
          select c.*,
            (select case when count(*) = count(p.last_inbound_at) and c.last_inbound_at is not null
               then max(max(p.last_inbound_at), c.last_inbound_at) end
             from persons s join person p on p.id = s.person where s.id = c.id) heard,
            (select relation_ended_at from person p where p.id = c.person) ended,
            exists(select 1 from retention_hold h where h.kind = 'hold'
              and (h.released_at is null or h.released_at > :asOf - 14 * 86400)
              and (h.conversation = c.id or h.person in (select person from persons s where s.id = c.id))) held,
            exists(select 1 from retention_hold h where h.kind = 'restriction'
              and (h.released_at is null or h.released_at > :asOf - 14 * 86400)
              and (h.conversation = c.id or h.person in (select person from persons s where s.id = c.id)))
            or exists(select 1 from persons s join person p on p.id = s.person where s.id = c.id and p.restricted) restricted
          from conversation c),
        dated as (
          select c.id, t.rule, t.acts, t.before, c.done, c.first_seen_at, c.held, c.restricted,
            case t.clock
              when 'collected' then iif(c.collected_at <= c.last_seen_at, c.collected_at, null)
              when 'last-inbound' then iif(c.last_inbound_at <= c.last_seen_at, c.last_inbound_at, null)
              when 'person-last-inbound' then iif(c.heard <= max(c.last_seen_at, :asOf), c.heard, null)
              when 'closed' then c.closed_at when 'decision' then c.decision_at when 'relation-ended' then c.ended end at
          from clocks c join temp.term t on t.role = c.role and t.purpose = c.purpose
          where case t.unless when 'closed' then c.closed_at when 'decision' then c.decision_at
            when 'relation-ended' then c.ended end is null),
        past as (select *, at >= 1230768000 and at < before is_past from dated),
        lines as (
          select id, rule, acts, done, first_seen_at, held, restricted, max(coalesce(is_past, 0)) is_past
          from past group by id, acts),
        ended as (select id from lines where acts = 32 and is_past)
        select rule, acts,
          case when held then 'held' when restricted then 'restricted'
            when first_seen_at >= :day - 14 * 86400 then 'in grace' else 'due' end state,
          count(*)
        from lines
        where is_past and (acts & ~done) <> 0 and (acts = 32 or id not in (select id from ended))
        group by 1, 2, 3
        """
}
