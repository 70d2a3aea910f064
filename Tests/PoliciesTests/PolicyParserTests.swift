import Conversations
import Foundation
import Testing

@testable import Policies

/// The project's folder, from the place of this file.
let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func projectFile(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: projectFolder.appending(path: path)))
}

@Suite struct PolicyParserTests {
    @Test func `the sample policy is valid`() { #expect(SamplePolicy.shown(SamplePolicy.text) == "") }

    @Test func `every mistake of a file is shown at once, in the file's order`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "policy: desk\ncolour: red"), ("    match: any", "    match: everyone"),
                ("after: 36 months", "after: 36"), ("archive: { folder: archive }", "archive: &a { folder: archive }"),
                ("    since: decision", "    since: decison"),
                ("time-zone: Europe/Brussels", "time-zone: Mars/Olympus"),
                ("reports: { folder: reports }", "reports: { folder: reports }\nreports: { folder: other }"))
                    == """
                    Retention.yaml:2:1: error: unknown key "colour" in the policy
                        colour: red
                        ^
                      remedy: the keys here are: policy, controller, notice, time-zone, grace, store, archive, reports, \
                    intake, conversations, limits, redaction, proof, rules
                    Retention.yaml:5:12: error: "Mars/Olympus" is no time zone of this system
                        time-zone: Mars/Olympus
                                   ^
                      remedy: name one of the time-zone database, such as Europe/Brussels (package tzdata)
                    Retention.yaml:7:10: error: an anchor stands here
                        archive: &a { folder: archive }
                                 ^
                      remedy: remove the & and its name: anchors are not read
                    Retention.yaml:9:1: error: duplicate key "reports": it stands in line 8 already
                        reports: { folder: other }
                        ^
                      remedy: keep one of the two
                    Retention.yaml:17:18: error: "36" has no unit
                              - { after: 36, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    Retention.yaml:23:12: error: "decison" is not a value of "since"
                            since: decison
                                   ^
                      remedy: did you mean "decision"?
                    Retention.yaml:37:12: error: "everyone" is not a match
                            match: everyone
                                   ^
                      remedy: write any, or { role: ..., purpose: ... }
                    """)
    }

    @Test func `all that a policy says is read`() throws {
        let text = """
            policy: desk-2
            controller: { name: "no", contact: on }
            notice: { title: 1:30, version: 2025-01-22 }
            time-zone: UTC
            grace: 3 weeks
            store: { path: /var/lib/desk/store.db, keys: k, media: m, map: DataMaps/other.yaml }
            archive: { folder: a }
            reports: { folder: r, language: nl }
            intake:
              folder: in
              keep: 10 days
              remember: 2 years
              ours: [Desk, "+32 2 555 00 00"]
              zone: Europe/Paris
              sources:
                - { number: "+32 2 555 00 00", role: client, purpose: assistance }
                - { folder: jobs, role: candidate, purpose: application }
                - { label: Team, role: operator, purpose: technical }
            conversations: { after-answer: 5 days, unanswered: 20 days }
            limits: { percent: 5, at-least: 10, clock-days: 30 }
            redaction: { replacement: mask, replacements: { phone: pseudonym, national-number: remove }, regions: [NO, BE] }
            rules:
              - name: known
                match: { role: [client, prospect, candidate, operator] }
                since: closed
                otherwise: { since: collected, steps: [ { after: 2 years, erase: all } ] }
                steps:
                  - { after: 8 weeks, redact: phone, erase: profile-status }
                  - { after: 1 year, since: person-last-inbound, redact: all, pseudonymise: true, archive: true }
                  - { after: 30 months, erase: all }
                ceiling: 2 years
                override: { reason: a lawsuit, by: A. Counsel, on: 2025-03-01 }
                reason: answering
                source: counsel
                approved: 2025-03-02
              - { name: rest, match: any, since: collected, steps: [ { after: 6 months, erase: all } ],
                  ceiling: 1 year, reason: none, source: none }
            """
        let policy = try SamplePolicy.parse(text)
        let period = { (text: String) throws in try #require(Period(text)) }
        #expect(policy.id == "desk-2" && policy.timeZone == "UTC" && policy.grace == Period(3, .weeks))
        #expect(policy.controller == .init(name: "no", contact: "on"))
        #expect(policy.notice.title == "1:30" && policy.notice.version == CivilDate("2025-01-22"))
        #expect(
            policy.store == .init(path: "/var/lib/desk/store.db", keys: "k", media: "m", map: "DataMaps/other.yaml"))
        #expect(policy.archive.folder == "a" && policy.reports == .init(folder: "r", language: .nl))
        #expect(
            policy.intake
                == .init(
                    folder: "in", keep: try period("10 days"), remember: try period("2 years"),
                    ours: ["Desk", "+32 2 555 00 00"], zone: "Europe/Paris",
                    sources: [
                        .init(number: "+32 2 555 00 00", folder: nil, label: nil, role: .client, purpose: .assistance),
                        .init(number: nil, folder: "jobs", label: nil, role: .candidate, purpose: .application),
                        .init(number: nil, folder: nil, label: "Team", role: .operator, purpose: .technical),
                    ]))
        #expect(policy.conversations == .init(afterAnswer: try period("5 days"), unanswered: try period("20 days")))
        #expect(policy.limits == .init(percent: 5, atLeast: 10, clockDays: 30))
        #expect(
            policy.redaction
                == .init(
                    replacement: .mask, replacements: [.phone: .pseudonym, .nationalNumber: .remove],
                    regions: ["NO", "BE"]))
        let rule = try #require(policy.rules.first)
        #expect(rule.match == .init(roles: [.client, .prospect, .candidate, .operator], purposes: nil))
        #expect(rule.since == .closed && rule.otherwise?.since == .collected)
        #expect(
            rule.steps == [
                .init(
                    after: try period("8 weeks"), since: nil, otherwise: nil,
                    actions: [.redact(.phone), .eraseProfileStatus]),
                .init(
                    after: try period("1 year"), since: .personLastInbound, otherwise: nil,
                    actions: Actions.redactAll.union([.pseudonymise, .archive])),
                .init(after: try period("30 months"), since: nil, otherwise: nil, actions: .eraseAll),
            ])
        #expect(rule.override?.by == "A. Counsel" && rule.approved == CivilDate("2025-03-02"))
        #expect(policy.rules.last?.match.isCatchAll == true)
    }

    @Test func `redact all asks for no pseudonym`() throws {
        let step = try SamplePolicy.parse(SamplePolicy.text).rules[0].steps[1]
        #expect(step.actions == Actions.redactAll.union(.archive))
    }
}

/// What the project ships.
@Suite struct ShippedPolicyTests {
    private func shipped() throws -> Policy {
        try PolicyParser.parse(try projectFile("Retention.yaml"), file: "Retention.yaml")
    }

    @Test func `each role and purpose has the period that the rules state`() throws {
        let policy = try shipped()
        let end = { (role: Role, purpose: Purpose) throws -> String in
            let rule = try #require(policy.rule(role: role, purpose: purpose))
            return "\(rule.name): \(try #require(rule.steps.last?.after)) since \(rule.since.rawValue)"
        }
        #expect(try end(.client, .assistance) == "client-assistance: 36 months since person-last-inbound")
        #expect(try end(.client, .question) == "client-assistance: 36 months since person-last-inbound")
        #expect(try end(.client, .technical) == "client-technical: 6 months since closed")
        #expect(try end(.client, .unknown) == "client: 6 months since last-inbound")
        #expect(try end(.client, .information) == "information: 6 months since collected")
        #expect(try end(.prospect, .question) == "prospect-question: 12 months since last-inbound")
        #expect(try end(.candidate, .application) == "candidate-application: 3 months since decision")
        #expect(try end(.candidate, .unknown) == "candidate: 6 months since last-inbound")
        #expect(try end(.operator, .assistance) == "operator-work: 12 months since closed")
        #expect(try end(.operator, .quality) == "quality: 1 month since collected")
        #expect(try end(.unknown, .question) == "everything-else: 6 months since last-inbound")
    }

    @Test func `every rule has its reason, its source and a ceiling that it keeps`() throws {
        for rule in try shipped().rules {
            #expect(rule.override == nil && !rule.reason.isEmpty && !rule.source.isEmpty && rule.approved == nil)
        }
    }

    @Test func `photos and status go thirty days after the end unless everything goes sooner`() throws {
        for rule in try shipped().rules where rule.name != "quality" {
            let first = try #require(rule.steps.first)
            #expect(
                first.after == Period(30, .days)
                    && first.actions.isSuperset(of: [.eraseProfilePhoto, .eraseProfileStatus]))
            #expect((first.since ?? rule.since) == .closed)
        }
    }

    @Test func `only what is redacted and pseudonymised is archived`() throws {
        let archiving = try shipped().rules.flatMap(\.steps).filter { $0.actions.contains(.archive) }
        #expect(archiving.map(\.actions) == [Actions.redactAll.union([.pseudonymise, .archive])])
    }

    @Test func `it keeps the published notice`() throws {
        let policy = try shipped()
        #expect(policy.notice.version == CivilDate("2025-01-22") && policy.timeZone == "Europe/Brussels")
        #expect(policy.controller.contact == "info@sexyphone.be")
    }
}
