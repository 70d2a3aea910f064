import Conversations
import Testing

@testable import Reporting

@Test(arguments: [
    (ReportLanguage.french, "## Durées de conservation", "12 mois"), (.dutch, "## Bewaartermijnen", "12 maanden"),
    (.english, "## How long we keep your data", "12 months"),
])
func `the section says each step in the language`(_ language: ReportLanguage, _ heading: String, _ period: String)
    throws
{
    let text = try NoticeText.section([exampleTerm()], contact: "privacy@example.org", language: language)
    #expect(text.hasPrefix(heading))
    #expect(text.contains(period))
    #expect(text.contains("privacy@example.org"))
    #expect(text.hasSuffix("\n") && !text.contains("{"))
}

@Test func `a notice that says nothing lacks everything`() throws {
    let gaps = try NoticeCheck.gaps(in: "Bonjour.", rules: [exampleTerm()])
    #expect(Set(gaps.map(\.kind)) == Set(NoticeGap.Kind.allCases).subtracting([.unknownPeriod]))
}

@Test func `what a notice says is no gap`() throws {
    let notice = """
        Numéro d’entreprise 0000. Délégué à la protection des données. Base légale : contrat. Intérêt légitime.
        Meta Platforms. Pays tiers. Conservation : 12 mois. Droit à la limitation. Retirer votre consentement.
        Autorité de protection des données. Facultatif. Décision automatisée. Consentement explicite.
        Vous pouvez à tout moment vous opposer. Contrôle de la qualité.
        """
    #expect(try NoticeCheck.gaps(in: notice, rules: [exampleTerm()]) == [])
}

@Test(arguments: [("12 mois", true), ("1 an", true), ("1 year", true), ("24 mois", false), ("30 jours", false)])
func `a period that no rule has is a gap`(_ text: String, _ isKnown: Bool) throws {
    let gaps = try NoticeCheck.gaps(in: "Nous gardons tout \(text).", rules: [exampleTerm()])
    #expect(gaps.contains { $0.kind == .unknownPeriod } != isKnown)
    #expect(!gaps.contains { $0.kind == .periods })
}

@Test(arguments: ReportLanguage.allCases)
func `the record has an entry for each purpose that a rule names`(_ language: ReportLanguage) throws {
    let record = try ProcessingRecord(
        controller: "Example SRL", contact: "privacy@example.org", policyID: "desk", policyHash: "ab12",
        noticeVersion: on("2025-01-22"), terms: [exampleTerm()])
    let text = try record.text(language)
    #expect(text.split(separator: "\n## ").count == 3)
    // As each language writes it.
    #expect(text.contains("client-assistance\(language == .french ? "\u{a0}: " : ": ")12"))
    for word in ["Example SRL", "ab12", "client-assistance"] { #expect(text.contains(word)) }
    #expect(!text.contains("{"))
}

@Test func `the record lists the rules that apply, and what they rest on`() throws {
    var (first, rest) = (try exampleTerm(), try catchAllTerm())
    (first.basis, first.purposes) = ("article 6(1)(b)", [.assistance])
    (rest.rule, rest.roles, rest.basis) = ("clients", [.client], "article 6(1)(f)")
    let text = try ProcessingRecord(
        controller: "Example SRL", contact: "privacy@example.org", policyID: "desk", policyHash: "ab12",
        noticeVersion: on("2025-01-22"), terms: [first, rest]
    ).text(.english)
    let entries = text.components(separatedBy: "\n## ")
    let assistance = try #require(entries.first { $0.hasPrefix("(b) Purpose: assistance") })
    // The rule for all purposes comes after the one that is taken.
    #expect(assistance.contains("- client-assistance:") && !assistance.contains("- clients:"))
    #expect(assistance.contains("Legal basis: article 6(1)(b) (client-assistance)\n"))
    let question = try #require(entries.first { $0.hasPrefix("(b) Purpose: question") })
    #expect(question.contains("- clients:") && question.contains("Legal basis: article 6(1)(f) (clients)\n"))
}

@Test(arguments: [
    (ReportLanguage.french, "tant que la conversation n’est pas close"),
    (.dutch, "zolang het gesprek niet beëindigd is"),
    (.english, "until the conversation has ended"),
])
func `the section says of an event whether it came, and explains the words of a trade`(
    _ language: ReportLanguage, _ pending: String
) throws {
    var term = try exampleTerm()
    func section() throws -> String {
        try NoticeText.section([term], contact: "privacy@example.org", language: language)
    }
    let catalogue = Catalogue(language)
    let (redact, pseudonymise) = try (catalogue.plain(.noticeRedact), catalogue.plain(.noticePseudonymise))
    #expect(try section().contains(pending))
    #expect(try section().contains(redact) && !section().contains(pseudonymise))
    term.actions = [.pseudonymise]
    #expect(try !section().contains(redact) && section().contains(pseudonymise))
    term.actions = .eraseAll
    #expect(try !section().contains(redact) && !section().contains(pseudonymise))
}

@Test(arguments: ReportLanguage.allCases)
func `what the file of rules writes is said to be quoted`(_ language: ReportLanguage) throws {
    let record = try ProcessingRecord(
        controller: "Example SRL", contact: "privacy@example.org", policyID: "desk", policyHash: "ab12",
        noticeVersion: on("2025-01-22"), terms: [exampleTerm()])
    #expect(try record.text(language).contains(Catalogue(language).plain(.recordQuoted)))
    let annex = try exampleCompliance().sections.first { $0.heading == .annexRules }
    #expect(annex?.meaning == [Sentence(.annexQuoted)])
}

@Test func `gaps stand in the order of the articles`() throws {
    let gaps = try NoticeCheck.gaps(in: "Nous gardons tout 24 mois.", rules: [exampleTerm()])
    let order = NoticeGap.Kind.allCases
    #expect(gaps.map { order.firstIndex(of: $0.kind) ?? 0 } == gaps.map { order.firstIndex(of: $0.kind) ?? 0 }.sorted())
    #expect(gaps.map(\.article).firstIndex(of: "13(2)(a)") == 6)
}

@Test func `what counts only while an event is missing says so, and the last rules are for the rest`() throws {
    var (decided, waiting, rest) = (try exampleTerm(), try exampleTerm(), try exampleTerm())
    (decided.roles, decided.purposes, decided.clock, decided.otherwise) = ([.candidate], [.application], .decision, nil)
    waiting = decided
    (waiting.clock, waiting.unless) = (.lastInbound, .decision)
    (rest.rule, rest.purposes, rest.roles) = ("rest", nil, [.candidate])
    var all = rest
    (all.rule, all.roles) = ("all", nil)
    let text = try NoticeText.section(
        [decided, waiting, rest, all], contact: "privacy@example.org", language: .english)
    #expect(
        text.contains("after your last message, until the application has been decided:"))
    #expect(text.contains("\n- candidate – other subjects\n"))
    #expect(text.contains("\n- every other case\n"))
}
