import Foundation
import Testing

/// Files and folders that are not what they seem, and the environment that a command is started in.
@Suite struct HostilePlaceTests {
    @Test func `A2 a trigger that would keep what is erased stops the run, and no view or extension is asked`() throws {
        let desk = try Desk(hearing: ["rappelez le 0470 12 34 99"])
        _ = try desk.sqlite("create table evil(t text); create view peek as select text from message;")
        #expect(try desk.run("preview").code == 0)
        _ = try desk.sqlite(
            "create trigger evil after delete on message begin insert into evil values (old.text); end;")
        for arguments in [["run", "--as-of", desk.date(inDays: 16)], ["preview"], ["check"]] {
            let result = try desk.runAll(arguments + ["--policy", desk.policy])
            #expect(result.code == 78 && result.errors.contains("the trigger evil"), "\(result.code) \(result.errors)")
        }
        #expect(try desk.sqlite("select count(*) from message; select count(*) from evil") == "2\n0\n")
        // What loads code is not called by a schema.
        _ = try desk.sqlite(
            "drop trigger evil; create trigger evil after delete on message begin select load_extension('/tmp/x.so'); end;"
        )
        #expect(try desk.night().code != 0)
        // A number in the schema itself outlives every rewriting of the file: the search of its bytes says so.
        _ = try desk.sqlite("drop trigger evil; create table note(t text default 'call 0470 12 34 99')")
        let found = try desk.night(inDays: 17)
        #expect(found.code == 22 && found.errors.contains("B5"), "\(found.code) \(found.errors)")
    }

    @Test func `A13 a segment that is a bomb, has more behind it, or names a file is found and never unpacked`() throws
    {
        let desk = try Desk(hearing: ["bonjour"])
        #expect(try desk.night().code == 0)
        let segment = try desk.shell("ls archive/*.gz").trimmingCharacters(in: .newlines)
        _ = try desk.shell("cp -a \(segment) kept.gz; printf x > one; gzip -c kept.gz > twice")
        let changes = [
            "head -c 300000000 /dev/zero | gzip -9 > bomb; cat bomb > \(segment)",
            "head -c $(stat -c %s kept.gz) bomb > \(segment)", "printf trailing >> \(segment)",
            "cat twice > \(segment)",
            "cat kept.gz >> \(segment)", "zcat kept.gz > name; gzip name; cat name.gz > \(segment)",
            "head -c -1 kept.gz > \(segment)",
        ]
        for change in changes {
            _ = try desk.shell(change)
            let verify = try desk.run("archive", "verify")
            #expect(verify.code == 22 || verify.code == 65, "\(change): \(verify.code) \(verify.errors)")
            let before = try desk.shell("sha256sum archive/*")
            // A night looks at names and sizes; what is within them is for `verify`.
            let codes: Set<Int32> = change.hasPrefix("head -c $(stat") ? [0] : [65]
            let night = try desk.night(inDays: 17)
            #expect(codes.contains(night.code), "\(change): \(night.code)")
            #expect(try desk.shell("sha256sum archive/*") == before, "\(change)")
            _ = try desk.shell("rm -f reports/run-2*; cat kept.gz > \(segment)")
        }
    }

    @Test func `A14 a path in a row or an argument leads nowhere else`() throws {
        let desk = try Desk(hearing: ["bonjour"])
        _ = try desk.shell(
            "mkdir -p state/media; printf victim > victim; printf v > state/victim; printf ok > state/media/a.jpg")
        let paths = ["../../victim", "../victim", desk.folder + "/victim", "a/../../victim", "..", ".", "a.jpg"]
        for (index, path) in paths.enumerated() {
            _ = try desk.sqlite(
                "insert into media(conversation, n, kind, file, bytes) values (1, \(index + 1), 'image', '\(path)', 3)")
        }
        _ = try desk.night()
        #expect(try desk.shell("cat victim state/victim") == "victimv")
        #expect(desk.files(in: "state/media") == [])
        for name in ["../../etc/passwd", "/etc/passwd", "..", "a\u{1}b", String(repeating: "a", count: 300)] {
            let shown = try desk.run("archive", "show", name)
            #expect([64, 65, 66].contains(shown.code) && shown.output == "", "\(name): \(shown.code)")
        }
    }

    @Test func `A15 links, pipes and folders of others are refused, and what they lead to stays`() throws {
        for (change, back) in [
            ("mv archive real; ln -s real archive", "rm archive; mv real archive"),
            ("rm -f state/store.db.lock; ln -s ../victim state/store.db.lock", "rm state/store.db.lock"),
            ("mv state/keys real; ln -s ../real state/keys", "rm state/keys; mv real state/keys"),
            ("mv state/store.db real; ln -s ../real state/store.db", "rm state/store.db; mv real state/store.db"),
            ("mkfifo archive/pipe", "rm archive/pipe"),
            ("chmod 777 archive", "chmod 700 archive"),
            ("chmod 777 state/keys", "chmod 700 state/keys"),
            ("chmod 777 state", "chmod 700 state"),
            ("chmod 720 state", "chmod 700 state"),
            ("rm -rf state/store.db.tmp; ln -s ../elsewhere state/store.db.tmp", "rm state/store.db.tmp"),
        ] {
            let desk = try Desk(hearing: ["bonjour"])
            _ = try desk.shell("printf victim > victim; mkdir -m 700 elsewhere")
            _ = try desk.shell(change)
            let run = try desk.night()
            #expect([65, 66, 73].contains(run.code), "\(change): \(run.code) \(run.errors)")
            #expect(try desk.shell("cat victim; ls elsewhere") == "victim", "\(change)")
            _ = try desk.shell(back)
            let after = try desk.night()
            #expect(after.code == 0, "\(back): \(after.errors)")
        }
    }

    @Test func `A16 files are their owner's alone whatever the umask, and a policy that others may change is refused`()
        throws
    {
        let desk = try Desk()
        let export = try desk.export("a.txt", phone: "+32 470 00 00 01", daysAgo: [400])
        let retention = Desk.binary
        _ = try desk.shell(
            """
            umask 000; \(retention) init --rehearsal --policy Retention.yaml
            \(retention) import --policy Retention.yaml --role client --purpose assistance --ours Assistance \(export)
            \(retention) run --policy Retention.yaml --as-of \(desk.date(inDays: 16))
            """)
        #expect(desk.files(in: "archive").count == 2)
        #expect(try desk.shell("find state archive reports -type f ! -perm 600") == "")
        #expect(try desk.shell("find state archive reports -type d ! -perm 700") == "")
        for mode in ["666", "620"] {
            _ = try desk.shell("chmod \(mode) Retention.yaml")
            let run = try desk.night(inDays: 17)
            #expect(run.code == 78 && run.errors.contains("others can change the policy"), "\(mode): \(run.errors)")
            #expect(try desk.run("doctor").code == 78)
        }
        // Who can write to its folder can put another one there; by the sticky bit only its owner can.
        _ = try desk.shell("chmod 600 Retention.yaml; chmod 777 .")
        let replaced = try desk.night(inDays: 17)
        #expect(replaced.code == 78 && replaced.errors.contains("chmod go-w \(desk.folder)"), "\(replaced.errors)")
        #expect(try desk.run("doctor").code == 78)
        _ = try desk.shell("chmod 1777 .")
        #expect(try desk.night(inDays: 17).code == 0)
        _ = try desk.shell("chmod 755 .; mkdir -m 777 open; ln -s ../Retention.yaml open/linked.yaml")
        let linked = try desk.runAll(["run", "--policy", "open/linked.yaml"])
        #expect(linked.code == 78 && linked.errors.contains("/open"), "\(linked.errors)")
        _ = try desk.shell("chmod 644 state/keys/ledger.key")
        #expect(try desk.night(inDays: 17).code == 73)
        _ = try desk.shell("chmod 600 state/keys/ledger.key; chmod 644 state/store.db")
        #expect(try desk.run("verify").code == 22)
    }

    @Test func `A17 zone, language, home and temporary folders of the environment change nothing`() throws {
        let desk = try Desk(hearing: ["bonjour, le 0470 12 34 99"])
        _ = try desk.shell("mkdir hostile")
        let arguments = "--policy \(desk.policy) --as-of \(desk.date(inDays: 16))"
        let plain = try desk.shell("\(Desk.binary) preview \(arguments)")
        let hostile =
            "env -i TZ=Asia/Tokyo LANG=tr_TR.UTF-8 LC_ALL=ar_EG.UTF-8 SQLITE_TMPDIR=. TMPDIR=. SQLITE_HISTORY=./h"
        #expect(try desk.shell("\(hostile) \(Desk.binary) preview \(arguments)") == plain)
        let run = try desk.shell("cd hostile && \(hostile) \(Desk.binary) run --verbose \(arguments)")
        #expect(run.contains("archived 1 conversation in"), "\(run)")
        #expect(desk.files(in: "hostile") == [])
        // By its digest the plan that was previewed.
        #expect(plain.split(separator: "\n").last == run.split(separator: "\n").last)
    }

    @Test func `A24 no name of a file tells a person`() throws {
        let desk = try Desk(hearing: ["je suis Lena Vos, 0470 12 34 99"], phone: "Lena Vos")
        #expect(try desk.night().code == 0)
        let year = String(desk.date(inDays: 16).prefix(4))
        #expect(try desk.run("report", "--period", year, "--format", "html,json,csv").code == 0)
        let names = try desk.shell("find state archive reports").lowercased()
        #expect(names.contains(".gz") && names.contains("run-1"))
        for marker in ["lena", "vos", "470", "chat", "assistance"] {
            #expect(!names.replacing(desk.folder.lowercased(), with: "").contains(marker), "\(marker)")
        }
    }
}
