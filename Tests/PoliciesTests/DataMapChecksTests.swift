import Testing

@testable import Policies

@Suite struct DataMapChecksTests {
    @Test func `every map has its three tables`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("is: message", "is: attachment"),
                ("    fields: { order: n, sent: at, direction: way, text: body }\n", ""))
                    == """
                    map.yaml:4:1: error: no table is marked "is: message"
                        tables:
                        ^
                      remedy: say which table is, with: is: message
                    """)
    }

    @Test func `a second conversation table is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                (
                    "  line:\n",
                    "  case:\n    is: conversation\n    key: id\n    links: { contact: contact.id }\n    fields:\n      { role: role, purpose: topic, collected: newest, last-inbound: heard, messages: n, bytes: size, first-seen: created,\n        last-seen: updated, done: done, floor: floor, revision: rev }\n  line:\n"
                ))
                    == """
                    map.yaml:23:3: error: a second table is marked "is: conversation"
                          case:
                          ^
                      remedy: keep one: the other may be an attachment
                    """)
    }

    @Test func `a person has a key`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("    key: id\n    fields: { last", "    fields: { last"))
                    == """
                    map.yaml:5:3: error: the person has no "key"
                          contact:
                          ^
                      remedy: name its integer primary key, such as: key: id
                    """)
    }

    @Test func `required fields are named`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("restricted: limited, ", ""),
                ("floor: wake, ", ""))
                    == """
                    map.yaml:5:3: error: the person lacks fields: restricted, floor
                          contact:
                          ^
                      remedy: name the column of each under "fields"
                    """)
    }

    @Test func `a message belongs to a conversation`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("    links: { ticket: ticket.id }\n", ""))
                    == """
                    map.yaml:23:3: error: the message has no link to the conversation
                          line:
                          ^
                      remedy: say how they join, under "links", such as: conversation: ticket.id
                    """)
    }

    @Test func `an address belongs to a person`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("    links: { contact: contact.id }\n    fields: { text", "    fields: { text"))
                    == """
                    map.yaml:10:3: error: the address has no link to the person
                          handle:
                          ^
                      remedy: say how they join, under "links", such as: person: contact.id
                    """)
    }

    @Test func `a participant belongs to a conversation and a person`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("  line:\n", "  member:\n    is: participant\n  line:\n"))
                    == """
                    map.yaml:23:3: error: the participant has no link to the conversation
                          member:
                          ^
                      remedy: say how they join, under "links", such as: conversation: ticket.id
                    map.yaml:23:3: error: the participant has no link to the person
                          member:
                          ^
                      remedy: say how they join, under "links", such as: person: contact.id
                    """)
    }

    @Test func `a join to a table that is not there is refused`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("ticket: ticket.id", "ticket: tickets.id"))
                    == """
                    map.yaml:25:14: error: the map has no table "tickets"
                            links: { ticket: tickets.id }
                                     ^
                      remedy: did you mean "ticket"?
                    """)
    }

    @Test func `message text is not called harmless`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("columns: { body: text }", "columns: { body: keep }"))
                    == """
                    map.yaml:27:16: error: the message's text would never be redacted
                            columns: { body: keep }
                                       ^
                      remedy: give column "body" its category under "columns", such as: text
                    """)
    }

    @Test func `message text has its category`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("    columns: { body: text }\n", ""))
                    == """
                    map.yaml:26:51: error: the message's text would never be redacted
                            fields: { order: n, sent: at, direction: way, text: body }
                                                                          ^
                      remedy: give column "body" its category under "columns", such as: text
                    """)
    }

    @Test func `an address is not called harmless`() throws {
        #expect(
            try SamplePolicy.mapProblems(
                ("columns: { value: phone }", "columns: { value: hash }"))
                    == """
                    map.yaml:14:16: error: the address's text would never be redacted
                            columns: { value: hash }
                                       ^
                      remedy: give column "value" its category under "columns", such as: phone
                    """)
    }
}
