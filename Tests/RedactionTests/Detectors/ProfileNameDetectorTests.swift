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
        ("appelez Jef demain", "Jef"),
    ])
    func `is found`(text: String, name: String) {
        #expect(Look.found(text, of: persons) == ["profile-name: \(name)"])
    }

    @Test(arguments: ["Joyeux Noël à vous", "le père Noël", "à noël prochain", "Desmette"])
    func `stays`(text: String) {
        #expect(Look.found(text, of: persons).isEmpty)
    }
}
