/// The words that reports are made of, whoever and whatever they are about: who is called by one of them is in every
/// report, and in none.
package enum OwnWords {
    package static let all: [String] = {
        let texts = ReportLanguage.allCases.flatMap { language in
            Text.allCases.compactMap { try? Catalogue(language).plain($0) }
        }
        let titles = [CheckTitles.english, CheckTitles.french, CheckTitles.dutch].flatMap {
            $0.flatMap { [$0.key, $0.value] }
        }
        return texts + Text.allCases.map(\.rawValue) + titles + [Style.text, Template.text]
    }()
}
