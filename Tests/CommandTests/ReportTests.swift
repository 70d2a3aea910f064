import Foundation
import Testing

/// The reports of a period, the record of processing and the notice, through the built binary.
struct ReportTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        for number in 10..<24 {
            let export = try desk.export("\(number).txt", phone: "+32 470 00 00 \(number)", daysAgo: [60, 40, 20])
            try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        }
        #expect(try desk.run("import", "--complete").code == 0)
        #expect(try desk.run("run").code == 0)
        return desk
    }

    @Test func `a period has its reports in every language and form`() throws {
        let desk = try desk()
        let year = String(desk.date(inDays: 0).prefix(4))
        let made = try desk.run(
            "report", "--period", year, "--language", "fr,nl,en", "--format", "html,csv,json", "--output", "out")
        #expect(made.code == 0, "\(made.errors)")
        let files = desk.files(in: "out")
        #expect(
            Set(made.output.split(separator: "\n").map { String($0.split(separator: "/").last ?? "") }) == Set(files))
        for name in ["compliance-\(year)", "quality-\(year)"] {
            #expect(files.contains("\(name).json"))
            for language in ["fr", "nl", "en"] { #expect(files.contains("\(name)-\(language).html")) }
        }
        #expect(files.contains("compliance-\(year)-nl-checks.csv"))
        // The day is of Brussels, where it may be tomorrow.
        let days = [desk.date(inDays: 7), desk.date(inDays: 8)]
        #expect(files.contains { name in days.contains { name.contains("-live-until-\($0)") } })
        #expect(try desk.shell("stat -c %a out/* | sort -u") == "600\n")
        // No number, name or word of a message is in any of them.
        #expect(try desk.shell("grep -l -a -i -E '470.?00.?00.?[12]|facture|je regarde' out/*; true") == "")
        // The frozen view and the compliance report are the same when they are made again.
        let before = try desk.shell("sha256sum out/quality-\(year)-fr.html out/compliance-\(year)-fr.html")
        try desk.run("report", "--period", year, "--output", "out")
        #expect(try desk.shell("sha256sum out/quality-\(year)-fr.html out/compliance-\(year)-fr.html") == before)
    }

    @Test func `one kind, one period, and the report of one run`() throws {
        let desk = try desk()
        #expect(try desk.run("report", "quality", "--period", "1", "--output", "q").code == 0)
        #expect(desk.files(in: "q").allSatisfy { $0.hasPrefix("quality-run-1") })
        #expect(try desk.run("report", "compliance", "--output", "c").code == 0)
        #expect(desk.files(in: "c").count == 2)
        let run = try desk.run("report", "--run", "1", "--output", "r")
        #expect(run.code == 0 && desk.files(in: "r").count == 2)
        #expect(try desk.shell("cmp r/run-1-*.html reports/run-1-*.html && echo same") == "same\n")
    }

    @Test func `the reports of a quarter that is over are the same after later nights and later figures`() throws {
        let desk = try desk()
        let parts = desk.date(inDays: 0).split(separator: "-").compactMap { Int($0) }
        let quarter = "\(parts[0])-Q\((parts[1] + 2) / 3)"
        func hashes(after days: Int) throws -> String {
            #expect(try desk.run("run", "--as-of", desk.date(inDays: days)).code == 0)
            for kind in ["compliance", "quality"] {
                let made = try desk.run(
                    "report", kind, "--period", quarter, "--as-of", desk.date(inDays: days), "--format", "html,json",
                    "--output", "out")
                #expect(made.code == 0, "\(made.errors)")
            }
            return try desk.shell(
                "cd out && sha256sum compliance-\(quarter)* quality-\(quarter)-fr* quality-\(quarter).json")
        }
        func spans() throws -> String {
            try desk.shell("sqlite3 state/store.db 'select count(*) from retention_fact_span'")
        }
        let (before, told) = try (hashes(after: 110), spans())
        #expect(before.split(separator: "\n").count == 4)
        #expect(try hashes(after: 150) == before)
        #expect(try spans() != told)
    }

    @Test(arguments: [
        (["report", "--period", "2026-W01"], Int32(64), "--period is a run's number"),
        (["report", "--period", "2026", "--run", "1"], 64, "--run writes the report of one run"),
        (["report", "--period", "2026", "--format", "docx"], 64, "choose html, pdf, csv or json"),
        (["report", "--period", "2026", "--language", "de"], 64, "choose fr, nl or en"),
        (["notice"], 64, "choose --print LANGUAGE or --check FILE"),
        (["notice", "--print", "de"], 64, "choose fr, nl or en"),
        (["notice", "--check", "nothing.txt"], 66, "name a file that is there"),
    ])
    func `what cannot be done is said`(_ arguments: [String], _ code: Int32, _ words: String) throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let result = try desk.runAll(arguments + ["--policy", desk.policy])
        #expect(result.code == code)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func `before the first night there is nothing to report`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let result = try desk.run("report", "--period", "2026", "--output", "out")
        #expect(result.code == 66)
        #expect(result.errors.contains("no run was ever finished"))
    }

    @Test func `PDF is printed by a program of the machine, and without one it says so`() throws {
        let desk = try desk()
        let bare = try desk.shell(
            "PATH=/nonexistent \(Desk.binary) report compliance --format pdf --output out --policy \(desk.policy); echo $?"
        )
        #expect(bare.contains("there is no program that prints PDF"))
        #expect(bare.hasSuffix("66\n"))
        // Every program of the machine but one of the two; Scripts/test installs both.
        _ = try desk.shell("mkdir path && cp -s /usr/bin/* path")
        for (printer, other) in [("weasyprint", "chromium"), ("chromium", "weasyprint")] {
            let made = try desk.shell(
                """
                ln -sf /usr/bin/\(printer) path/\(printer) && rm -f path/\(other)
                PATH=$PWD/path \(Desk.binary) report compliance --format pdf --output \(printer) --policy \(desk.policy) 2>&1
                echo $?
                """)
            #expect(made.hasSuffix("\n0\n"), "\(printer): \(made)")
            #expect(try desk.shell("head -c 4 \(printer)/*.pdf; stat -c %a \(printer)/*.pdf") == "%PDF600\n")
            let pages = try desk.shell("grep -a -o '/Type */Page\\b' \(printer)/*.pdf | wc -l")
            #expect(Int(pages.split(separator: "\n").first ?? "") ?? 0 > 3, "\(printer): \(pages)")
        }
    }

    @Test func `the dataset goes to standard output`() throws {
        let desk = try desk()
        let result = try desk.run("report", "--dataset")
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("span,level,starts,ends,role,purpose,kind,withheld,"))
        #expect(result.output.contains(",client,assistance,block,"))
    }

    @Test func `the notice's section and the record come from the policy`() throws {
        let desk = try Desk()
        for (language, words) in [
            ("fr", "Durées de conservation"), ("nl", "Bewaartermijnen"), ("en", "How long we keep"),
        ] {
            #expect(try desk.run("notice", "--print", language).output.contains(words))
            let record = try desk.run("record", "--language", language)
            #expect(record.code == 0 && record.output.contains("SEXYPHONE"))
        }
        try "Bonjour, nous gardons tout 99 ans.".write(
            toFile: desk.folder + "/notice.txt", atomically: false, encoding: .utf8)
        let checked = try desk.run("notice", "--check", "notice.txt", "--language", "en")
        #expect(checked.code == 22)
        #expect(checked.output.contains("13(1)(a)") && checked.output.contains("“99 ans”"))
        let lines = try desk.run("notice", "--check", "notice.txt", "--json").output.split(separator: "\n")
        #expect(lines.last == "{\"gaps\":\(lines.count - 1)}")
    }
}

extension ReportTests {
    @Test func `of a run that never was, and of a time that lies ahead, there is no report`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        #expect(try desk.run("run").code == 0)
        let reports = desk.files(in: "reports")
        for period in ["99", "2199", "2199-Q1", "2199-07"] {
            let refused = try desk.run("report", "--period", period)
            #expect(refused.code == 66 && refused.errors.contains("there is nothing of"), "\(refused)")
        }
        #expect(desk.files(in: "reports") == reports)
        let year = String(desk.date(inDays: 0).prefix(4))
        for period in ["1", year] { #expect(try desk.run("report", "--period", period).code == 0) }
    }

    @Test func `a verification goes into the proof section, of this store and whole`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        #expect(try desk.run("run").code == 0)
        let proof = try desk.run("verify", "--json").output
        func report(_ text: String) throws -> Desk.Result {
            try text.write(toFile: desk.folder + "/proof.jsonl", atomically: false, encoding: .utf8)
            return try desk.run(
                "report", "compliance", "--proof", "proof.jsonl", "--language", "en", "--output", "out")
        }
        #expect(try report(proof).code == 0)
        #expect(try desk.shell("cat out/*.html").contains("With the results of the verification of"))
        let other = try report(proof.replacing("\"store\":\"", with: "\"store\":\"0"))
        #expect(other.code == 66 && other.errors.contains("another store"))
        let cut = try report(proof.split(separator: "\n").dropLast(2).joined(separator: "\n"))
        #expect(cut.code == 65 && cut.errors.contains("verification cannot be read"))
        #expect(try desk.run("report", "quality", "--proof", "proof.jsonl").code == 64)
        // The report of a run has no place for it: left out without a word, it would be believed to be in there.
        #expect(try desk.run("report", "--proof", "proof.jsonl").code == 64)
    }
}
