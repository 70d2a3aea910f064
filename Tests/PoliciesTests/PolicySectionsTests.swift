import Testing

@testable import Policies

@Suite struct PolicySectionsTests {
    @Test func `a region that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nredaction: { regions: [BE, XX] }"))
                    == """
                    Retention.yaml:7:28: error: "XX" is no region of ISO 3166
                        redaction: { regions: [BE, XX] }
                                                   ^
                      remedy: write its two capital letters, such as BE
                    """)
    }

    @Test func `a region in small letters is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nredaction: { regions: [be] }"))
                    == """
                    Retention.yaml:7:24: error: "be" is no region of ISO 3166
                        redaction: { regions: [be] }
                                               ^
                      remedy: write it in capitals: BE
                    """)
    }

    @Test func `a replacement that does not exist comes with the nearest`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "archive: { folder: archive }",
                    "archive: { folder: archive }\nredaction: { replacements: { phone: msk } }"
                ))
                    == """
                    Retention.yaml:7:37: error: "msk" is not a value of "phone"
                        redaction: { replacements: { phone: msk } }
                                                            ^
                      remedy: did you mean "mask"?
                    """)
    }

    @Test func `a replacement of a category that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "archive: { folder: archive }",
                    "archive: { folder: archive }\nredaction: { replacements: { fone: mask } }"
                ))
                    == """
                    Retention.yaml:7:30: error: unknown key "fone" in "replacements"
                        redaction: { replacements: { fone: mask } }
                                                     ^
                      remedy: the keys here are: phone, name, email, iban, card, national-number, handle, ip-address, birth-date, address
                    """)
    }

    @Test func `a language of reports that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("reports: { folder: reports }", "reports: { folder: reports, language: de }"))
                    == """
                    Retention.yaml:7:39: error: "de" is not a value of "language"
                        reports: { folder: reports, language: de }
                                                              ^
                      remedy: write one of: fr, nl, en
                    """)
    }
}
