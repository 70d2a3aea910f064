import Testing

@testable import Redaction

@Suite struct LineRedactorTests {
    private func read(_ text: String, isLast: Bool = true) -> (
        output: String, rest: String, outcome: LineRedactor.Outcome
    ) {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        var lines = LineRedactor(redactor, form: .json, answer: .lines)
        let bytes = Array(text.utf8)
        let outcome = bytes.withUnsafeBufferPointer { lines.read($0, firstLine: 1, isLast: isLast) }
        return (
            String(decoding: outcome.output, as: UTF8.self), String(decoding: bytes[outcome.bytes...], as: UTF8.self),
            outcome
        )
    }

    @Test func `a conversation that may go on waits for the next lines`() {
        let (a, b) = (#"{"text":"a"}"# + "\n", #"{"conv":2,"text":"0470"}"# + "\n")
        let waiting = read(a + "{bad\n" + b, isLast: false)
        #expect(waiting.output == a)
        #expect(waiting.outcome.lines == 2)
        #expect(waiting.outcome.refusals.map(\.line) == [2])
        #expect(waiting.rest == b)
        #expect(read(a + b, isLast: true).rest.isEmpty)
        #expect(read(a, isLast: false).rest.isEmpty)
    }

    @Test func `a profile's own number is found where it would be a reference`() {
        let lines = #"{"conv":1,"text":"le contrat 0479-227795","profile":{"phone":["+32479227795"]}}"#
        #expect(read(lines).output == lines.replacing("0479-227795", with: "[téléphone]"))
        let other = lines.replacing("+32479", with: "+32478")
        #expect(read(other).output == other)
    }

    @Test func `every name and number of a profile is looked for, however it is listed`() {
        let profile =
            #"{"display":["Zed Q","Babette"],"display":"Wannes","first":["Nkechi","Ewoutje"],"phone":32475831290}"#
        let line =
            #"{"text":"babette wannes nkechi ewoutje réf 475831290","profile":\#(profile),"profile":{"nick":"Zjef"}}"#
        let output = read(line).output
        for name in ["babette", "wannes", "nkechi", "ewoutje", "475831290"] {
            #expect(!output.contains("\"text\":\"" + name) && !output.contains(" " + name))
        }
        let second = #"{"text":"zjef babette","profile":{"first":"Babette"},"profile":{"nick":"Zjef"}}"#
        #expect(read(second).output == second.replacing("zjef babette", with: "[nom] [nom]"))
    }

    @Test func `an empty text, an empty line of Windows and a mark of byte order are nothing`() {
        let lines = [
            "\u{FEFF}" + #"{"conv":1,"text":"mon gsm 0470"}"#, "\r", #"{"conv":1,"text":""}"#,
            #"{"conv":1,"text":"12 34 56"}"#,
        ].joined(separator: "\n")
        let redacted = read(lines)
        #expect(redacted.outcome.refusals.isEmpty)
        #expect(
            redacted.output == lines.replacing("0470", with: "[téléphone]").replacing("12 34 56", with: "[téléphone]"))
    }

    @Test func `lines of a conversation are joined over calls and other conversations`() {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        var lines = LineRedactor(redactor, form: .json, answer: .lines)
        let other = String(repeating: #"{"conv":"b","text":"bonjour tout le monde"}"# + "\n", count: 2500)
        let first = #"{"conv":"a","seq":1,"text":"mon gsm 0470","profile":{"first":"Noémie"}}"# + "\n"
        let second = #"{"conv":"a","seq":2,"text":"12 34 56 noemie"}"# + "\n"
        var waiting: [UInt8] = []
        var (output, read) = ("", 0)
        for (index, part) in [other + other + first, other, second + other, other + other].enumerated() {
            waiting += part.utf8
            let outcome = waiting.withUnsafeBufferPointer { lines.read($0, firstLine: read + 1, isLast: index == 3) }
            output += String(decoding: outcome.output, as: UTF8.self)
            waiting.removeFirst(outcome.bytes)
            read += outcome.lines
            if index == 2 { #expect(read > 2500 && read < 12_502) }
        }
        let expected = (other + other + first + other + second + other + other + other)
            .replacing("0470", with: "[téléphone]").replacing("12 34 56 noemie", with: "[téléphone] [nom]")
        let differing = zip(output.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(differing?.0 == differing?.1)
        #expect(output.utf8.count == expected.utf8.count)
        #expect(read == 15_002)
    }

    @Test(arguments: [
        (#"{"display":"Al Bo","phone":"+32470123456"}"#, #"{"display":"Al Bo"}"#, 2),
        (#"{"display":"Al Bo","phone":"+32470123456"}"#, #"{"phone":"+32470123456"}"#, 2),
        (#"{"first":"Al","last":"Bo"}"#, #"{"first":"Al","last":"De"}"#, 0),
        (#"{"display":"Al Bo","phone":"+32470123456"}"#, #"{"display":"Al Bo","phone":"+32470123457"}"#, 0),
        (#"{"nick":"Bobo"}"#, #"{"first":"Al"}"#, 0),
    ])
    func `a number is split where both profiles tell of one person`(first: String, second: String, found: Int) {
        let redactor = Redactor(RedactionSettings(regions: ["BE"]))
        var lines = LineRedactor(redactor, form: .json, answer: .findings)
        let text = """
            {"conv":"a","seq":1,"text":"mon gsm 0471","profile":\(first)}
            {"conv":"a","seq":2,"text":"65 43 21","profile":\(second)}

            """
        let outcome = Array(text.utf8).withUnsafeBufferPointer { lines.read($0, firstLine: 1, isLast: true) }
        #expect(outcome.output.count { $0 == 0x0A } == found)
    }

    @Test(arguments: [
        "[]", "{", "{}}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "{'a':1}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}", "{\"a\":tru}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\t\"}", "{\"a\":\"b}", "{a:1}",
        "{\"text\":1}", "{\"profile\":\"Jean\"}", "null", "{\"a\":[1,]}", "{\"a\":\"\\ud8\"}",
        "{\"a\":" + String(repeating: "[", count: 5000),
    ])
    func `what is no object of messages is refused`(line: String) {
        let result = read(line)
        #expect(result.outcome.refusals.count == 1)
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        "{}", " { } ", "{\"a\":[]}", "{\"a\":[1,-0.5e+10,true,false,null,{\"b\":\"\\\"\"}]}", "{\"text\":\"\"}",
        "{\"text\":null}",
        "{\"seq\":\"x\",\"conv\":{},\"profile\":null,\"text\":\"a\"}",
        "{\"profile\":{\"phone\":3},\"text\":\"\\u0000\"}",
    ])
    func `an object without a finding comes back as it was`(line: String) {
        #expect(read(line).output == line)
        #expect(read(line).outcome.refusals.isEmpty)
    }

    @Test func `bytes that are no UTF-8 are refused in JSON and kept in text`() {
        let redactor = Redactor(RedactionSettings(replacement: .placeholder(.fr)))
        let bytes: [UInt8] = Array("{\"text\":\"".utf8) + [0xFF] + Array(" 0470 12 34 56\"}".utf8)
        var json = LineRedactor(redactor, form: .json, answer: .lines)
        #expect(bytes.withUnsafeBufferPointer { json.read($0, firstLine: 1, isLast: true) }.refusals.count == 1)
        var text = LineRedactor(redactor, form: .text, answer: .lines)
        let output = bytes.withUnsafeBufferPointer { text.read($0, firstLine: 1, isLast: true) }.output
        #expect(output == Array("{\"text\":\"".utf8) + [0xFF] + Array(" [téléphone]\"}".utf8))
    }
}
