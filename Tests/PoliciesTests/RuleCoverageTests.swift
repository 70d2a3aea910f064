import Testing

@testable import Policies

@Suite struct RuleCoverageTests {
    @Test func `every role has a last rule`() throws {
        #expect(
            try SamplePolicy.problems(
                ("role: [client, prospect, candidate, operator]", "role: [client, candidate, operator]"))
                    == """
                    Retention.yaml:8:1: error: no rule takes the role "prospect" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: prospect }
                    """)
    }

    @Test func `a rule for one purpose is not the last of its role`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "match: { role: [client, prospect, candidate, operator] }",
                    "match: { role: [client, prospect, candidate, operator], purpose: question }"
                ))
                    == """
                    Retention.yaml:8:1: error: no rule takes the role "client" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: client }
                    Retention.yaml:8:1: error: no rule takes the role "prospect" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: prospect }
                    Retention.yaml:8:1: error: no rule takes the role "candidate" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: candidate }
                    Retention.yaml:8:1: error: no rule takes the role "operator" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: operator }
                    """)
    }

    @Test func `there is a catch-all`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    match: any", "    match: { role: unknown, purpose: question }"))
                    == """
                    Retention.yaml:35:5: error: the last rule does not take everything that is left
                            match: { role: unknown, purpose: question }
                            ^
                      remedy: add a rule after it with match: any
                    """)
    }

    @Test func `a rule that can never apply is refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    match: any", "    match: { role: client, purpose: technical }"))
                    == """
                    Retention.yaml:35:5: error: this rule can never apply: all that it matches goes to "known" (line 27) before it
                            match: { role: client, purpose: technical }
                            ^
                      remedy: put it before, or remove it
                    Retention.yaml:35:5: error: the last rule does not take everything that is left
                            match: { role: client, purpose: technical }
                            ^
                      remedy: add a rule after it with match: any
                    """)
    }

    @Test func `a rule that several before it cover is refused with their names`() throws {
        #expect(
            try SamplePolicy.problems(
                (
                    "  - name: everything\n    match: any",
                    "  - name: late\n    match: { role: candidate, purpose: [application, question] }\n    since: last-inbound\n    steps: [ { after: 6 months, erase: all } ]\n    ceiling: 12 months\n    reason: none\n    source: none\n  - name: everything\n    match: any"
                ))
                    == """
                    Retention.yaml:35:5: error: this rule can never apply: all that it matches goes to "application" (line 19), "known" (line 27) before it
                            match: { role: candidate, purpose: [application, question] }
                            ^
                      remedy: put it before, or remove it
                    """)
    }

    @Test func `a catch-all before others leaves them nothing`() throws {
        #expect(
            try SamplePolicy.problems(
                ("    match: { role: [client, prospect, candidate, operator] }", "    match: any"))
                    == """
                    Retention.yaml:8:1: error: no rule takes the role "client" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: client }
                    Retention.yaml:8:1: error: no rule takes the role "prospect" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: prospect }
                    Retention.yaml:8:1: error: no rule takes the role "candidate" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: candidate }
                    Retention.yaml:8:1: error: no rule takes the role "operator" for whatever purpose
                        rules:
                        ^
                      remedy: add, after its other rules, one that names no purpose: match: { role: operator }
                    Retention.yaml:35:5: error: this rule can never apply: all that it matches goes to "client-assistance" (line 9), "application" (line 19), "known" (line 27) before it
                            match: any
                            ^
                      remedy: put it before, or remove it
                    """)
    }

    @Test func `two rules of one name are refused`() throws {
        #expect(
            try SamplePolicy.problems(
                ("name: everything", "name: known"))
                    == """
                    Retention.yaml:34:11: error: the rule of line 27 is named "known" already
                          - name: known
                                  ^
                      remedy: give each rule its own name
                    """)
    }
}
