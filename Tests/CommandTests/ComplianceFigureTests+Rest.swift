import Foundation
import Testing

/// What the compliance report counts beside stock and flow, against queries of the messages and files themselves.
extension ComplianceFigureTests {
    /// Messages of information, refusals, profiles, calls and media, as the first night left them.
    func comparePractice(_ desk: Desk) throws {
        let report = try report(desk, "2026-10", FigureDesk.asOf)
        let tables = try sections(report).flatMap { $0["tables"] as? [[String: Any]] ?? [] }
        // 35 days before midnight of the night.
        let since = FigureQueries.now - 35 * 86_400
        let sent = try numbers(
            desk,
            FigureQueries.views + """
                create temp table sent as select msg.at as at, msg.person as person from msg
                  join talk t on t.id = msg.conversation where t.purpose = 'information' and t.opened >= \(since) and direction <> 0;
                select count(*), count(*) filter (where late), count(*) filter (where late and exists(
                  select 1 from wish p where p.person = sent.person and kind = 'any-time-request' and given)),
                  count(*) filter (where exists(select 1 from wish p where p.person = sent.person and kind like '%out'
                    and given and sent.at > p.at + 86400)),
                  (select count(*) from told t where opened >= \(since) and exists(select 1 from preference p where
                    p.person = t.person and kind like '%out' and given and at >= opened and at < coalesce(next, at + 1)))
                from (select *, not exists(select 1 from service where s <= at and at < e) as late from sent) sent;
                """)
        #expect(sent[0] > 50 && sent[1] > sent[2] && sent[2] > 0)
        let wishes = try numbers(
            desk,
            FigureQueries.views + """
                select count(*) filter (where kind like '%out' and given), count(*) filter (where kind like 'any%' and given)
                  from wish;
                """)
        #expect(wishes[0] >= 5 && wishes[1] >= 5 && sent[3] > 0 && sent[4] > 0)
        // Fewer than five are not told, nor what they are of a thousand.
        let rate = Int((Double(sent[4]) * 1000 / Double(sent[0])).rounded())
        let refused: [Int?] = sent[4] < 5 ? [nil, nil] : [sent[4], rate]
        let truth: [Int?] = sent[...3].map { $0 } + refused + wishes.map { $0 }
        let rows = try #require(tables.first { $0["id"] as? String == "information" }?["rows"] as? [Row])
        #expect(rows.map { $0[1] as? Int } == truth)
        let checks = try #require(tables.first { $0["id"] as? String == "checks" }?["rows"] as? [Row])
        #expect(checks.first { $0[0] as? String == "F6" }?[3...4].map { $0 as? Int } == [sent[0], sent[3]])
        try compareCategories(desk, tables)

        let promises = try #require(tables.first { $0["id"] as? String == "promises" }?["rows"] as? [Row])
        func found(_ text: String) throws -> [String: Any] {
            let cell = promises.compactMap { $0[2] as? [String: Any] }.first { $0["text"] as? String == text }
            var values = try #require(cell?["values"] as? [String: Any], "\(text)")
            values["examined"] = cell?["n"]
            return values
        }
        let profiles = try numbers(
            desk,
            """
            select count(*), sum(profile_public is 0), sum(profile_public is null) from person
              where coalesce(photo_file, status_text) is not null;
            """)
        let profile = try found("foundProfile")
        #expect(profiles.allSatisfy { $0 > 0 })
        #expect(["examined", "failing", "unknown"].map { profile[$0] as? Int } == profiles)
        let talks = try numbers(
            desk, "select count(*), sum(role = 'unknown' or purpose = 'unknown') from conversation;")
        let purposes = try found("foundPurposes")
        #expect(["examined", "failing"].map { purposes[$0] as? Int } == [(talks[0] + 10) / 20 * 20, talks[1]])
        let hours = try found("foundHours")
        #expect(["examined", "failing"].map { hours[$0] as? Int } == [sent[0], sent[1] - sent[2]])
        #expect(hours["date"] as? String == "2026-09-07")
        let text = try found("foundText")
        let calls = try numbers(
            desk,
            "select (select count(*) from event where kind not like 'missed%'), (select count(*) from message where kind = 'image');"
        )
        #expect(calls[0] > 0 && calls[1] > 0)
        #expect(["examined", "failing", "media"].map { text[$0] as? Int } == [(talks[0] + 10) / 20 * 20] + calls)
        #expect(try found("foundVersion")["examined"] as? Int == 1)
    }

    /// What is stored beside conversations, and what of them is held and restricted.
    private func compareCategories(_ desk: Desk, _ tables: [[String: Any]]) throws {
        let truth = try numbers(
            desk,
            """
            select sum(coalesce(display_name, first_name, last_name) is not null), count(photo_file), count(status_text),
              (select count(*) from address), (select count(*) from message where kind = 'image'),
              (select count(*) from event), (select count(*) from preference) from person;
            """)
        let rows = try #require(tables.first { $0["id"] as? String == "stock-categories" }?["rows"] as? [Row])
        #expect(truth[1] == 0 && truth[2] > 20 && truth[4] > 20)
        #expect(rows.map { $0[1] as? Int } == truth.map { $0 < 10 ? ($0 == 0 ? 0 : nil) : ($0 + 10) / 20 * 20 })
    }

    /// A row a month that had a night: what was stored after it, and what the archive files hold at the end.
    func compareTrend(_ desk: Desk, _ asOf: String, _ stored: [Int]) throws {
        func rounded(_ count: Int) -> Int { (count + 10) / 20 * 20 }
        let rows = try table("stock-trend", desk, "2027-07", asOf)
        #expect(rows.map { $0[0] as? String } == ["2026-10", "2027-05", "2027-07"])
        #expect(rows.map { $0[1] as? Int } == stored.map(rounded))
        let files = try desk.shell(
            "cat archive/*.jsonl.gz | gzip -dc | wc -l; du -bc archive/*.jsonl.gz | tail -1 | cut -f1"
        )
        .split(whereSeparator: \.isNewline).compactMap { Int($0) }
        #expect(files[0] > 20)
        #expect(rows.last?[2] as? Int == rounded(files[0]))
        let stock = try table("stock", desk, "2027-07", asOf)
        let archive = try #require(stock.first { $0[0] as? String == "archiveStock" })
        #expect(archive[1] as? Int == rounded(files[0]))
        // Its size is to the nearest 10 kB, and below that not told apart.
        let size = (archive[4] as? [String: Any])?["text"] as? String ?? "\(archive[4])"
        #expect(files[1] > 0 && size == (files[1] < 10_000 ? "sizeLess" : "\((files[1] + 5_000) / 10_000 * 10_000)"))
        let messages = try desk.shell("cat archive/*.jsonl.gz | gzip -dc | grep -o '\"n\":' | wc -l")
        #expect(archive[2] as? Int == rounded(Int(messages.split(separator: "\n")[0]) ?? -1))
        let held = try #require(stock.first { $0[0] as? String == "heldStock" })
        #expect(try numbers(desk, "select count(*) from retention_hold where released_at is null;") == [1])
        #expect(held[1] as? String == "< 10")
    }

    /// Nights, holds, anonymisation and archives of a year.
    func compareNights(_ desk: Desk, _ asOf: String) throws {
        let report = try report(desk, "2027", asOf)
        let facts = try #require(report["facts"] as? [String: Any])
        let nights = try #require((facts["nightsFact"] as? [String: Any])?["values"] as? [String: Any])
        let expected = try numbers(
            desk,
            """
            select cast(julianday('\(asOf)') - julianday(max('2027-01-01', min('2027-05-01',
              date(created_at, 'unixepoch', '+1 hour')))) as int) + 1 from retention_store;
            """)[0]
        #expect(nights["expected"] as? Int == expected)
        #expect(nights["succeeded"] as? Int == 2 && nights["unfinished"] as? Int == 0)
        #expect(nights["missing"] as? Int == expected - 2)
        let notes = try sections(report).flatMap { $0["notes"] as? [[String: Any]] ?? [] }
        let active = try #require(notes.first { $0["text"] as? String == "holdsActive" })
        #expect(active["n"] as? Int == 1)
        // Each frozen block of the year's weeks, months and quarters, told or not.
        let cells = try desk.run("report", "--dataset", "--period", "2027").output.split(whereSeparator: \.isNewline)
            .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .filter { $0[6] == "block" }
        let shown = try table("anonymisation", desk, "2027", asOf)[0]
        #expect(shown[2] as? Int == cells.count { $0[7].isEmpty })
        #expect(shown[3] as? Int == cells.count { !$0[7].isEmpty })
    }
}
