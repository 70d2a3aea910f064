import Conversations
import Testing

@testable import Reporting

@Test(arguments: ReportLanguage.allCases)
func `every text exists in every language`(_ language: ReportLanguage) throws {
    for text in Text.allCases {
        #expect(try !Catalogue(language).plain(text).isEmpty, "\(language) \(text)")
    }
}

@Test(arguments: Text.allCases)
func `a text takes the same values in every language and every form`(_ text: Text) throws {
    let expected = Set(names(in: try Catalogue(.english).forms(text).last ?? ""))
    for language in ReportLanguage.allCases {
        let forms = try Catalogue(language).forms(text)
        #expect(forms.count == (try Catalogue(.english).forms(text).count), "\(language)")
        // A singular may spell its number out; the plural may not leave anything out.
        #expect(Set(names(in: forms.last ?? "")) == expected, "\(language)")
        for form in forms { #expect(Set(names(in: form)).isSubset(of: expected), "\(language)") }
    }
}

@Test(arguments: Text.allCases)
func `a sentence is not left in another language`(_ text: Text) throws {
    let (french, dutch, english) = (
        try Catalogue(.french).plain(text), try Catalogue(.dutch).plain(text), try Catalogue(.english).plain(text)
    )
    guard english.count > 20 else { return }
    #expect(french != english)
    #expect(dutch != english)
    #expect(french != dutch)
}

@Test func `a filled-in value is never searched for names`() throws {
    let words = try Catalogue(.english).filled(.noticeVersion, ["title": "{date}", "date": "today"])
    #expect(words == "{date}, version of today")
}

@Test func `zero is singular in French only`() throws {
    #expect(try Catalogue(.french).counted(.segmentsWritten, 0) == "0 segment écrit")
    #expect(try Catalogue(.dutch).counted(.segmentsWritten, 0) == "0 segmenten geschreven")
    #expect(try Catalogue(.english).counted(.segmentsWritten, 0) == "0 segments written")
    for (language, words) in [(ReportLanguage.french, "2 segments écrits"), (.dutch, "2 segmenten geschreven")] {
        #expect(try Catalogue(language).counted(.segmentsWritten, 2) == words)
    }
    #expect(try Catalogue(.english).counted(.segmentsWritten, 1) == "1 segment written")
}

@Test func `actions are worded in the language`() throws {
    let all: Actions = [.archive, .redactAll, .pseudonymise]
    #expect(try Catalogue(.french).words(for: all) == "expurger le texte, pseudonymiser, archiver")
    #expect(try Catalogue(.dutch).words(for: [.redact(.phone), .redact(.iban)]) == "schonen (telefoonnummers, IBAN)")
    #expect(try Catalogue(.english).words(for: [.eraseAll, .archive]) == "erase all")
    #expect(try Catalogue(.english).words(for: []) == "nothing")
}

@Test func `both translated check lists name the same checks`() {
    #expect(Set(CheckTitles.french.keys) == Set(CheckTitles.dutch.keys))
}

/// The names in braces of a text.
private func names(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
    }
}
