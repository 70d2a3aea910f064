import Conversations
import Policies
import Testing

@testable import Importing

struct ImportSettingsTests {
    private func settings(_ change: (inout ImportSettings) -> Void = { _ in }) throws -> ImportSettings {
        var settings = try ImportFixture.settings(now: "2026-01-15T12:00:00Z", ours: [])
        change(&settings)
        return settings
    }

    @Test func `a date before 2009 or after the import is none`() throws {
        let settings = try settings()
        #expect(settings.usable(Instant("2009-01-01T00:00:00Z")) != nil)
        #expect(settings.usable(Instant("2008-12-31T23:59:59Z")) == nil)
        #expect(settings.usable(Instant("2026-01-15T12:00:00Z")) != nil)
        #expect(settings.usable(Instant("2026-01-15T12:00:01Z")) == nil)
        #expect(settings.usable(nil) == nil)
    }

    @Test func `options come first, then the first line of the intake that matches, then unknown`() throws {
        let sources = [
            Policy.Source(number: nil, folder: "/in/jobs", label: nil, role: .candidate, purpose: .application),
            Policy.Source(number: "+32 470 00 00 01", folder: nil, label: nil, role: .client, purpose: .assistance),
            Policy.Source(number: nil, folder: nil, label: "fair", role: .prospect, purpose: .information),
        ]
        let plain = try settings { $0.sources = sources }
        #expect(plain.origin(path: "/in/jobs/a.txt", numbers: ["32470000001"]).role == .candidate)
        #expect(plain.origin(path: "/in/jobsearch/a.txt", numbers: ["32470000001"]).role == .client)
        #expect(plain.origin(path: "/in/a.txt", numbers: []).isUnknown)
        #expect(
            try settings { ($0.sources, $0.label) = (sources, "fair") }.origin(path: "/x", numbers: []).purpose
                == .information)
        let chosen = try settings { ($0.sources, $0.role) = (sources, .operator) }.origin(
            path: "/in/jobs/a.txt", numbers: [])
        #expect((chosen.role, chosen.purpose) == (.operator, .application))
    }

    @Test(arguments: [
        ("Helpdesk", true), ("  helpdesk\u{200E} ", true), ("Help desk", false), ("+32 470 00 00 01", true),
        ("32470000001", true),
        ("\u{202A}+32\u{A0}470\u{A0}00\u{A0}00\u{A0}01\u{202C}", true), ("+32 470 00 00 02", false), ("", false),
    ])
    func `we are known by name or number, however it is written`(author: String, isOurs: Bool) {
        #expect(Ours(["Helpdesk", "+32 (470) 00-00-01"]).includes(Array(author.utf8)) == isOurs)
    }
}
