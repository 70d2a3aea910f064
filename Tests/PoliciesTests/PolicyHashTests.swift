import Conversations
import Foundation
import Testing

@testable import Policies

@Suite struct PolicyHashTests {
    private func hash(_ text: String) throws -> String { try PolicyHash.of(try SamplePolicy.parse(text)) }

    @Test func `comments, white space, quotes and the order of keys change nothing`() throws {
        let text = try SamplePolicy.edited(
            SamplePolicy.text,
            [
                ("policy: desk\n", "# a comment\n\n"),
                ("archive: { folder: archive }", "archive:\n    folder:   'archive'  # there"),
                ("reports: { folder: reports }", "reports: { folder: reports, language: fr }\npolicy: \"desk\""),
                (
                    "    match: { role: candidate, purpose: application }",
                    "    match: { purpose: [application], role: [candidate] }"
                ),
            ])
        #expect(try hash(text) == hash(SamplePolicy.text))
    }

    @Test(arguments: [
        ("policy: desk", "policy: desk-2"), ("name: Example SRL", "name: Example BV"),
        ("version: 2025-01-22", "version: 2025-01-23"), ("time-zone: Europe/Brussels", "time-zone: Europe/Paris"),
        ("after: 36 months", "after: 35 months"), ("after: 36 months", "after: 3 years"),
        ("since: person-last-inbound", "since: collected"),
        ("redact: all, archive", "redact: all, pseudonymise: true, archive"),
        ("[profile-photo, media]", "[profile-photo]"), ("reason: answering", "reason: answers"),
        ("    ceiling: 12 months", "    ceiling: 13 months"),
        ("archive: { folder: archive }", "archive: { folder: archives }"),
        ("archive: { folder: archive }", "archive: { folder: archive }\nredaction: { replacements: { phone: mask } }"),
    ])
    func `any value changes the hash`(old: String, new: String) throws {
        let text = try SamplePolicy.edited(SamplePolicy.text, [(old, new)])
        #expect(try hash(text) != hash(SamplePolicy.text))
    }

    @Test func `the hash is the SHA-256 of the canonical JSON`() throws {
        let policy = try SamplePolicy.parse(SamplePolicy.text)
        let json = try PolicyHash.canonicalJSON(of: policy)
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try json.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let tool = Process()
        (tool.executableURL, tool.arguments) = (URL(filePath: "/usr/bin/sha256sum"), [file.path])
        let output = Pipe()
        tool.standardOutput = output
        try tool.run()
        tool.waitUntilExit()
        let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(line.hasPrefix(try PolicyHash.of(policy) + " "))
    }

    @Test func `the canonical JSON has sorted keys and reads as the same policy`() throws {
        let text = try SamplePolicy.edited(
            SamplePolicy.text,
            [
                (
                    "rules:\n",
                    "redaction: { replacements: { phone: mask, iban: remove, card: remove, email: pseudonym } }\nrules:\n"
                )
            ])
        let policy = try SamplePolicy.parse(text)
        let json = try PolicyHash.canonicalJSON(of: policy)
        #expect(try PolicyHash.policy(fromCanonicalJSON: json) == policy)
        let written = String(decoding: json, as: UTF8.self)
        #expect(written.hasPrefix("{\"archive\":{\"folder\":\"archive\"},\"controller\":{\"contact\":"))
        #expect(
            written.contains(
                "\"replacements\":{\"card\":\"remove\",\"email\":\"pseudonym\",\"iban\":\"remove\",\"phone\":\"mask\"}")
        )
        #expect(written.contains("\"path\":\"state/store.db\"") && !written.contains("\n"))
        for _ in 0..<20 {
            let again = try SamplePolicy.parse(text)
            #expect(try PolicyHash.canonicalJSON(of: again) == json)
        }
    }
}
