import Foundation
import Glibc
import Testing

@testable import retention

/// Places of another user, closed ones and missing ones: what `doctor` says of them, what a command does, and that
/// nothing is made where it must not be.
struct PlaceTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        try desk.run("run")
        return desk
    }

    /// What a command prints and its code, modes counting for it.
    private func anybody(_ desk: Desk, _ command: String) throws -> String {
        try desk.shell("\(Desk.asAnybody)\(Desk.binary) \(command) --policy \(desk.policy) 2>&1; echo code $?")
    }

    private static let isRoot = geteuid() == 0

    @Test(arguments: [
        ("chmod 500 reports", "/reports"), ("chmod 500 archive", "/archive"), ("chmod 400 state/store.db", "/store.db"),
        ("chmod 500 state", "/state"), ("chmod 400 state/store.db.lock", "/store.db.lock"),
    ])
    func `what the job may not write to ends doctor with 73, with what to do`(change: String, place: String) throws {
        let desk = try desk()
        #expect(try anybody(desk, "doctor").hasSuffix("code 0\n"))
        _ = try desk.shell(change)
        let found = try anybody(desk, "doctor")
        #expect(found.hasSuffix("code 73\n") && found.contains("may not write to \(desk.folder)"), "\(found)")
        #expect(found.contains("\(place)\n") && found.contains("chmod u+rw"), "\(found)")
        _ = try desk.shell("chmod 700 reports archive state; chmod 600 state/store.db*")
    }

    @Test func `an intake folder that is gone is told by the night and by verify, and ends neither`() throws {
        let desk = try desk()
        #expect(try desk.run("run").errors == "")
        _ = try desk.shell("mv intake away")
        let night = try desk.run("run")
        #expect(night.code == 0 && night.errors.contains("the intake folder is not there"), "\(night)")
        let verify = try desk.run("verify", "--json")
        #expect(verify.code == 0 && verify.output.contains("\"failing\":1,\"id\":\"intake\""), "\(verify)")
        _ = try desk.shell("mv away intake")
        #expect(try desk.run("run").errors == "")
        #expect(try desk.run("verify", "--json").output.contains("\"failing\":0,\"id\":\"intake\""))
    }

    @Test(
        .enabled(if: PlaceTests.isRoot, "needs root, to give a file away"),
        arguments: ["reports", "archive", "state/media", "state/store.db.lock", "state/store.db.tmp"])
    func `a place that is not the store's owner's ends doctor with 73, with what to do`(place: String) throws {
        let desk = try desk()
        #expect(chown(desk.folder + "/" + place, 65_534, 65_534) == 0)
        let found = try desk.run("doctor")
        #expect(found.code == 73, "\(found.output)")
        #expect(found.output.contains("\(place) belongs to nobody, and the store to root"), "\(found.output)")
        #expect(found.output.contains("chown ") && found.output.contains("root: \(desk.folder)/\(place)"))
    }

    @Test(.enabled(if: PlaceTests.isRoot, "needs root, to give a folder away"))
    func `init makes nothing in the folder of another user, and doctor finds what an earlier one made there`() throws {
        let desk = try Desk()
        #expect(mkdir(desk.folder + "/state", 0o700) == 0 && chown(desk.folder + "/state", 65_534, 65_534) == 0)
        let before = try desk.shell("ls -R")
        let refused = try desk.run("init")
        #expect(
            refused.code == 73 && refused.errors.contains("runuser -u nobody -- retention init"), "\(refused.errors)")
        #expect(try desk.shell("ls -R") == before)

        #expect(chown(desk.folder + "/state", 0, 0) == 0)
        #expect(try desk.run("init", "--rehearsal").code == 0)
        #expect(chown(desk.folder + "/state", 65_534, 65_534) == 0)
        let found = try desk.run("doctor")
        #expect(found.code == 73, "\(found.output)")
        #expect(found.output.contains("the store belongs to root, and its folder \(desk.folder)/state to nobody"))
        #expect(found.output.contains("chown -R nobody: \(desk.folder)/state"))
    }

    @Test(.enabled(if: PlaceTests.isRoot, "needs root, to give a store away"))
    func `whoever does not own the store writes nothing beside it, and is told who does`() throws {
        let desk = try desk()
        _ = try desk.shell("rm state/store.db.lock; chown -R nobody state archive reports")
        let before = try desk.shell("find . -printf '%p %u %s\\n' | sort")
        for command in ["check --approve --by DPO", "run", "import x.txt", "mark closed 1 none"] {
            let refused = try desk.shell("\(Desk.binary) \(command) --policy Retention.yaml 2>&1; echo code $?")
            #expect(refused.hasSuffix("code 73\n"), "\(command): \(refused)")
        }
        let approval = try desk.run("check", "--approve", "--by", "DPO")
        #expect(approval.errors.contains("run this as nobody: runuser -u nobody -- retention"), "\(approval.errors)")
        #expect(try desk.shell("find . -printf '%p %u %s\\n' | sort") == before)
    }

    @Test func `what is closed to a user is not said to be missing`() throws {
        let desk = try desk()
        _ = try desk.shell("chmod 000 Retention.yaml")
        for command in ["preview", "run", "doctor"] {
            let closed = try anybody(desk, command)
            #expect(closed.hasSuffix("code 66\n") && closed.contains("is closed to "), "\(command): \(closed)")
            #expect(!closed.contains("there is no"), "\(closed)")
        }
        _ = try desk.shell("chmod 644 Retention.yaml; chmod 000 state")
        for command in ["preview", "run", "doctor", "check", "verify"] {
            let closed = try anybody(desk, command)
            #expect(
                closed.hasSuffix("code 66\n") && closed.contains("/store.db is closed to "), "\(command): \(closed)")
            #expect(!closed.contains("retention init"), "\(command): \(closed)")
        }
        _ = try desk.shell("chmod 700 state")
    }

    @Test func `what is missing comes with the remedy that mends it`() throws {
        let desk = try desk()
        func doctor() throws -> String { try desk.shell("\(Desk.binary) doctor --policy Retention.yaml; echo code $?") }
        for place in ["reports", "state/media"] {
            _ = try desk.shell("mv \(place) kept")
            let found = try doctor()
            #expect(found.hasSuffix("code 66\n"), "\(found)")
            let remedy = try #require(found.split(separator: "\n").first { $0.contains("mkdir -m 700") })
            #expect(remedy.contains(desk.folder + "/" + place) && !found.contains("from a backup"), "\(found)")
            _ = try desk.shell("mv kept \(place)")
        }
        _ = try desk.shell("mv archive kept")
        for command in ["doctor", "run", "archive verify"] {
            let found = try anybody(desk, command)
            #expect(found.hasSuffix("code 66\n") && found.contains("mount "), "\(command): \(found)")
            #expect(found.contains("mkdir -m 700 \(desk.folder)/archive") && !found.contains("init"), "\(found)")
        }
        _ = try desk.shell("mv kept archive; mv state/keys kept")
        for command in ["doctor", "run"] {
            let found = try anybody(desk, command)
            #expect(found.hasSuffix("code 66\n") && found.contains("from its backup"), "\(command): \(found)")
            #expect(!found.contains("retention init"), "\(found)")
        }
        // Keys beside no store: `init` would refuse.
        _ = try desk.shell("mv kept state/keys; mv state/store.db kept")
        for command in ["doctor", "run", "preview"] {
            let found = try anybody(desk, command)
            #expect(found.hasSuffix("code 66\n") && found.contains("restore it from a backup"), "\(command): \(found)")
            #expect(!found.contains("retention init"), "\(found)")
        }
    }

    @Test func `a segment that is missing is to be restored, and an error that nobody foresaw has a remedy too`() throws
    {
        let desk = try Desk(hearing: ["bonjour"])
        #expect(try desk.night().code == 0)
        _ = try desk.shell("rm archive/*.gz")
        let verify = try desk.run("archive", "verify")
        #expect(verify.code == 22 && verify.errors.contains("restore the file from a backup"), "\(verify.errors)")
        struct Unforeseen: Error {}
        let failure = Failure(Unforeseen())
        #expect(failure.code == .other && failure.what == "an unforeseen error of type Unforeseen")
        #expect(failure.remedy.contains("retention doctor") && failure.remedy.contains("0.1.0"), "\(failure.remedy)")
    }

    @Test func `a file of the command line whose folder is not there is told as one`() throws {
        let desk = try desk()
        let metrics = try desk.run("run", "--metrics-file", "nowhere/x.prom")
        #expect(metrics.code == 66 && metrics.errors.contains("the night is over"), "\(metrics.errors)")
        #expect(metrics.errors.contains("--metrics-file") && !metrics.errors.contains("init"), "\(metrics.errors)")
        let plan = try desk.run("preview", "--out", "nowhere/plan.json")
        #expect(plan.code == 66 && plan.errors.contains("the plan was not saved"), "\(plan.errors)")
        #expect(plan.errors.contains("--out") && !plan.errors.contains("init"), "\(plan.errors)")
        let report = try desk.run("report", "--output", "/proc/nowhere")
        #expect(report.code == 73, "\(report.errors)")
    }

    @Test func `a PDF that cannot be printed is told with what to do`() throws {
        let desk = try desk()
        _ = try desk.shell(
            "mkdir -m 700 programs; printf 'no program' > programs/weasyprint; chmod 755 programs/weasyprint")
        let year = String(desk.date(inDays: 0).prefix(4))
        let report =
            "\(Desk.binary) report compliance --period \(year) --format pdf --policy Retention.yaml 2>&1; echo code $?"
        let started = try desk.shell("PATH=\(desk.folder)/programs; \(report)")
        #expect(started.hasSuffix("code 73\n") && started.contains("leave pdf out of --format"), "\(started)")
        let nowhere = try desk.shell("TMPDIR=/proc/nowhere PATH=\(desk.folder)/programs; export TMPDIR; \(report)")
        #expect(nowhere.hasSuffix("code 73\n") && nowhere.contains("TMPDIR"), "\(nowhere)")
    }
}
