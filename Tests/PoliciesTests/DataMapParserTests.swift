import Testing

@testable import Policies

@Suite struct DataMapParserTests {
    @Test func `an unknown category of a column is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("label: name", "label: nmae"))
                    == """
                    map.yaml:9:23: error: "nmae" is not a value of "label"
                            columns: { label: nmae }
                                              ^
                      remedy: did you mean "name"?
                    """)
    }

    @Test func `a clock that does not exist is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("unix-milliseconds", "milliseconds"))
                    == """
                    map.yaml:3:8: error: "milliseconds" is not a value of "clock"
                        clock: milliseconds
                               ^
                      remedy: write one of: unix-seconds, unix-milliseconds
                    """)
    }

    @Test func `another version of the form is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("datamap: 1", "datamap: 2"))
                    == """
                    map.yaml:1:10: error: "2" is not a value of "datamap"
                        datamap: 2
                                 ^
                      remedy: did you mean "1"?
                    """)
    }

    @Test func `a field of another part is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("text: body", "text: body, role: r"))
                    == """
                    map.yaml:26:63: error: "role" is no field of this table (is: message)
                            fields: { order: n, sent: at, direction: way, text: body, role: r }
                                                                                      ^
                      remedy: the fields are: order, sent, direction, kind, text, author
                    """)
    }

    @Test func `a mistyped field comes with the nearest`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("sent: at", "snet: at"))
                    == """
                    map.yaml:26:25: error: "snet" is no field of this table (is: message)
                            fields: { order: n, snet: at, direction: way, text: body }
                                                ^
                      remedy: did you mean "sent"?
                    """)
    }

    @Test func `an attachment has no fields`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("  line:\n", "  note:\n    is: attachment\n    fields: { text: body }\n  line:\n"))
                    == """
                    map.yaml:25:15: error: "text" is no field of this table (is: attachment)
                            fields: { text: body }
                                      ^
                      remedy: remove it
                    """)
    }

    @Test func `a join names a table and a column`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("links: { ticket: ticket.id }", "links: { ticket: ticket }"))
                    == """
                    map.yaml:25:22: error: "ticket" does not name a column of another table
                            links: { ticket: ticket }
                                             ^
                      remedy: write it as ticket: table.column
                    """)
    }

    @Test func `a name that SQL could not hold is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("label: name", "'la\"bel': name"))
                    == """
                    map.yaml:9:16: error: "la"bel" is no name of a table or column
                            columns: { 'la"bel': name }
                                       ^
                      remedy: write the name as the database has it, without spaces and quotes, 63 bytes at most
                    """)
    }

    @Test func `a table of ours is not for a map to list`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("  handle:\n", "  retention_hold:\n"))
                    == """
                    map.yaml:10:3: error: table "retention_hold" is not for a map to list
                          retention_hold:
                          ^
                      remedy: remove it: it is ours, or the database's own
                    """)
    }

    @Test func `an unknown key of a table is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("    key: id\n    fields: { last", "    keys: id\n    key: id\n    fields: { last"))
                    == """
                    map.yaml:7:5: error: unknown key "keys" in table "contact"
                            keys: id
                            ^
                      remedy: did you mean "key"?
                    """)
    }
}
