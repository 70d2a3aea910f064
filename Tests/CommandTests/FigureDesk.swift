import Foundation
import Testing

/// A desk of a summer, imported from payloads: conversations of every kind that the quality report counts, at any hour,
/// answered soon, late or never. The same ones every time.
struct FigureDesk {
    let desk: Desk
    static let asOf = "2026-10-12"
    private var state: UInt64 = 20_260_629
    private var count = 0
    private var files: [String: String] = [:]

    init() throws {
        desk = try Desk()
        #expect(try desk.run("init", "--rehearsal").code == 0)
        try fill()
    }

    private mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % (range.upperBound - range.lowerBound + 1)
    }

    /// Persons and conversations a week of each kind; a second line of the desk makes threads of the same persons.
    private mutating func fill() throws {
        let kinds: [(name: String, persons: Int, weekly: Int)] = [
            ("client/assistance", 60, 16), ("client/technical", 25, 4), ("client/information", 30, 7),
            ("prospect/question", 40, 5), ("candidate/application", 18, 3), ("operator/assistance", 11, 1),
            ("unknown/unknown", 6, 1),
        ]
        // Monday 1 June 2026 at midnight in Brussels.
        let start = 1_780_264_800
        for week in 0..<19 {
            for (index, kind) in kinds.enumerated() {
                for _ in 0..<kind.weekly {
                    let at = start + week * 604_800 + roll(0...604_799)
                    talk(kind.name, person: 1000 * (index + 1) + roll(1...kind.persons), line: roll(1...4) / 4, at: at)
                }
            }
        }
        for (name, lines) in files.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: "/").map(String.init)
            let path = desk.folder + "/\(parts.joined(separator: "-")).jsonl"
            try lines.write(toFile: path, atomically: false, encoding: .utf8)
            let made = try desk.run(
                "import", "--as-of", Self.asOf, "--role", parts[0], "--purpose", parts[1], "--ours", "Assistance", path)
            #expect([0, 3].contains(made.code), "\(made.errors)")
        }
        try mark()
        #expect(try desk.run("import", "--complete").code == 0)
        #expect(try desk.run("run", "--as-of", Self.asOf).code == 0)
    }

    private mutating func talk(_ kind: String, person: Int, line: Int, at start: Int) {
        let now = 1_791_756_000 - 60
        var at = start
        let isOurs = kind.hasSuffix("information")
        for turn in 0..<roll(1...3) {
            if turn > 0 || !isOurs {
                for _ in 0..<roll(1...3) where at < now {
                    write(kind, person, line, isInbound: true, at: at)
                    at += roll(20...400)
                }
            }
            // One in nine is never answered, one in six after days.
            let delay = [0, 200, 700, 2_000, 5_000, 13_000, 40_000, 90_000, 300_000][roll(0...8)]
            guard delay > 0 || isOurs else { return }
            at += delay + roll(1...600)
            for _ in 0..<roll(1...2) where at < now {
                write(kind, person, line, isInbound: false, at: at)
                at += roll(30...300)
            }
            if isOurs && roll(0...1) == 0 { return }
            at += roll(300...50_000)
        }
    }

    private mutating func write(_ kind: String, _ person: Int, _ line: Int, isInbound: Bool, at: Int) {
        count += 1
        let number = "3247000\(person)"
        let ends = isInbound ? "\"from\":\"\(number)\"" : "\"from\":\"322555001\(line)\",\"to\":\"\(number)\""
        let id = Data("message \(count)".utf8).base64EncodedString()
        let content =
            roll(0...14) == 0
            ? "\"type\":\"image\",\"image\":{\"id\":\"\(count)\",\"mime_type\":\"image/jpeg\"}"
            : "\"type\":\"text\",\"text\":{\"body\":\"bonjour\"}"
        let message = "{\(ends),\"id\":\"wamid.\(id)\",\"timestamp\":\"\(at)\",\(content)}"
        let value =
            isInbound
            ? "\"contacts\":[{\"profile\":{\"name\":\"Personne \(person)\"},\"wa_id\":\"\(number)\"}],\"messages\":[\(message)]"
            : "\"message_echoes\":[\(message)]"
        files[kind, default: ""] += """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{"messaging_product":"whatsapp",\
            "metadata":{"display_phone_number":"322555001\(line)","phone_number_id":"10\(line)"},\(value)},\
            "field":"\(isInbound ? "messages" : "smb_message_echoes")"}]}]}

            """
    }

    /// Some are closed by hand on the day of their newest message or the day after, and some applications decided.
    private func mark() throws {
        func lines(_ condition: String, _ date: String) throws -> String {
            try desk.shell(
                "sqlite3 state/store.db \"select id || ',' || \(date) from conversation where \(condition)\"")
        }
        let closed = try lines(
            "id % 6 = 0", "strftime('%Y-%m-%dT%H:%M:%SZ', collected_at + 60 * (id % 50), 'unixepoch')")
        #expect(try desk.run("mark", "closed", input: closed).code == 0)
        let decided = try lines(
            "purpose = 'application' and id % 3 > 0",
            "strftime('%Y-%m-%dT%H:%M:%SZ', opened_at + 3600 * (id % 700), 'unixepoch')")
        let marked = try desk.run("mark", "decided", input: decided)
        #expect(marked.code == 0, "\(marked.errors)")
        // Some persons asked to be informed at any hour, some refuse, and some took that back; some called, and some show
        // a status to some only.
        _ = try desk.shell(
            """
            sqlite3 state/store.db "insert into preference(person, kind, given, at, evidence)
              select id, 'any-time-request', 1, 1780000000, 'test' from person where id % 4 = 0 union all
              select id, 'any-time-request', 0, 1780000001, 'test' from person where id % 24 = 0 union all
              select id, 'information-opt-out', 1, 1787000000 + id * 777777 % 4600000, 'test' from person where id % 2 = 0
              union all select id, 'information-opt-out', 0, 1791700000, 'test' from person where id % 14 = 0;
              insert into event(person, kind, at) select id, 'voice-call', 1780000000 from person where id % 30 = 0
                union all select id, 'missed-voice-call', 1780000000 from person where id % 20 = 0;
              update person set status_text = 'en voyage', profile_public = nullif(id % 3, 2) where id % 5 = 0"
            """)
    }
}
