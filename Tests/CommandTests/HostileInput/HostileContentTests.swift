import Foundation
import Testing

/// What strangers write and send: texts, names, payloads.
@Suite struct HostileContentTests {
    @Test func `A1 SQL, NUL bytes, invalid UTF-8 and a text of near a megabyte are stored and archived as they are`()
        throws
    {
        let sql = "'); DROP TABLE message;-- \" ; delete from person where 1=1; /*"
        let nul = "before\u{0}after \u{FEFF}end"
        let long = String(repeating: "tr\u{E8}s long ", count: 80_000)
        let desk = try Desk(hearing: [sql, nul, long])
        #expect(try desk.sqlite("select count(*) from message") == "2\n")
        // An export with them is refused with the line; a program that writes into the store may bring them all the same.
        try Data(Array("25/01/2021, 09:00 - +32 470 00 00 01: \u{0}".utf8) + [0xFF, 0xED, 0xA0, 0x80, 10])
            .write(to: URL(fileURLWithPath: desk.folder + "/bad.txt"))
        let refused = try desk.run(
            "import", "--role", "client", "--purpose", "question", "--ours", "Assistance", desk.folder + "/bad.txt")
        #expect(refused.code == 65 && refused.errors.contains("line 1"))
        _ = try desk.shell("rm bad.txt")
        // ED A0 80 is half of a surrogate pair.
        _ = try desk.sqlite("update message set text = cast(x'6661757820ff20eda080' as text) where n = 2")
        let night = try desk.night()
        #expect(night.code == 0, "\(night.errors)")
        let texts = try desk.archivedTexts()
        #expect(texts.first?.contains(sql) == true && texts.first?.contains(nul) == true)
        #expect(texts.first?.utf8.count ?? 0 > 800_000)
        let line = try desk.shell("zcat archive/*.gz")
        #expect(
            line.contains(
                #"{"base64":"\#(Data([0x66, 0x61, 0x75, 0x78, 0x20, 0xFF, 0x20, 0xED, 0xA0, 0x80]).base64EncodedString())"}"#
            ))
        #expect(try desk.sqlite("select count(*) from message") == "0\n")
    }

    @Test
    func `A5 payloads that nest deep, or hold numbers and characters beyond JSON, are refused or stored, in order`()
        throws
    {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        func payload(_ body: String, _ id: String, more: String = "") -> String {
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"32470000009","phone_number_id":"990011"},"contacts":[{"profile":{"name":"Lena"},"wa_id":"32470123456"}],"messages":[{"from":"32470123456","id":"wamid.\#(id)","timestamp":"1760000000","type":"text","text":{"body":"\#(body)"}\#(more)}]}}]}]}"#
        }
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let files = [
            ("fine", payload(#"a\u2028b\u0007c\ud83d\ude00 tel 0470 00 00 05"#, "A"), [0]),
            (
                "huge", payload("b", "B", more: #","size":1e999999,"big":\#(String(repeating: "9", count: 5_000))"#),
                [0, 3, 65]
            ),
            ("deep", payload("c", "C", more: #","x":\#(deep)"#), [3, 65]),
            ("half", payload(#"\ud800 half"#, "D"), [0, 3, 65]),
            ("cut", String(payload("e", "E").dropLast(9)), [3, 65]),
        ]
        for (name, text, codes) in files {
            try text.write(toFile: "\(desk.folder)/\(name).json", atomically: false, encoding: .utf8)
            let result = try desk.run(
                "import", "--role", "client", "--purpose", "assistance", "\(desk.folder)/\(name).json")
            #expect(codes.contains(Int(result.code)), "\(name): \(result.code) \(result.errors)")
            #expect(!result.errors.contains("470"), "\(name)")
        }
        #expect(try desk.sqlite("pragma integrity_check") == "ok\n")
        let night = try desk.night(inDays: 400)
        #expect(night.code == 0, "\(night.errors)")
        let texts = try desk.archivedTexts()
        #expect(texts.contains { $0.hasPrefix("a\u{2028}b\u{7}c\u{1F600} tel [") })
        // Each line of an archive is one line, whatever it holds.
        let lines = try desk.shell(
            "zcat archive/*.gz | wc -l; sqlite3 state/store.db 'select sum(conversations) from retention_segment'")
        #expect(Set(lines.split(separator: "\n")).count == 1)
    }

    @Test func `A6 names and texts write no line into a log, and stand in none`() throws {
        let desk = try Desk()
        try desk.run("init", "--rehearsal")
        let name = #"Zorglub\r\n{\"level\":\"error\",\"message\":\"forged\"}\u001b[31m"#
        let body = #"Zorglub\n2026-11-24T00:00:00Z error run=1 forged\u001b[2J tel 0470 12 34 99"#
        let payload =
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"32470000009","phone_number_id":"990011"},"contacts":[{"profile":{"name":"\#(name)"},"wa_id":"32470123499"}],"messages":[{"from":"32470123499","id":"wamid.A","timestamp":"1760000000","type":"text","text":{"body":"\#(body)"}}]}}]}]}"#
        try payload.write(toFile: desk.folder + "/a.json", atomically: false, encoding: .utf8)
        var told = ""
        let imported = try desk.run(
            "import", "--role", "client", "--purpose", "assistance", desk.folder + "/a.json")
        #expect(imported.code == 0, "\(imported.errors)")
        _ = try desk.shell("rm a.json")
        told += imported.output + imported.errors
        let night = try desk.run("run", "--as-of", desk.date(inDays: 400), "--log-format", "json", "--verbose")
        #expect(night.code == 0, "\(night.errors)")
        let lines = night.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines { #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)") }
        told += night.output + night.errors
        for arguments in [["preview", "--list"], ["verify"], ["explain", "1"], ["archive", "list"], ["report"]] {
            let result = try desk.runAll(arguments + ["--policy", desk.policy])
            told += result.output + result.errors
        }
        for marker in ["Zorglub", "forged", "\u{1B}", "123499", "12 34 99"] {
            #expect(!told.contains(marker), "\(marker)")
        }
        #expect(try desk.files(holding: "Zorglub").filter { !$0.hasSuffix(".gz") } == [])
    }

    /// Every disguise of 0470 12 34 99 that redaction promises to see, in a sentence of its own.
    static let disguises = [
        "0470\u{A0}12\u{A0}34\u{A0}99", "0470\u{2011}12\u{2011}34\u{2011}99", "0470\u{200B}123\u{200D}499",
        "04\u{AD}70 12\u{AD}34 99", "0\u{301}470 12 34 99",
        "0\u{FE0F}\u{20E3}4\u{FE0F}\u{20E3}7\u{FE0F}\u{20E3}0\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}2\u{FE0F}\u{20E3}3\u{FE0F}\u{20E3}4\u{FE0F}\u{20E3}9\u{FE0F}\u{20E3}9\u{FE0F}\u{20E3}",
        "０４７０ １２ ３４ ９９", "٠٤٧٠ ١٢ ٣٤ ٩٩", "०४७० १२ ३४ ९९", "𝟎𝟒𝟕𝟎 𝟏𝟐 𝟑𝟒 𝟗𝟗", "⓪④⑦⓪ ①② ③④ ⑨⑨", "⁰⁴⁷⁰ ¹² ³⁴ ⁹⁹",
        "\u{202E}0470 12 34 99\u{202C}", "\u{2066}0470\u{2069} 12 34 99", "https://wa.me/32470123499",
        "TEL;waid=32470123499:+32 470 12 34 99", "%2B32470123499", "&#43;32470123499", "tel:+32-470-12-34-99",
        "0470/12.34.99", "+32(0)470 12 34 99", "0032 470 123 499", "0470\u{2060}12\u{FEFF}34\u{200E}99",
    ]

    @Test func `A7 characters that turn or hide text do not reach a page, and do not hide a number`() throws {
        let turned = "Zorg\u{202E}bul\u{2066}x\u{200F}\u{200B}y\u{E0041}\u{AD}z"
        let desk = try Desk(hearing: Self.disguises.map { "voici \($0) merci" }) {
            $0.replacing("  name: SEXYPHONE", with: "  name: \"\(turned)\"")
        }
        let policy = try String(contentsOfFile: desk.policy, encoding: .utf8)
        if policy.contains(turned) {
            // Refused by the policy, or shown without them.
            #expect(try desk.night().code == 0)
            for name in desk.files(in: "reports") where name.hasSuffix(".html") {
                let page = try String(contentsOfFile: "\(desk.folder)/reports/\(name)", encoding: .utf8)
                for scalar in ["\u{202E}", "\u{2066}", "\u{200F}", "\u{200B}", "\u{E0041}", "\u{AD}"] {
                    #expect(!page.unicodeScalars.contains(scalar.unicodeScalars.first ?? " "), "\(name)")
                }
            }
        } else {
            Issue.record("the policy has no controller name to change")
        }
    }

    @Test func `A8 a number is redacted in every disguise but letters and words`() throws {
        let desk = try Desk(hearing: Self.disguises.map { "voici \($0) merci" })
        #expect(try desk.night().code == 0)
        let text = try desk.archivedTexts().joined(separator: "\n")
        let lines = text.split(separator: "\n").filter { $0.contains("voici") }
        #expect(lines.count == Self.disguises.count)
        for (line, disguise) in zip(lines, Self.disguises) {
            let digits = line.unicodeScalars.compactMap { $0.properties.numericValue }.filter { $0 == $0.rounded() }
            #expect(digits.count < 5, "\(disguise.unicodeScalars.map { String($0.value, radix: 16) }): \(line)")
        }
    }

    @Test func `A9 what only looks like a number stays, or goes for a reason of its own`() throws {
        let kept = [
            "commande 2024-11-25-000123456", "le 12/03/2024 et le 2024-03-12", "1 234 567,89 EUR", "facture 4700000123",
            "version 1.22.333.4444", "il est 14:30:25",
        ]
        let own = ["BE68 5390 0754 7034", "4111 1111 1111 1111"]
        let desk = try Desk(hearing: (kept + own).map { "objet: \($0) voila" })
        #expect(try desk.night().code == 0)
        let text = try desk.archivedTexts().joined(separator: "\n")
        #expect(!text.contains("5390") && !text.contains("4111"))
        #expect(!own.isEmpty && text.split(separator: "\n").filter { $0.contains("[téléphone]") }.isEmpty, "\(text)")
        for amount in ["1 234 567,89 EUR", "14:30:25", "1.22.333.4444"] { #expect(text.contains(amount), "\(text)") }
    }

    @Test func `A10 long runs of one sign, and texts made to be slow, take time by their length`() throws {
        let hostile = [
            String(repeating: "0", count: 64_000), String(repeating: "04 ", count: 30_000),
            String(repeating: "a", count: 100_000) + "b", String(repeating: "+32(", count: 20_000),
            String(repeating: "a@", count: 40_000), String(repeating: "\u{301}", count: 30_000),
            String(repeating: "je m'appelle ", count: 8_000),
        ]
        let desk = try Desk(hearing: hostile)
        let short = try Desk(hearing: ["bonjour"])
        let start = ContinuousClock.now
        #expect(try short.night().code == 0)
        let middle = ContinuousClock.now
        let night = try desk.night()
        #expect(night.code == 0, "\(night.errors)")
        let (base, took) = (middle - start, ContinuousClock.now - middle)
        // Half a megabyte, unoptimised, beside others: a search that goes back over what it read takes hours.
        #expect(took < base * 20 + .seconds(60), "\(took), \(base)")
        // And no policy can bring a pattern of its own.
        let policy = try String(contentsOfFile: desk.policy, encoding: .utf8)
        try (policy + "\npatterns: [\"(a+)+b\"]\n").write(toFile: desk.policy, atomically: false, encoding: .utf8)
        #expect(try desk.run("check").code == 78)
    }
}
