import Testing

@testable import Redaction

/// The names of the persons of a conversation.
@Suite struct ProfileNameDetectorTests {
    private let persons = [
        PersonProfile(displayName: "Noël De Smet", firstName: "Noël", lastName: "De Smet", otherNames: ["Jef"])
    ]

    @Test(arguments: [
        ("merci à Noël De Smet", "Noël De Smet"), ("noel de smet", "noel de smet"), ("Noël", "Noël"),
        ("bonsoir\nNoël\nà demain", "Noël"), ("Noël hier", "Noël"), ("N. De Smet", "N. De Smet"),
        ("appelez Jef demain", "Jef"), ("ik heb gebeld. Jef. tot later", "Jef"), ("tot morgen. Noël", "Noël"),
        ("Noël 🌸 De Smet", "Noël 🌸 De Smet"), ("noelde smet", "noelde smet"), ("N DE SMET", "N DE SMET"),
        ("Noël ici", "Noël"),
    ])
    func `is found`(text: String, name: String) {
        #expect(Look.found(text, of: persons) == ["profile-name: \(name)"])
    }

    @Test(arguments: [
        ("hier ist Bjoern", "Björn", "Müller", "Bjoern"), ("dank Mueller", "Björn", "Müller", "Mueller"),
        ("dank Müller", "Bjoern", "Mueller", "Müller"),
        ("colis Lemaitre", "Jean-François", "Lemaître-Dubois", "Lemaitre"),
        ("Jean François Dubois", "Jean-François", "Lemaître-Dubois", "Jean François Dubois"),
        ("pour van damme svp", "Élodie", "Vandamme", "van damme"), ("bij De Wit", "Jan", "de Wit", "De Wit"),
        ("order for Obrien", "Sean", "O'Brien", "Obrien"),
        ("voor vd Bossche", "Marie", "Van den Bossche", "vd Bossche"),
        ("pour D'Hondt", "Marc", "Dhondt", "D'Hondt"),
    ])
    func `a name as keyboards and habits spell it`(text: String, first: String, last: String, name: String) {
        let person = PersonProfile(firstName: first, lastName: last)
        #expect(Look.found(text, of: [person]) == ["profile-name: \(name)"])
    }

    @Test(arguments: [
        ("Jeanpierre", "Jean-Pierre Dumont"), ("dank voor Van den Bossche", "Marie-Claire Van den Bossche"),
        ("Marie-Claire Vandenbossche", "Marie-Claire Van den Bossche"),
    ])
    func `a given name with a hyphen is the first word of a name that is shown`(text: String, display: String) {
        let found = Look.found(text, of: [PersonProfile(displayName: display)])
        #expect(found.count == 1 && text.hasSuffix(found[0].dropFirst("profile-name: ".count)), "\(found)")
    }

    @Test(arguments: [
        ("de wit muur", "Jan", "de Wit"), ("los geht's", "Loes", "Maes"), ("Damme", "Élodie", "van Damme"),
    ])
    func `a part of a name that is an everyday word stays`(text: String, first: String, last: String) {
        #expect(Look.found(text, of: [PersonProfile(firstName: first, lastName: last)]).isEmpty)
    }

    @Test(arguments: ["Joyeux Noël à vous", "le père Noël", "à noël prochain", "Desmette"])
    func `stays`(text: String) {
        #expect(Look.found(text, of: persons).isEmpty)
    }
}
