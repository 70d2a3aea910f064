import Foundation
import Testing

/// `retention redact`, as another tool uses it.
struct RedactTests {
    private func redact(_ input: String, _ arguments: String...) throws -> Desk.Result {
        try Desk().runAll(["redact"] + arguments, input: input)
    }

    @Test func `plain lines come back redacted, and every other byte as it was`() throws {
        let result = try redact("Bonjour\r\nmon numéro : 0470 12 34 56 !\r\n\n  \nfin sans ligne", "--")
        #expect(result.output == "Bonjour\r\nmon numéro : [téléphone] !\r\n\n  \nfin sans ligne")
        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        #expect(try redact("").output.isEmpty)
        #expect(try redact("\n").output == "\n")
    }

    @Test func `an object's text is redacted and all else keeps its bytes`() throws {
        let result = try redact(
            """
            { "id" : 1.50, "text":"tel 0470 12 34 56 \\/ ok \\ud83d\\u00e9" , "phone":"+32470123456"}
            {"text":"rien \\u00e9","x":[1,{"text":"0470 12 34 56"}]}
            {"caption":"0470 12 34 56"}
            {"te\\u0078t":"\\"0470 12 34 56\\""}

            """, "--json")
        #expect(
            result.output == """
                { "id" : 1.50, "text":"tel [t\\u00e9l\\u00e9phone] \\/ ok \\ud83d\\u00e9" , "phone":"+32470123456"}
                {"text":"rien \\u00e9","x":[1,{"text":"0470 12 34 56"}]}
                {"caption":"0470 12 34 56"}
                {"te\\u0078t":"\\"[téléphone]\\""}

                """)
        #expect(result.code == 0)
    }

    @Test func `the profile says which names are looked for, in the whole conversation`() throws {
        let result = try redact(
            """
            {"conv":"a","seq":0,"text":"ici dubois","profile":{"display":"Zoé Dubois","nick":["Zozo"]}}
            {"conv":"a","seq":1,"text":"dis-le a zozo"}
            {"conv":"b","seq":0,"text":"dis-le a zozo"}

            """, "--json")
        let texts = result.output.split(separator: "\n").map {
            $0.split(separator: "\"text\":")[1].split(separator: "\"")[0]
        }
        #expect(texts == ["ici [nom]", "dis-le a [nom]", "dis-le a zozo"])
    }

    @Test(arguments: [
        (#"{"conv":1,"seq":0,"text":"mon gsm 0470"}"#, #"{"conv":1,"seq":1,"text":"12 34 56"}"#, true),
        (#"{"conv":1,"text":"mon gsm 0470"}"#, #"{"conv":1,"text":"12 34 56"}"#, true),
        (#"{"conv":1,"seq":0,"text":"mon gsm 0470"}"#, #"{"conv":1,"seq":2,"text":"12 34 56"}"#, false),
        (#"{"conv":1,"seq":0,"text":"mon gsm 0470"}"#, #"{"conv":2,"seq":1,"text":"12 34 56"}"#, false),
        (#"{"text":"mon gsm 0470"}"#, #"{"text":"12 34 56"}"#, false),
        (#"{"conv":1,"seq":1,"text":"12 34 56"}"#, #"{"conv":1,"seq":0,"text":"mon gsm 0470"}"#, true),
    ])
    func `a number may be split over two messages that follow one another`(
        first: String, second: String, isSplit: Bool
    ) throws {
        let output = try redact("\(first)\n\(second)\n", "--json").output
        #expect(output.contains("12 34 56") == !isSplit)
        let mixed = try redact("\(first)\n{\"conv\":9,\"text\":\"x\"}\n\(second)\n", "--json").output
        #expect(mixed.contains("12 34 56") == !isSplit)
    }

    @Test func `explain prints what is found, where, and none of it`() throws {
        let result = try redact("rien\né 0470 12 34 56 et a@example.be\n", "--explain")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(first["line"] as? Int == 2)
        #expect(first["start"] as? Int == 2 && first["end"] as? Int == 15)
        #expect(first["startByte"] as? Int == 3 && first["endByte"] as? Int == 16)
        #expect(first["category"] as? String == "phone" && first["detector"] as? String == "phone")
        #expect((1...100).contains(first["confidence"] as? Int ?? 0))
        #expect((first["reason"] as? String)?.isEmpty == false)
        #expect(!result.output.contains("0470") && !result.output.contains("example"))
        let object = try redact("\n{\"text\":\"\\u00e9 0470 12 34 56\"}\n", "--explain", "--json").output
        #expect(object.contains(#"{"line":2,"start":2,"end":15,"startByte":3,"endByte":16,"category":"phone""#))
    }

    @Test func `lines that cannot be read are named and left out, and the others are done`() throws {
        let part = try redact(
            "{\"text\":\"0470 12 34 56\"}\nno 0470 12 34 56\n{\"text\":[\"a\"]}\n{\"text\":\"b\"}\n", "--json")
        #expect(part.code == 3)
        #expect(part.output == "{\"text\":\"[téléphone]\"}\n{\"text\":\"b\"}\n")
        #expect(part.errors.contains("line 2 is no JSON object (byte 1)"))
        #expect(part.errors.contains("line 3 has a \"text\" that is not a string"))
        #expect(!part.errors.contains("0470"))
        let all = try redact("{\"text\":\"unclosed 0470 12 34 56\n", "--json")
        #expect(all.code == 65)
        #expect(all.output.isEmpty)
    }

    @Test func `a policy chooses the replacements, the regions and the language`() throws {
        let desk = try Desk { text in
            text.replacing("replacement: placeholder", with: "replacement: mask\n  replacements: { email: remove }")
                .replacing("regions: [BE, FR, NL, LU, DE, GB, MA, CD, RO, US]", with: "regions: [NL]")
        }
        let result = try desk.run("redact", input: "+32 470 12 34 56, 0470 12 34 56, 06 55551234, a@example.be\n")
        #expect(result.output == "+32 *** ** ** **, 0470 12 34 56, +31 *** ** ** **, \n")
        #expect(try desk.runAll(["redact", "--policy", "absent.yaml"]).code == 66)
    }

    @Test func `a long input comes back in its order, whatever the blocks`() throws {
        let desk = try Desk()
        _ = try desk.shell(
            "seq 1 30000 | sed '20~97s/$/ bonjour tout le monde 0470 12 34 56/;s/$/ bonjour tout le monde/' > in")
        _ = try desk.shell("sed 's/0470 12 34 56/[téléphone]/' in > expected")
        #expect(try desk.shell("\(Desk.binary) redact < in | cmp - expected && echo same") == "same\n")
        let slow = "(printf 'a 0470 12'; sleep 0.2; printf ' 34 56\\nb') | \(Desk.binary) redact"
        #expect(try desk.shell(slow) == "a [téléphone]\nb")
    }
}
