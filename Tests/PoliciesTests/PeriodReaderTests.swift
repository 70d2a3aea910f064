import Testing

@testable import Policies

@Suite struct PeriodReaderTests {
    @Test func `a bare number is no period`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 36"))
                    == """
                    Retention.yaml:15:18: error: "36" has no unit
                              - { after: 36, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a zero is no period`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 0"))
                    == """
                    Retention.yaml:15:18: error: "0" is no time at all: a period is at least 1 day
                              - { after: 0, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `zero days are no period`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 30 days", "after: 0 days"))
                    == """
                    Retention.yaml:13:18: error: "0 days" is no time at all: a period is at least 1 day
                              - { after: 0 days, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a zero with a short unit is no period`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 30 days", "after: 0d"))
                    == """
                    Retention.yaml:13:18: error: "0d" is no time at all: a period is at least 1 day
                              - { after: 0d, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a negative period is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: -36 months"))
                    == """
                    Retention.yaml:15:18: error: "-36 months" is negative: a period is at least 1 day
                              - { after: -36 months, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a period without a number is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: months"))
                    == """
                    Retention.yaml:15:18: error: "months" is not a period
                              - { after: months, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a mistyped unit comes with the nearest`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 36 mnths"))
                    == """
                    Retention.yaml:15:18: error: "mnths" is no unit of time
                              - { after: 36 mnths, erase: all }
                                         ^
                      remedy: did you mean "months"?
                    """)
    }

    @Test func `a unit that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 36 fortnights"))
                    == """
                    Retention.yaml:15:18: error: "fortnights" is no unit of time
                              - { after: 36 fortnights, erase: all }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a short unit is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 30 days", "after: 30d"))
                    == """
                    Retention.yaml:13:18: error: "30d" is not a period
                              - { after: 30d, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }
                                         ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `a period beyond a hundred years is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 101 years"))
                    == """
                    Retention.yaml:15:18: error: "101 years" is longer than 100 years
                              - { after: 101 years, erase: all }
                                         ^
                      remedy: write a period of 100 years at most
                    """)
    }

    @Test func `a number beyond all integers is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("after: 36 months", "after: 99999999999999999999999999 months"))
                    == """
                    Retention.yaml:15:18: error: "xxxxxxxxxxxxxxxxxxxxxxxxxx months" is longer than 100 years
                              - { after: xxxxxxxxxxxxxxxxxxxxxxxxxx months, erase: all }
                                         ^
                      remedy: write a period of 100 years at most
                    """)
    }

    @Test(arguments: ["4 months", "14 years", "92 days"])
    func `a grace that would delay every end for long is refused`(grace: String) throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\ngrace: \(grace)"))
                    == """
                    Retention.yaml:7:8: error: "\(grace)" is too long for a grace, which delays what every rule promises
                        grace: \(grace)
                               ^
                      remedy: write 3 months at most, such as 14 days; what is to be kept longer is the period of a rule
                    """)
    }

    @Test(arguments: ["1 day", "13 weeks", "3 months", "91 days"])
    func `a grace of three months at most is taken`(grace: String) throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\ngrace: \(grace)")) == "")
    }

    @Test func `a zero as grace is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\ngrace: 0"))
                    == """
                    Retention.yaml:7:8: error: "0" is no time at all: a period is at least 1 day
                        grace: 0
                               ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }
}
