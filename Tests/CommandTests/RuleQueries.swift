/// When each step of the shipped policy falls due, as SQL over messages and marks. Written from what the policy file says,
/// and not from the program: every rule that the desk has conversations of is spelled out.
enum RuleQueries {
    /// Views that the queries stand on. Brussels is an hour from UTC after 25 October 2026, at 1:00, and two before.
    static let views = """
        create temp table talk as select c.id, c.person, c.role, c.purpose, c.decision_at as decided,
          max(m.sent_at) as newest, coalesce(max(m.sent_at) filter (where m.direction = 0), max(m.sent_at)) as asked,
          coalesce(c.closed_at, max(m.sent_at) filter (where m.direction = 0), max(m.sent_at)) as ended
          from conversation c join message m on m.conversation = c.id group by c.id;
        create temp table step as
          \(steps.map { "select id, '\($0.rule)' as rule, '\($0.actions)' as actions, \($0.since) as at, \($0.after) as after from talk where \($0.group)" }
            .joined(separator: "\n  union all "));
        create temp table due as select id, rule, actions, date(case when strftime('%d', ends) <> strftime('%d', begun)
            and after like '%months' then date(ends, 'start of month', '-1 day') || ' ' || time(begun) else ends end,
            '-1 second', '+1 day') as day
          from (select *, datetime(begun, after) as ends from (select *, datetime(at + 3600 * (1 + (at < 1792890000)), 'unixepoch') as begun
            from step));
        create temp table gone as select id, min(day) filter (where actions = 'erase all') as erased,
          min(day) filter (where actions in ('erase all', 'redact all, archive')) as leaves,
          min(day) filter (where actions in ('erase all', 'profile')) as bare from due group by id;
        """

    private static let steps: [(rule: String, group: String, actions: String, since: String, after: String)] =
        groups.flatMap { rule, group, erased in
            let profile = (rule, group, "profile", "ended", "'+30 days'")
            let media = (rule, group, "erase media", "ended", "'+30 days'")
            let last = (rule, group, erased.actions, erased.since, erased.after)
            return rule == "candidate-application" ? [profile, last] : [profile, media, last]
        }

    private static let groups: [(String, String, (actions: String, since: String, after: String))] = [
        ("information", "purpose = 'information'", ("erase all", "newest", "'+6 months'")),
        (
            "client-assistance", "role = 'client' and purpose = 'assistance'",
            ("redact all, archive", "asked", "'+12 months'")
        ),
        ("client-technical", "role = 'client' and purpose = 'technical'", ("erase all", "ended", "'+6 months'")),
        ("prospect-question", "role = 'prospect' and purpose = 'question'", ("erase all", "asked", "'+12 months'")),
        (
            "candidate-application", "role = 'candidate' and purpose = 'application'",
            ("erase all", "coalesce(decided, asked)", "case when decided is null then '+6 months' else '+3 months' end")
        ),
        ("operator-work", "role = 'operator' and purpose = 'assistance'", ("erase all", "ended", "'+12 months'")),
        ("everything-else", "role = 'unknown'", ("erase all", "asked", "'+6 months'")),
    ]

    /// A row a rule and step: how many conversations fall due after `before` and by `night`, and how many more within 30,
    /// 60 and 90 days of it. What is erased as a whole by then needs no other step.
    static func lines(after before: String, by night: String) -> String {
        """
        select rule, actions, sum(day > '\(before)' and day <= '\(night)' and (actions = 'erase all' or erased is null or erased > '\(night)')),
          \(horizons(of: "day", after: night, "(actions = 'erase all' or erased is null or erased > day)"))
        from due join gone using (id) where actions <> 'profile' group by 1, 2;
        """
    }

    /// The same of persons: their profile goes with the last of their conversations, the number and name once no
    /// conversation is left that needs them. Who goes as a whole tonight needs no other step.
    /// - Parameter isInGrace: nothing goes tonight.
    static func persons(after before: String, by night: String, isInGrace: Bool) -> String {
        let from = """
            from (select max(bare) as bare, max(leaves) as leaves, min(leaves is not null and leaves <= '\(night)') as goes
              from talk join gone using (id) group by person)
            """
        func row(_ name: String, _ day: String) -> String {
            let due = "\(day) > '\(before)' and \(day) <= '\(night)' and \(isInGrace ? "1" : "not goes")"
            return "select '*', '\(name)', sum(\(due)), \(horizons(of: day, after: night, "1")) \(from)"
        }
        let going = isInGrace ? "" : "union all select '*', 'erase all', sum(goes), 0, 0, 0 \(from)"
        return """
            \(row("erase profile-photo", "bare")) union all \(row("erase profile-status", "bare"))
            union all \(row("pseudonymise", "leaves")) \(going);
            """
    }

    /// What falls due by each horizon and did not before.
    private static func horizons(of day: String, after night: String, _ condition: String) -> String {
        [30, 60, 90].map { "sum(\(day) > '\(night)' and \(day) <= date('\(night)', '+\($0) days') and \(condition))" }
            .joined(separator: ", ")
    }

    /// How many records of the store something is done to in a night, and how many weeks of a role and purpose lose one.
    static func touched(after before: String, by night: String) -> String {
        """
        select (select count(*) from conversation),
          (select count(distinct id) from due where actions <> 'profile' and day > '\(before)' and day <= '\(night)'),
          (select sum(max(goes, (bare > '\(before)' and bare <= '\(night)'), coalesce(leaves > '\(before)' and leaves <= '\(night)', 0)))
            from (select max(bare) as bare, max(leaves) as leaves, min(leaves is not null and leaves <= '\(night)') as goes
              from talk join gone using (id) group by person)),
          (select count(distinct role || purpose || ((opened + 3600 * (1 + (opened < 1792890000)) - 345600) / 604800)) from
            (select talk.id, role, purpose, min(sent_at) as opened from talk join message on conversation = talk.id group by 1)
            join gone using (id) where leaves <= '\(night)');
        """
    }
}
