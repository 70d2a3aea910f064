import Conversations
import Testing

@testable import Reporting

/// What a notice says, and of whom, as it is naturally written.
struct NoticeCheckTests {
    /// Clients for 12 and 36 months, applications for three and six.
    private func rules() throws -> [RuleTerm] {
        func term(_ role: Role, _ period: String) throws -> RuleTerm {
            var term = try exampleTerm()
            (term.rule, term.roles, term.purposes) = (role.rawValue, [role], nil)
            term.after = try #require(Period(period))
            return term
        }
        return try [
            term(.client, "12 months"), term(.client, "36 months"), term(.candidate, "3 months"),
            term(.candidate, "6 months"), catchAllTerm(),
        ]
    }

    private func strange(_ notice: String) throws -> [NoticeGap] {
        try NoticeCheck.gaps(in: notice, rules: rules()).filter { $0.kind == .unknownPeriod }
    }

    @Test(arguments: [
        "Les candidatures sont conservées 36 mois.", "Les candidatures sont conservées\n36 mois.",
        "Nous gardons 36 mois les messages des candidats.", "- Candidats :\n  - 36 mois", "Candidats :\n- 36 mois",
        "## Candidats\n\nTout est effacé après 36 mois.", "Clients : 36 mois ; candidats : 36 mois.",
        "Sollicitaties bewaren wij 36 maanden.", "Applicants’ messages are kept for 36 months.",
    ])
    func `a period is held against the rules of those of whom it is said`(_ notice: String) throws {
        let gaps = try strange(notice)
        #expect(gaps.map(\.roles) == [[.candidate]], "\(gaps)")
        #expect(gaps.first?.found?.hasPrefix("36 ") == true)
    }

    @Test(arguments: [
        "Les candidatures sont conservées 3 mois, au plus 6 mois.", "Clients : 36 mois. Candidats : 6 mois.",
        "36 mois pour les clients, 3 mois pour les candidats.", "Clients et candidats : 36 mois.",
        "Tout est effacé après 36 mois.", "- candidats\n  - 3 mois\n- clients\n  - 36 mois",
        "Les candidats écrivent ici. Nous gardons les factures 36 mois.",
        "## Candidats\n\n6 mois\n\n## Reste\n\n36 mois",
    ])
    func `what a rule says of them is no gap, nor what is said of nobody`(_ notice: String) throws {
        #expect(try strange(notice) == [])
    }

    @Test(arguments: [
        ("Les candidatures sont conservées trente-six mois.", "trente six mois"),
        ("Les candidatures sont conservées vingt et un mois.", "vingt et un mois"),
        ("Les candidatures sont gardées soixante-douze semaines.", "soixante douze semaines"),
        ("Les candidatures sont effacées après un an.", "un an"),
        ("Les candidatures sont effacées après 36 (trente-six) mois.", "trente six mois"),
        ("Les candidatures sont effacées après dix-huit mois.", "dix huit mois"),
        ("Les candidatures sont effacées après quatre-vingt-dix jours.", "quatre vingt dix jours"),
        ("Les candidatures sont effacées après quatre-vingts semaines.", "quatre vingts semaines"),
        ("Les candidatures sont effacées après soixante-dix-huit mois.", "soixante dix huit mois"),
        ("Les candidatures sont conservées un jour.", "un jour"),
        ("Candidats sans réponse : 36 mois.", "36 mois"),
        ("Applications of applicants that we do not answer are destroyed after 36 months.", "36 months"),
        ("Sollicitaties bewaren wij zesendertig maanden.", "zesendertig maanden"),
        ("Sollicitaties bewaren wij tweeëntwintig maanden.", "tweeëntwintig maanden"),
        ("Sollicitaties worden na één jaar gewist.", "één jaar"),
        ("Applications of applicants are kept for thirty-six months.", "thirty six months"),
        ("Applicants’ messages are erased after eleven weeks.", "eleven weeks"),
    ])
    func `a period that is written out is one as well`(_ notice: String, _ words: String) throws {
        let gaps = try strange(notice)
        #expect(gaps.map(\.found) == [words])
        #expect(gaps.map(\.roles) == [[.candidate]])
    }

    @Test(arguments: [
        "Les candidatures sont conservées trois mois, au plus six mois.", "Les clients : trente-six mois, puis un an.",
        "Sollicitaties bewaren wij drie maanden.", "Applicants: three (3) months.", "Clients : 36 (trente-six) mois.",
        // No period of keeping: the time for an answer, an age, a day that may come.
        "Candidats : nous répondons à votre demande dans un délai d’un mois.",
        "Wij beantwoorden uw verzoek binnen een maand.", "We answer your request within 30 days.",
        "Les candidats ont plus de dix-huit ans, âge légal.", "Ce service est réservé aux plus de dix-huit ans.",
        "Les candidats peuvent un jour changer d’avis.", "Les candidatures de la semaine.",
        // More than can be read is not read as a part of it.
        "Les candidatures sont conservées cent vingt jours.", "Applicants: one hundred and twenty days.",
    ])
    func `what a rule says in words is no gap, nor what is no period of keeping`(_ notice: String) throws {
        #expect(try strange(notice) == [])
    }

    @Test func `an answer's time does not stand for a period of keeping`() throws {
        let notice = "Nous répondons à votre demande dans un délai d’un mois."
        #expect(try NoticeCheck.gaps(in: notice, rules: rules()).contains { $0.kind == .periods })
    }

    @Test func `a gap names who it is about`() throws {
        let gap = NoticeGap(kind: .unknownPeriod, found: "36 mois", roles: [.candidate])
        #expect(try gap.words(.french).contains("(candidat)"))
        #expect(try gap.words(.english).contains("“36 mois” (candidate)"))
    }

    @Test(arguments: [
        "Ce service est réservé aux plus de 18 ans.", "Interdit aux moins de 18 ans.", "Vous devez avoir 18 ans.",
        "Réservé aux personnes âgées de 18 ans ou plus.", "Voor personen ouder dan 18 jaar.", "18 jaar of ouder.",
        "You must be at least 18 years old.", "For persons over 18 years.",
    ])
    func `an age is no period, and does not stand for one`(_ notice: String) throws {
        #expect(try strange(notice) == [])
        #expect(try NoticeCheck.gaps(in: notice, rules: rules()).contains { $0.kind == .periods })
    }

    @Test(arguments: [
        "Nous conservons tout 18 ans.", "Berichten ouder dan 18 jaar worden gewist.",
        "Messages older than 18 years are erased.", "Tout est conservé plus de 18 ans.",
        "Les données des personnes de plus de 16 ans sont conservées 18 ans.",
    ])
    func `years for which something is kept are a period, however they are said`(_ notice: String) throws {
        #expect(try strange(notice).map(\.found).map { $0?.prefix(2) } == ["18"])
    }

    @Test(arguments: [
        ("U kunt uw toestemming op elk moment intrekken.", NoticeGap.Kind.withdrawal),
        ("U hebt het recht om uw toestemming in te trekken.", .withdrawal), ("You may withdraw consent.", .withdrawal),
        ("You may withdraw your consent at any time.", .withdrawal),
        ("Vous pouvez retirer à tout moment votre consentement.", .withdrawal),
        ("U hebt het recht een klacht in te dienen.", .complaint),
        ("Vous pouvez introduire une réclamation.", .complaint),
        ("You may lodge a complaint.", .complaint), ("WhatsApp appartient à Meta.", .recipients),
        ("Onze DPO antwoordt u.", .officer), ("Droit à la limitation", .restriction),
    ])
    func `natural wordings are found`(_ notice: String, _ kind: NoticeGap.Kind) throws {
        #expect(try !NoticeCheck.gaps(in: notice, rules: rules()).contains { $0.kind == kind })
    }

    @Test(arguments: [
        ("Our endpoint is in Brussels.", NoticeGap.Kind.officer), ("Les métadonnées restent.", .recipients),
        ("Donnez votre consentement. Vous pouvez retirer le colis.", .withdrawal),
        ("Dans chaque pays, un tiers peut écrire.", .transfers),
    ])
    func `a part of a word, or words of two sentences, are not taken for what they are not`(
        _ notice: String, _ kind: NoticeGap.Kind
    ) throws {
        #expect(try NoticeCheck.gaps(in: notice, rules: rules()).contains { $0.kind == kind })
    }

    @Test(arguments: ReportLanguage.allCases)
    func `the section that the rules make has no period that they do not have`(_ language: ReportLanguage) throws {
        let section = try NoticeText.section(rules(), contact: "privacy@example.org", language: language)
        #expect(try strange(section) == [])
        #expect(try !NoticeCheck.gaps(in: section, rules: rules()).contains { $0.kind == .periods })
        // Read by somebody else's rules, each period is found with its role.
        let others = try NoticeCheck.gaps(in: section, rules: [exampleTerm()]).filter { $0.kind == .unknownPeriod }
        #expect(others.map(\.roles) == [[.client], [.candidate], [.candidate]])
    }
}
