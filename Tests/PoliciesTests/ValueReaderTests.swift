import Testing

@testable import Policies

@Suite struct ValueReaderTests {
    @Test func `no is text and not false, so it is no period`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    ceiling: 6 months", "    ceiling: no"))
                    == """
                    Retention.yaml:24:14: error: "no" is not a period
                            ceiling: no
                                     ^
                      remedy: write a number and its unit, such as 30 days, 8 weeks, 6 months or 3 years
                    """)
    }

    @Test func `on is text and not true, so it archives nothing`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: true", "archive: on"))
                    == """
                    Retention.yaml:14:72: error: "on" is neither true nor false
                              - { after: 12 months, since: last-inbound, redact: all, archive: on }
                                                                                               ^
                      remedy: write archive: true, or leave the key out
                    """)
    }

    @Test func `yes is not true`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: true", "archive: yes"))
                    == """
                    Retention.yaml:14:72: error: "yes" is neither true nor false
                              - { after: 12 months, since: last-inbound, redact: all, archive: yes }
                                                                                               ^
                      remedy: write archive: true, or leave the key out
                    """)
    }

    @Test func `an octal number is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nlimits: { percent: 020 }"))
                    == """
                    Retention.yaml:7:20: error: "020" is not a whole number from 1 to 100
                        limits: { percent: 020 }
                                           ^
                      remedy: write it in plain digits, such as percent: 1
                    """)
    }

    @Test func `another octal form is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nlimits: { percent: 0o24 }"))
                    == """
                    Retention.yaml:7:20: error: "0o24" is not a whole number from 1 to 100
                        limits: { percent: 0o24 }
                                           ^
                      remedy: write it in plain digits, such as percent: 1
                    """)
    }

    @Test func `a sexagesimal number is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nlimits: { clock-days: 1:30 }"))
                    == """
                    Retention.yaml:7:23: error: "1:30" is not a whole number from 1 to 3650
                        limits: { clock-days: 1:30 }
                                              ^
                      remedy: write it in plain digits, such as clock-days: 1
                    """)
    }

    @Test func `a number beyond its range is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nlimits: { percent: 101 }"))
                    == """
                    Retention.yaml:7:20: error: "101" is not a whole number from 1 to 100
                        limits: { percent: 101 }
                                           ^
                      remedy: write it in plain digits, such as percent: 1
                    """)
    }

    @Test func `a zero as a limit is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("archive: { folder: archive }", "archive: { folder: archive }\nlimits: { at-least: 0 }"))
                    == """
                    Retention.yaml:7:21: error: "0" is not a whole number from 1 to 1000000
                        limits: { at-least: 0 }
                                            ^
                      remedy: write it in plain digits, such as at-least: 1
                    """)
    }

    @Test func `a time zone that does not exist comes with the nearest`() throws {
        #expect(
            try SamplePolicy.problems(
                ("time-zone: Europe/Brussels", "time-zone: Europe/Brussel"))
                    == """
                    Retention.yaml:4:12: error: "Europe/Brussel" is no time zone of this system
                        time-zone: Europe/Brussel
                                   ^
                      remedy: did you mean "Europe/Brussels"?
                    """)
    }

    @Test func `a time zone like no other is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("time-zone: Europe/Brussels", "time-zone: GMT+25:99"))
                    == """
                    Retention.yaml:4:12: error: "GMT+25:99" is no time zone of this system
                        time-zone: GMT+25:99
                                   ^
                      remedy: name one of the time-zone database, such as Europe/Brussels (package tzdata)
                    """)
    }

    @Test func `a day that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("version: 2025-01-22", "version: 2025-02-29"))
                    == """
                    Retention.yaml:3:43: error: "2025-02-29" is not a date since 2009
                        notice: { title: Privacy policy, version: 2025-02-29 }
                                                                  ^
                      remedy: write year, month and day, such as 2025-01-22
                    """)
    }

    @Test func `a date before the messenger is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("version: 2025-01-22", "version: 1999-01-22"))
                    == """
                    Retention.yaml:3:43: error: "1999-01-22" is not a date since 2009
                        notice: { title: Privacy policy, version: 1999-01-22 }
                                                                  ^
                      remedy: write year, month and day, such as 2025-01-22
                    """)
    }

    @Test func `an identifier is lower-case letters, digits and hyphens`() throws {
        #expect(
            try SamplePolicy.problems(
                ("policy: desk", "policy: Support Desk"))
                    == """
                    Retention.yaml:1:9: error: "Support Desk" is no identifier
                        policy: Support Desk
                                ^
                      remedy: use lower-case letters, digits and hyphens, 64 at most, such as client-assistance
                    """)
    }

    @Test func `a home folder is not expanded`() throws {
        #expect(
            try SamplePolicy.problems(
                ("keys: state/keys", "keys: ~/keys"))
                    == """
                    Retention.yaml:5:38: error: "~" is not read as a home folder
                        store: { path: state/store.db, keys: ~/keys, media: state/media }
                                                             ^
                      remedy: write the whole path, or one relative to this file's folder
                    """)
    }

    @Test func `an empty value is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    reason: answering", "    reason:"))
                    == """
                    Retention.yaml:32:12: error: "reason" is empty
                            reason:
                                   ^
                      remedy: write what belongs here
                    """)
    }

    @Test func `white space is no text`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    reason: answering", "    reason: \"  \""))
                    == """
                    Retention.yaml:32:13: error: "reason" is empty
                            reason: "  "
                                    ^
                      remedy: write what belongs here
                    """)
    }

    @Test func `text on two lines is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    reason: answering", "    reason: |\n      answering\n      quickly"))
                    == """
                    Retention.yaml:32:13: error: "reason" has line breaks
                            reason: |
                                    ^
                      remedy: write it on one line, or fold it with >-
                    """)
    }

    @Test func `a list in the place of one value is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    reason: answering", "    reason: [answering]"))
                    == """
                    Retention.yaml:32:13: error: "reason" is a list
                            reason: [answering]
                                    ^
                      remedy: write one value
                    """)
    }
}
