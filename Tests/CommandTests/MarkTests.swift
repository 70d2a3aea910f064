import Foundation
import Testing

@testable import retention

/// Marks from a file, as a spreadsheet writes it.
struct MarkTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        for (name, phone) in [("a.txt", "+32 470 00 00 01"), ("b.txt", "+32 470 00 00 02")] {
            let export = try desk.export(name, phone: phone, daysAgo: [120])
            try desk.run("import", "--role", "candidate", "--purpose", "application", "--ours", "Assistance", export)
        }
        return desk
    }

    private func decision(_ desk: Desk, _ id: String) throws -> String {
        let lines = try desk.run("explain", id).output.split(separator: "\n")
        return lines.first { $0.contains("decision:") }.map(String.init) ?? ""
    }

    @Test func `lines of a spreadsheet are read with mark, header, quotes and CRLF, and taken back by none`() throws {
        let desk = try desk()
        let day = desk.date(inDays: -100)
        let marked = try desk.run(
            "mark", "decided", "--json", input: "\u{FEFF}conversation,date\r\n\"1\",\"\(day)\"\r\n 2 , \(day)\r\n\r\n")
        #expect(marked.code == 0 && marked.output.contains("\"marked\":2"))
        #expect(try decision(desk, "1").contains(day) && decision(desk, "2").contains(day))
        #expect(try desk.run("mark", "decided", input: "1,none\n").code == 0)
        #expect(try decision(desk, "1").contains("has not happened") && decision(desk, "2").contains(day))
        let audit = try desk.shell(
            "sqlite3 state/store.db \"select detail from retention_audit where event = 'marked'\"")
        #expect(audit == "decided: 2 conversations\ndecision taken back: 1 conversations\n")
    }

    @Test func `a date before the conversation began is refused at its line and column, and nothing is marked`() throws
    {
        let desk = try desk()
        let (early, day) = (desk.date(inDays: -121), desk.date(inDays: -120))
        let refused = try desk.run("mark", "decided", input: "1,\(day)\n2, \(early)\n")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("line 2, column 4: the date lies before conversation 2 began"))
        #expect(try decision(desk, "1").contains("has not happened"))
        // The day on which it began is one on which it may have been decided.
        #expect(try desk.run("mark", "decided", "1", day).code == 0)
    }

    @Test(arguments: [
        ("1,2024-01-01\n2,soon\n", "line 2, column 3"), ("1\n", "line 1, column 1"),
        ("x1,2024-01-01\n", "line 1, column 1"),
        ("1,\"2024-01-01\n", "line 1, column 3: a quote is not closed"),
        ("1,\"2024-01-01\"x\n", "line 1, column 15: something stands behind"), ("1,2,3\n", "line 1"),
        ("id,date\n", "no line"), ("1,2990-01-01\n", "line 1, column 3"),
    ])
    func `what is no mark is told with its place`(input: String, place: String) throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let result = try desk.run("mark", "decided", input: input)
        #expect(result.code == 65 && result.errors.contains(place))
    }

    @Test func `a telephone number in place of a conversation's is told by its place alone`() throws {
        let desk = try desk()
        let day = desk.date(inDays: -100)
        let refused = try desk.run("mark", "decided", input: "1,\(day)\n+32470000158,none\n32470000159,\(day)\n")
        #expect(refused.code == 65)
        #expect(refused.errors.contains("line 2, column 1: there is no such conversation in the store (and 1 more)"))
        #expect(!refused.errors.contains("47000"), "\(refused.errors)")
        #expect(try decision(desk, "1").contains("has not happened"))
    }

    @Test func `doubled quotes are one, and bytes that are not UTF-8 are refused`() throws {
        #expect(try MarkLines.read(Array("1,\"a\"\"b\"\n".utf8)).first?.cells.map(\.text) == ["1", "a\"b"])
        #expect(throws: MarkLines.Problem.self) { try MarkLines.read([0x31, 0x2C, 0xFF, 0x0A]) }
    }
}
