import Testing

@testable import Policies

/// A small valid policy and data map, and what errors show of them once they are edited.
enum SamplePolicy {
    static let text = """
        policy: desk
        controller: { name: Example SRL, contact: privacy@example.org }
        notice: { title: Privacy policy, version: 2025-01-22 }
        time-zone: Europe/Brussels
        store: { path: state/store.db, keys: state/keys, media: state/media }
        archive: { folder: archive }
        reports: { folder: reports }
        rules:
          - name: client-assistance
            match: { role: client, purpose: [assistance, question] }
            since: person-last-inbound
            steps:
              - { after: 30 days, since: closed, otherwise: last-inbound, erase: [profile-photo, media] }
              - { after: 12 months, since: last-inbound, redact: all, archive: true }
              - { after: 36 months, erase: all }
            ceiling: 36 months
            reason: following up a request
            source: CNIL
          - name: application
            match: { role: candidate, purpose: application }
            since: decision
            steps: [ { after: 3 months, erase: all } ]
            otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
            ceiling: 6 months
            reason: explaining a refusal
            source: CNIL
          - name: known
            match: { role: [client, prospect, candidate, operator] }
            since: last-inbound
            steps: [ { after: 12 months, erase: all } ]
            ceiling: 36 months
            reason: answering
            source: GDPR article 5
          - name: everything
            match: any
            since: last-inbound
            steps: [ { after: 6 months, erase: all } ]
            ceiling: 12 months
            reason: nobody said who it is
            source: GDPR article 25

        """

    static let map = """
        datamap: 1
        store: desk
        clock: unix-milliseconds
        tables:
          contact:
            is: person
            key: id
            fields: { last-inbound: seen, restricted: limited, first-seen: created, done: done, floor: wake, revision: rev }
            columns: { label: name }
          handle:
            is: address
            links: { contact: contact.id }
            fields: { text: value }
            columns: { value: phone }
          ticket:
            is: conversation
            key: id
            links: { contact: contact.id }
            fields:
              { role: role, purpose: topic, collected: newest, last-inbound: heard, messages: n, bytes: size, first-seen: created,
                last-seen: updated, done: done, floor: floor, revision: rev }
            columns: { role: keep, topic: keep }
          line:
            is: message
            links: { ticket: ticket.id }
            fields: { order: n, sent: at, direction: way, text: body }
            columns: { body: text }

        """

    struct NotOnce: Error { let text: String }

    /// The text with each passage, which must stand there exactly once, replaced by another.
    static func edited(_ text: String, _ edits: [(String, String)]) throws -> String {
        var text = text
        for (old, new) in edits {
            guard text.ranges(of: old).count == 1 else { throw NotOnce(text: old) }
            text = text.replacing(old, with: new)
        }
        return text
    }

    static func parse(_ text: String) throws(PolicyProblems) -> Policy {
        try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml")
    }

    /// What is shown for the sample policy once edited; nothing where it is valid.
    static func problems(_ edits: (String, String)...) throws -> String { shown(try edited(text, edits)) }

    static func shown(_ text: String) -> String {
        do throws(PolicyProblems) {
            _ = try parse(text)
            return ""
        } catch {
            return error.rendered
        }
    }

    /// The same for the sample data map.
    static func mapProblems(_ edits: (String, String)...) throws -> String {
        let bytes = Array(try edited(map, edits).utf8)
        do throws(PolicyProblems) {
            _ = try DataMapParser.parse(bytes, file: "map.yaml")
            return ""
        } catch {
            return error.rendered
        }
    }
}
