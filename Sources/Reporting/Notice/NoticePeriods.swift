import Conversations

/// The periods that a notice states, each with the roles that it is said of.
enum NoticePeriods {
    struct Found: Equatable {
        let period: Period
        let words: String
        /// Empty where nobody is named.
        let roles: [Role]
    }

    static func periods(in blocks: [NoticeBlock]) -> [Found] {
        var found: [Found] = []
        for block in blocks {
            let above = block.above.flatMap { $0.compactMap(role) }
            for sentence in block.sentences {
                for one in periods(in: sentence, above: above)
                where !found.contains(where: { $0.period == one.period && $0.roles == one.roles }) {
                    found.append(one)
                }
            }
        }
        return found
    }

    /// What stands in a sentence, in its order.
    private enum Part { case role(Role), period(Period, String) }

    /// A period is of the roles named before it, or, where the sentence begins with periods, of those named after it.
    private static func periods(in sentence: [String], above: [Role]) -> [Found] {
        let parts = parts(of: sentence)
        var isPeriodFirst = false
        if case .period? = parts.first { isPeriodFirst = true }
        var (found, roles, isClosed): ([Found], [Role], Bool) = ([], [], true)
        for part in isPeriodFirst ? parts.reversed() : parts {
            switch part {
            case .role(let role):
                roles = isClosed ? [role] : roles + [role]
                isClosed = false
            case .period(let period, let words):
                let named = roles.isEmpty ? above : roles
                found.append(
                    Found(period: period, words: words, roles: Role.allCases.filter(named.contains)))
                isClosed = true
            }
        }
        return isPeriodFirst ? found.reversed() : found
    }

    private static func parts(of sentence: [String]) -> [Part] {
        let isKeeping = sentence.contains(where: Keeping.isMeant)
        return sentence.indices.compactMap { index in
            if let role = role(sentence[index]) { return .role(role) }
            guard let unit = units.first(where: { $0.1.contains(sentence[index]) })?.0,
                let number = WrittenNumbers.number(before: index, in: sentence),
                let period = Period(number.value, unit),
                unit != .years || !AgeOfPersons.stands(at: number.start..<index, in: sentence)
            else { return nil }
            if !isKeeping {
                // `Si un jour`, `op een dag`, `one day`: no period.
                let isSomeDay = unit == .days && number.value == 1 && Int(sentence[number.start]) == nil
                guard !isSomeDay, !AnswerToPersons.stands(before: number.start, in: sentence) else { return nil }
            }
            return .period(period, sentence[number.start...index].joined(separator: " "))
        }
    }

    private static let units: [(Period.Unit, [String])] = [
        (.days, ["jour", "jours", "dag", "dagen", "day", "days"]),
        (.weeks, ["semaine", "semaines", "week", "weken", "weeks"]),
        (.months, ["mois", "maand", "maanden", "month", "months"]),
        (.years, ["an", "ans", "année", "années", "jaar", "year", "years"]),
    ]

    /// `Application` is none of these: in French it is a program.
    private static let roles: [(Role, [String])] = [
        (.candidate, ["candidat*", "kandida*", "sollicita*", "applicant*"]),
        (.client, ["client*", "klant*", "customer*"]), (.prospect, ["prospect*"]),
    ]

    private static func role(_ word: String) -> Role? {
        roles.first { NoticePhrase.fits(any: $0.1, word) }?.0
    }
}

/// Years that somebody must have lived, and no period: *réservé aux plus de 18 ans*.
enum AgeOfPersons {
    /// - Parameter number: where its words stand, before the word for years.
    static func stands(at number: Range<Int>, in sentence: [String]) -> Bool {
        let before = sentence[max(0, number.lowerBound - 4)..<number.lowerBound]
        let after = sentence[(number.upperBound + 1)...].prefix(3)
        if isGroup(before) { return true }
        let isSaid =
            (before.suffix(3) + after).contains { NoticePhrase.fits(any: words, $0) }
            || after.starts(with: ["ou", "plus"]) || ["over", "under", "vanaf", "dès"].contains(before.last ?? "")
            || before.suffix(2) == ["partir", "de"]
        // Messages grow old as well, and go.
        return isSaid
            && (before.contains { NoticePhrase.fits(any: persons, $0) }
                || !sentence.contains(where: Keeping.isMeant))
    }

    /// `Aux plus de`, `des moins de`, `personnes de plus de`.
    private static func isGroup(_ before: ArraySlice<String>) -> Bool {
        let last = Array(before.suffix(3))
        return last.count == 3 && ["aux", "les", "des", "de"].contains(last[0])
            && ["plus", "moins"].contains(last[1]) && last[2] == "de"
    }

    private static let words = [
        "âge", "âgé*", "age", "aged", "old", "older", "oud", "ouder", "younger", "jonger", "leeftijd", "majeur*",
        "mineur*", "meerderjarig*", "minderjarig*", "minor*", "adult*", "révolus", "accomplis", "avoir", "ayez",
    ]
    private static let persons = [
        "personne*", "personen", "person*", "people", "mensen", "enfant*", "kinderen", "child*", "mineur*",
        "minderjarig*", "minor*", "iedereen", "anyone", "who", "wie", "qui",
    ]
}

/// Words for keeping something, or for its end.
private enum Keeping {
    static func isMeant(by word: String) -> Bool { NoticePhrase.fits(any: words, word) }

    private static let words = [
        "conserv*", "gard*", "effac*", "supprim*", "archiv*", "bewa*", "gewist", "wissen", "verwijder*", "keep",
        "kept", "retain*", "stor*", "eras*", "delet*", "détrui*", "vernietig*", "destroy*",
    ]
}

/// The time in which a person's request is answered (Article 12(3) GDPR: one month, which two further months may follow):
/// no period for which anything is kept.
private enum AnswerToPersons {
    /// - Parameter index: of the period.
    static func stands(before index: Int, in sentence: [String]) -> Bool {
        sentence.contains { NoticePhrase.fits(any: words, $0) }
            && sentence[max(0, index - 4)..<index].contains(where: within.contains)
    }

    private static let words = [
        "répond*", "réponse*", "antwoord*", "beantwoord*", "answer*", "respond*", "reply", "replies",
    ]
    private static let within = ["dans", "sous", "délai", "binnen", "endéans", "termijn", "within"]
}
