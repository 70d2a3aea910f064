/// The quality figures as SQL over messages and marks, written from their definitions in Documentation/Reports.md and
/// not from the program: windows where it loops, a table of hours where it computes.
enum FigureQueries {
    /// Midnight of 12 October 2026 in Brussels.
    static let now = 1_791_756_000

    /// Views that the queries stand on. Brussels is at UTC+2 from end of March to 25 October 2026.
    static let views = """
        create temp table days as with recursive d(n) as (select 0 union all select n + 1 from d where n < 200)
          select 1779400800 + 86400 * n as midnight from d;
        create temp table service as select midnight + 9 * 3600 as s, midnight + 18 * 3600 as e from days
          where strftime('%w', midnight + 7200, 'unixepoch') between '1' and '5';
        create temp table msg as select c.person, c.role, c.purpose, c.thread, m.conversation, m.n, m.direction, m.kind,
          m.sent_at as at from message m join conversation c on c.id = m.conversation;
        create index temp.of_thread on msg(thread, direction, at);
        create index temp.of_conversation on msg(conversation, n);
        create temp table first as select conversation as id, min(at) as opened, max(at) as newest,
          min(at) filter (where direction = 0) as asked from msg group by conversation;
        create temp table talk as select f.*, c.person, c.role, c.purpose,
          case when c.closed_at <= \(now) then c.closed_at end as shut,
          case when c.closed_at <= \(now) then case when c.closed_by = 'silence' then f.newest else c.closed_at end end as ended,
          (select min(a.at) from msg a where a.thread = c.thread and a.direction = 1 and a.at >= f.asked) as answered,
          c.decision_at as decided, 1780264800 + (f.opened - 1780264800) / 604800 * 604800 as week
          from first f join conversation c using (id);
        create temp table told as select *, lead(opened) over (partition by person order by opened, id) as next from talk
          where purpose = 'information';
        create temp table wish as select * from (select *, row_number() over (partition by person, kind order by at desc) as place
          from preference) where place = 1;
        create temp table wait as select id, answered - asked as wall,
          coalesce((select sum(min(e, answered) - max(s, asked)) from service where s < answered and e > asked), 0) as worked
          from talk where answered <= \(now);
        create temp table turn as select id, answered - asked as wall,
          coalesce((select sum(min(e, answered) - max(s, asked)) from service where s < answered and e > asked), 0) as worked
          from (select conversation as id, at as asked,
          (select min(a.at) from msg a where a.conversation = t.conversation and a.direction = 1 and a.n > t.n) as answered
          from (select *, lag(direction) over w as before, sum(direction = 0) over (w rows unbounded preceding) as nth
            from msg where direction <> 2 window w as (partition by conversation order by n)) t
          where direction = 0 and before = 1 and nth > 1) where answered is not null;
        """

    /// Each figure of the conversations that `subset` names, as one column of a row; times by the lower of two middles.
    static func figures(_ subset: String) -> String {
        let inside = "(select * from talk where \(subset))"
        let messages = "msg join \(inside) t on t.id = msg.conversation"
        func middle(_ value: String, _ from: String) -> (median: String, p90: String) {
            let of = "from \(from) x join \(inside) t using (id) where \(value) is not null"
            return (
                "(select \(value) \(of) order by 1 limit 1 offset (select (count(*) - 1) / 2 \(of)))",
                "(select \(value) \(of) order by 1 limit 1 offset (select (9 * count(*) + 9) / 10 - 1 \(of)))"
            )
        }
        let (wall, worked, next) = (middle("x.wall", "wait"), middle("x.worked", "wait"), middle("x.wall", "turn"))
        let nextWorked = middle("x.worked", "turn")
        let resolution = middle("x.took", "(select id, ended - opened as took from talk)")
        let decision = middle("x.took", "(select id, decided - opened as took from talk where decided <= \(now))")
        func within(_ limit: Int) -> String {
            "(select count(*) from wait join \(inside) t using (id) where wall <= \(limit)) * 100 / max(1, (\(asked)))"
        }
        let asked = "select count(*) from \(inside) where asked is not null"
        let late = "not exists(select 1 from service where s <= msg.at and msg.at < e)"
        let informed = "select count(*) from \(messages) where t.purpose = 'information' and direction <> 0"
        let anyTime = "exists(select 1 from wish p where p.person = t.person and kind = 'any-time-request' and given)"
        let optOuts = """
            select count(*) from told t where id in (select id from \(inside)) and exists(select 1 from preference p
              where p.person = t.person and kind like '%out' and given and at >= opened and at < coalesce(next, \(now) + 1))
            """
        let last =
            "(select direction from msg where msg.conversation = t.id and direction <> 2 order by n desc limit 1)"
        let closed = "select count(*) from \(inside) where ended is not null"
        let reopened = """
            select count(*) from \(inside) t where exists(select 1 from talk o where o.person = t.person
              and o.id <> t.id and o.shut <= t.opened and t.opened - o.shut < 604800) and asked = opened
            """
        let oneTouch = """
            select count(*) from \(inside) t where ended is not null
              and 1 = (select count(*) from msg where msg.conversation = t.id and direction = 1)
            """
        let columns: [(String, String)] = [
            ("conversations", "select count(*) from \(inside)"),
            ("persons", "select count(distinct person) from \(inside)"),
            ("inbound", "select count(*) from \(messages) where direction = 0"),
            ("outbound", "select count(*) from \(messages) where direction = 1"),
            ("automatic", "select count(*) from \(messages) where direction = 2"),
            ("media", "select count(*) from \(messages) where kind = 'image'"),
            ("asked", asked), ("answered", "select count(*) from wait join \(inside) t using (id)"),
            ("first_response_median", wall.median), ("first_response_p90", wall.p90),
            ("service_response_median", worked.median), ("service_response_p90", worked.p90),
            ("within_15_min", within(900)), ("within_1_h", within(3600)), ("within_4_h", within(14_400)),
            ("within_1_day", within(86_400)), ("next_response_median", next.median),
            ("next_response_p90", next.p90), ("service_next_response_median", nextWorked.median),
            ("service_next_response_p90", nextWorked.p90), ("resolution_median", resolution.median),
            ("resolution_p90", resolution.p90),
            (
                "unanswered",
                "select count(*) from \(inside) where asked is not null and coalesce(answered, \(now)) - asked > 259200"
            ),
            ("waiting", "select count(*) from \(inside) t where ended is null and \(last) = 0"),
            ("closed", closed), ("reopened", reopened), ("one_touch", oneTouch),
            ("reopen_rate", "select cast(round((\(reopened)) * 100.0 / nullif((\(closed)), 0)) as int)"),
            ("one_touch_rate", "select cast(round((\(oneTouch)) * 100.0 / nullif((\(closed)), 0)) as int)"),
            ("informed", informed), ("out_of_hours", "\(informed) and \(late)"),
            ("out_of_hours_asked", "\(informed) and \(late) and \(anyTime)"), ("opt_outs", optOuts),
            ("decisions", "select count(*) from \(inside) where decided <= \(now)"),
            ("decision_median", decision.median),
        ]
        return "select " + columns.map { "(\($0.1)) as \($0.0)" }.joined(separator: ",\n") + ";"
    }

    /// Applications that began more than 30 days ago and were not decided.
    static func undecided(_ subset: String) -> String {
        """
        select count(*) as n from talk where \(subset) and purpose = 'application'
          and coalesce(decided, \(now) + 1) > \(now) and \(now) - opened > 2592000;
        """
    }

    /// Conversations that wait, by the age of the newest message that is not automatic.
    static func backlog(_ subset: String) -> String {
        """
        select count(*) filter (where age <= 86400) as a, count(*) filter (where age > 86400 and age <= 259200) as b,
          count(*) filter (where age > 259200 and age <= 604800) as c,
          count(*) filter (where age > 604800 and age <= 2592000) as d, count(*) filter (where age > 2592000) as e
        from (select \(now) - m.at as age from talk t join msg m on m.conversation = t.id where \(subset) and ended is null
          and m.direction = 0 and m.n = (select max(n) from msg where conversation = t.id and direction <> 2));
        """
    }

    /// Messages of persons by day of the week, Monday first, and hour.
    static func hours(_ subset: String) -> String {
        """
        select (strftime('%w', at + 7200, 'unixepoch') + 6) % 7 as day, at / 3600 % 24 as utc, count(*) as n
        from msg join talk t on t.id = msg.conversation where direction = 0 and \(subset.replacing("role", with: "t.role")
            .replacing("purpose", with: "t.purpose")) group by 1, 2;
        """
    }
}
