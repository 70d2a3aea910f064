import Foundation
import Testing

/// What cron, a log and a collector of figures see of a run.
struct OperationTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        return desk
    }

    /// The value of a metric, as it stands in the file.
    private func metric(_ name: String, _ desk: Desk) throws -> String? {
        try String(contentsOfFile: desk.folder + "/run.prom", encoding: .utf8).split(separator: "\n")
            .first { $0.hasPrefix(name + " ") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// The Monday after the grace of what was imported today has ended.
    private func monday(_ desk: Desk) throws -> Int {
        try #require(
            (16...22).first { days in
                CivilDay(desk.date(inDays: days))?.weekday == 0
            })
    }

    /// A day with its weekday, 0 for Monday.
    private struct CivilDay {
        let weekday: Int
        init?(_ text: String) {
            let form = DateFormatter()
            form.locale = Locale(identifier: "en_US_POSIX")
            form.timeZone = TimeZone(identifier: "UTC")
            form.dateFormat = "yyyy-MM-dd"
            guard let date = form.date(from: text) else { return nil }
            weekday = (Int(date.timeIntervalSince1970 / 86_400) + 3) % 7
        }
    }

    @Test func `cron hears one line a week, in the first good night of it, and else nothing`() throws {
        let desk = try desk()
        let monday = try monday(desk)
        let nights = try (0...8).map { try desk.run("run", "--as-of", desk.date(inDays: monday + $0)) }
        #expect(nights.allSatisfy { $0.code == 0 && $0.errors == "" })
        #expect(nights.map(\.output.isEmpty) == [true, true, true, true, true, true, true, false, true])
        let line = nights[7].output
        #expect(line.contains("7 nights ran in the week of \(desk.date(inDays: monday))"), "\(line)")
        #expect(line.split(separator: "\n").count == 1)
        let quiet = try desk.run("run", "--as-of", desk.date(inDays: monday + 14), "--quiet")
        #expect(quiet.code == 0 && quiet.output == "" && quiet.errors == "")
    }

    @Test func `every line of a log bears the run's id, as text and as JSON`() throws {
        let desk = try desk()
        let json = try desk.run("run", "--as-of", desk.date(inDays: 16), "--log-format", "json")
        #expect(json.code == 0)
        let lines = try json.errors.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.count >= 9)
        #expect(Set(lines.compactMap { $0["run"] as? String }).count == 1)
        #expect(lines.allSatisfy { $0["at"] is String && $0["level"] is String && $0["message"] is String })
        let text = try desk.run("run", "--as-of", desk.date(inDays: 17), "--log-format", "text")
        let ids = text.errors.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first { $0.hasPrefix("run=") }
        }
        #expect(Set(ids).count == 1 && ids.count == text.errors.split(separator: "\n").count)
        // What fails is in the log too, with its own code, on one line.
        _ = try desk.shell("chmod 755 state/keys")
        let failed = try desk.run("run", "--log-format", "json")
        #expect(failed.code == 73)
        #expect(failed.errors.split(separator: "\n").count == 1 && failed.errors.contains("chmod 700"))
    }

    @Test func `the metrics say what a night came to, and keep the last success when one fails`() throws {
        let desk = try desk()
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--metrics-file", "run.prom")
        #expect(run.code == 0 && run.output == "" && run.errors == "")
        #expect(try desk.shell("stat -c %a run.prom") == "644\n")
        let success = try #require(try metric("retention_last_success_timestamp_seconds", desk))
        #expect(try #require(Int(success)) > 1_700_000_000)
        #expect(try metric("retention_last_exit_code", desk) == "0")
        let done = try #require(try metric(#"retention_records{state="done"}"#, desk))
        #expect(try #require(Int(done)) > 0)
        #expect(try metric(#"retention_records{state="due"}"#, desk) == done)
        #expect(try #require(try Int(metric("retention_scrubbed_bytes", desk) ?? "")) >= 4096)
        #expect(try #require(try Double(metric(#"retention_stage_seconds{stage="archive"}"#, desk) ?? "")) > 0)

        _ = try desk.shell("mv state/keys kept; sed -i 's/^\\(retention_last_success.*\\) .*/\\1 1700000000/' run.prom")
        #expect(try desk.run("run", "--metrics-file", "run.prom").code == 66)
        #expect(try metric("retention_last_exit_code", desk) == "66")
        #expect(try metric("retention_last_success_timestamp_seconds", desk) == "1700000000")
        #expect(try metric("retention_run_number", desk) == nil)
        _ = try desk.shell("mv kept state/keys")
        #expect(try desk.run("run", "--metrics-file", "run.txt").code == 64)
        let lost = try desk.run("run", "--metrics-file", "nowhere/run.prom")
        #expect(lost.code == 66 && lost.errors.contains("nowhere"), "\(lost.code)")
    }

    @Test func `a limit that tripped shows in the metrics`() throws {
        let desk = try Desk {
            $0.replacing("grace: 14 days", with: "grace: 1 day").replacing("at-least: 50", with: "at-least: 1")
        }
        try desk.run("init", "--rehearsal")
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        try desk.run("check", "--approve", "--by", "A. Peeters")
        _ = try desk.shell(
            """
            sqlite3 state/store.db "update retention_store set rehearsal = 0;
              update retention_approval set at = at - 864000; update person set first_seen_at = first_seen_at - 864000;
              update conversation set first_seen_at = first_seen_at - 864000"
            """)
        let run = try desk.run("run", "--metrics-file", "run.prom")
        #expect(run.code == 20, "\(run.errors)")
        #expect(try metric("retention_limit_tripped", desk) == "1")
    }

    @Test func `a run that was asked to end says what is left`() throws {
        let desk = try desk()
        let run = try desk.run("run", "--as-of", desk.date(inDays: 16), "--run-time", "0s")
        #expect(run.code == 3)
        #expect(run.errors.contains("its time was over: 0 of"), "\(run.errors)")
        #expect(run.errors.contains("redact all, archive: 1 left\n"), "\(run.errors)")
        #expect(run.errors.hasSuffix("  the next run goes on\n"), "\(run.errors)")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        #expect(desk.files(in: "archive").count == 2)
    }
}
