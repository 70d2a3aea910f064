import Foundation
import Testing

/// What a night ended with is kept, and is what the next nights and `doctor` go by.
struct NightEndTests {
    private func desk(rehearsal: Bool = true) throws -> Desk {
        let desk = try Desk()
        _ = try desk.runAll(["init", "--policy", desk.policy] + (rehearsal ? ["--rehearsal"] : []))
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400, 20])
        try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        if !rehearsal { try desk.run("check", "--approve", "--by", "A. Peeters") }
        return desk
    }

    private func lastNight(_ desk: Desk) throws -> String {
        let lines = try desk.run("doctor", "--json").output.split(separator: "\n")
        return String(try #require(lines.first { $0.contains("\"check\":\"last night\"") }))
    }

    @Test func `a night keeps the exit code that it ended with`() throws {
        let desk = try desk()
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16), "--run-time", "0s").code == 3)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        #expect(try desk.sqlite("select exit_code from retention_run order by id") == "3\n0\n")
    }

    @Test func `a run that was stopped by a signal is no night that went well`() throws {
        let desk = try desk()
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        #expect(try lastNight(desk).contains("\"state\":\"ok\""))
        _ = try desk.sqlite("update retention_run set exit_code = 143")
        let stopped = try lastNight(desk)
        #expect(stopped.contains("\"state\":\"warning\"") && stopped.contains("exit code 143"), "\(stopped)")
    }

    @Test func `a store whose nights have not ended well for days ends doctor with 3`() throws {
        let desk = try desk(rehearsal: false)
        #expect(try desk.run("run").code == 0)
        _ = try desk.sqlite("update retention_run set as_of = as_of - 3 * 86400")
        #expect(try desk.run("run").code == 0)
        #expect(try lastNight(desk).contains("\"state\":\"ok\""))
        _ = try desk.sqlite("update retention_run set exit_code = 23 where id = 2")
        let late = try desk.run("doctor")
        #expect(late.code == 3)
        let ended = try lastNight(desk)
        #expect(ended.contains("exit code 23") && ended.contains("ended well was \(desk.date(inDays: -3))"), "\(ended)")
    }

    @Test func `after a week whose first night went ill, the next good one says that it ran`() throws {
        let desk = try desk()
        let monday = try #require((16...22).first { try weekday(desk.date(inDays: $0)) == 0 })
        for day in 0..<7 { #expect(try desk.run("run", "--as-of", desk.date(inDays: monday + day)).code == 0) }
        #expect(try desk.run("run", "--as-of", desk.date(inDays: monday + 7)).code == 0)
        _ = try desk.sqlite("update retention_run set exit_code = 3 where id = 8")
        let next = try desk.run("run", "--as-of", desk.date(inDays: monday + 8))
        #expect(next.output.contains("7 nights ran in the week"), "\(next)")
        #expect(try desk.run("run", "--as-of", desk.date(inDays: monday + 9)).output == "")
    }

    /// 0 for Monday.
    private func weekday(_ text: String) throws -> Int {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(identifier: "UTC")
        form.dateFormat = "yyyy-MM-dd"
        return (Int(try #require(form.date(from: text)).timeIntervalSince1970 / 86_400) + 3) % 7
    }

    @Test func `a store of a version that kept no exit codes is read as it is, and gets them from its next run`() throws
    {
        let desk = try desk()
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16)).code == 0)
        _ = try desk.sqlite(
            """
            alter table retention_run drop column exit_code;
            delete from grdb_migrations where identifier = 'control 3';
            """)
        let before = try desk.everything()
        #expect(try lastNight(desk).contains("\"state\":\"ok\""))
        #expect(try desk.everything() == before)
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 17)).code == 0)
        #expect(try desk.sqlite("select coalesce(exit_code, 'none') from retention_run order by id") == "none\n0\n")
    }

    @Test func `the figures show a night that could not even read its policy`() throws {
        let desk = try desk()
        func code() throws -> String { try desk.shell("grep '^retention_last_exit_code' run.prom") }
        #expect(try desk.run("run", "--as-of", desk.date(inDays: 16), "--metrics-file", "run.prom").code == 0)
        #expect(try code() == "retention_last_exit_code 0\n")
        _ = try desk.shell("cp Retention.yaml kept; sed -i 's/^grace: .*/grace: 14/' Retention.yaml")
        #expect(try desk.run("run", "--metrics-file", "run.prom").code == 78)
        #expect(try code() == "retention_last_exit_code 78\n")
        _ = try desk.shell("rm Retention.yaml")
        #expect(try desk.run("run", "--metrics-file", "run.prom").code == 66)
        #expect(try code() == "retention_last_exit_code 66\n")
        #expect(try desk.shell("grep -c '^retention_last_success_timestamp_seconds 1' run.prom") == "1\n")
    }
}
