import Testing

@testable import Policies

@Suite struct ChoiceReaderTests {
    @Test func `a role that does not exist comes with the nearest`() throws {
        #expect(
            try SamplePolicy.problems(
                ("role: client, purpose", "role: cliant, purpose"))
                    == """
                    Retention.yaml:10:20: error: "cliant" is not a value of "role"
                            match: { role: cliant, purpose: [assistance, question] }
                                           ^
                      remedy: did you mean "client"?
                    """)
    }

    @Test func `a purpose that the notice does not know is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("purpose: application", "purpose: marketing"))
                    == """
                    Retention.yaml:20:40: error: "marketing" is not a value of "purpose"
                            match: { role: candidate, purpose: marketing }
                                                               ^
                      remedy: write one of: assistance, question, application, technical, quality, information, unknown
                    """)
    }

    @Test func `a category of text that does not exist comes with the nearest`() throws {
        #expect(
            try SamplePolicy.problems(
                ("redact: all", "redact: [phone, emial]"))
                    == """
                    Retention.yaml:14:66: error: "emial" is not a value of "redact"
                              - { after: 12 months, since: last-inbound, redact: [phone, emial], archive: true }
                                                                                         ^
                      remedy: did you mean "email"?
                    """)
    }

    @Test func `a thing to erase that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("erase: [profile-photo, media]", "erase: [profile-photo, voice]"))
                    == """
                    Retention.yaml:13:90: error: "voice" is not a value of "erase"
                              - { after: 30 days, since: closed, otherwise: last-inbound, erase: [profile-photo, voice] }
                                                                                                                 ^
                      remedy: write one of: profile-photo, profile-status, media
                    """)
    }

    @Test func `the same word twice is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("erase: [profile-photo, media]", "erase: [media, media]"))
                    == """
                    Retention.yaml:13:82: error: this stands in "erase" twice
                              - { after: 30 days, since: closed, otherwise: last-inbound, erase: [media, media] }
                                                                                                         ^
                      remedy: keep one of the two
                    """)
    }

    @Test func `an empty list is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("erase: [profile-photo, media]", "erase: []"))
                    == """
                    Retention.yaml:13:74: error: "erase" is an empty list
                              - { after: 30 days, since: closed, otherwise: last-inbound, erase: [] }
                                                                                                 ^
                      remedy: write at least one item
                    """)
    }
}
