import Foundation
import Testing

/// Which conversations are whose, asked on standard input; no answer holds what was asked.
struct PersonLookupTests {
    private func ask(_ desk: Desk, _ input: String, _ more: String...) throws -> Desk.Result {
        try desk.runAll(["explain", "--persons", "--policy", desk.policy] + more, input: input)
    }

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        for (name, phone) in [("a.txt", "+32 470 00 00 01"), ("b.txt", "+32 470 00 00 02"), ("c.txt", "Zoé Leroy")] {
            let export = try desk.export(name, phone: phone, daysAgo: name == "a.txt" ? [400] : [20])
            try desk.run("import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export)
        }
        return desk
    }

    @Test func `a number, however it is written, and a name lead to conversations`() throws {
        let desk = try desk()
        let told = try ask(desk, "0470/00.00.02\n\nZOE LEROY\n+32 470 00 00 99\n")
        #expect(told.code == 0)
        #expect(told.output == "line 1: conversation 2\nline 3: conversation 3\nline 4: nobody\n")
        #expect(!told.errors.contains("470"))
        #expect(try desk.run("explain", "2").code == 0)
    }

    @Test func `what was archived is found by its number, as JSON too`() throws {
        let desk = try desk()
        try desk.run("run", "--as-of", desk.date(inDays: 16))
        let segment = try #require(desk.files(in: "archive").first { $0.hasSuffix(".jsonl.gz") }).dropLast(9)
        #expect(try ask(desk, "+32470000001").output == "line 1: archived in \(segment)\n")
        let rows = try ask(desk, "+32470000001", "--json").output.split(separator: "\n")
        #expect(rows.first == #"{"conversations":[],"line":1,"segments":["\#(segment)"]}"#[...])
        #expect(rows.last == #"{"conversations":0,"lines":1}"#)
    }

    @Test func `nothing asked, and both asked, are refused`() throws {
        let desk = try desk()
        #expect(try ask(desk, "\n").code == 65)
        #expect(try desk.runAll(["explain", "--policy", desk.policy]).code == 64)
        #expect(try ask(desk, "1", "7").code == 64)
    }
}
