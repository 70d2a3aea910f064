import Conversations
import Fixtures
import Foundation
import NightlyRun
import Testing

/// Which names a night looks for in texts, and whose.
@Suite struct NamesInTextTests {
    /// The texts of all archived conversations.
    private func archived(_ desk: Desk) throws -> String {
        try desk.segments().flatMap { try desk.archivedLines($0) }.joined(separator: "\n")
    }

    @Test(arguments: StoreForm.allCases)
    func `full names of other persons of the store go, single ones stay`(form: StoreForm) throws {
        let desk = try Desk(form)
        try desk.person("Marie Lambert", phone: "+32470000001")
        try desk.person("Van den Broeck, Ségolène", phone: "+32470000003")
        let other = try desk.person("Jan Peeters", phone: "+32470000002")
        try desk.conversation(
            of: other, on: "2025-01-10",
            texts: [
                "j'ai vu marie lambert hier", "Lambert, Marie aussi", "le lambert de Marie",
                "Segolene van den broeck dit oui",
                "chez Segolene", "PEETERS",
            ], answers: [])
        try desk.run("2026-02-01")
        let lines = try archived(desk)
        for kept in ["j'ai vu [name] hier", "[name] aussi", "le lambert de Marie", "[name] dit oui", "chez Segolene"] {
            #expect(lines.contains(kept), "\(kept) in \(lines)")
        }
        #expect(!lines.contains("PEETERS"))
    }

    @Test(arguments: StoreForm.allCases)
    func `a profile name that is an everyday word blanks nothing, and is counted`(form: StoreForm) throws {
        let desk = try Desk(form)
        let strangers = try ["Zcommande", "Zprix", "Zbonjour Zmerci", "Noémie"].enumerated().map { number, name in
            try desk.person(name, phone: "+3247000001\(number)")
        }
        for number in 0..<30 {
            let person = try desk.person("Person\(number)a Nr", phone: "+3247000010\(number)")
            try desk.conversation(
                of: person, on: "2025-01-10",
                texts: ["ma zcommande et son zprix", "zbonjour zmerci", "Noémie?"][...2].map { $0 },
                answers: [])
        }
        for stranger in strangers {
            try desk.conversation(
                of: stranger, on: "2025-01-10",
                texts: ["ma zcommande et son zprix", "zbonjour zmerci", "ici Noémie"], answers: [])
        }
        let outcome = try desk.run("2026-02-01")
        let lines = try archived(desk)
        #expect(lines.components(separatedBy: "ma zcommande et son zprix").count == 35)
        #expect(lines.components(separatedBy: "zbonjour zmerci").count == 35)
        #expect(outcome.record.namesSkipped == 4)
    }

    @Test func `a name of one's own is found where nobody else uses it, in a small store too`() throws {
        let desk = try Desk(.native)
        let person = try desk.person("Noémie", phone: "+32470000001")
        try desk.conversation(
            of: person, on: "2025-01-10", texts: ["noémie ici"], answers: ["merci Noemie", "bien, noémie", "noémie"])
        let outcome = try desk.run("2026-02-01")
        #expect(try !archived(desk).lowercased().contains("no\u{e9}mie"))
        #expect(try !archived(desk).contains("Noemie"))
        #expect(outcome.record.namesSkipped == 0)
    }
}
