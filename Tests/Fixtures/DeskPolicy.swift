import Policies

/// The policy that the nights of the tests keep: every action, every kind of clock, short enough to read.
package enum DeskPolicy {
    package static let text = """
        policy: desk
        controller: { name: Example SRL, contact: privacy@example.org }
        notice: { title: Privacy policy, version: 2025-01-22 }
        time-zone: Europe/Brussels
        store: { path: store.db, keys: keys, media: media }
        archive: { folder: archive }
        reports: { folder: reports, language: en }
        redaction: { regions: [BE, FR, GB] }
        rules:
          - name: client
            match: { role: client }
            since: last-inbound
            steps:
              - { after: 30 days, erase: [profile-photo, profile-status, media] }
              - { after: 6 months, redact: all }
              - { after: 12 months, pseudonymise: true, archive: true }
              - { after: 36 months, erase: all }
            ceiling: 36 months
            reason: following up a request
            source: CNIL
          - name: prospect
            match: { role: prospect }
            since: person-last-inbound
            steps:
              - { after: 12 months, redact: all, archive: true }
              - { after: 24 months, erase: all }
            ceiling: 36 months
            reason: answering
            source: CNIL
          - name: candidate
            match: { role: candidate }
            since: decision
            steps: [ { after: 3 months, erase: all } ]
            otherwise: { since: last-inbound, steps: [ { after: 6 months, erase: all } ] }
            ceiling: 6 months
            reason: explaining a refusal
            source: CNIL
          - name: operator
            match: { role: operator }
            since: collected
            steps: [ { after: 60 days, erase: all } ]
            ceiling: 6 months
            reason: working together
            source: GDPR article 5
          - name: everything
            match: any
            since: last-inbound
            steps:
              - { after: 3 months, redact: [phone, email], pseudonymise: true }
              - { after: 12 months, erase: all }
            ceiling: 12 months
            reason: nobody said who it is
            source: GDPR article 25

        """

    /// The policy with passages, each of which must stand there exactly once, replaced by others.
    package static func parsed(_ edits: (String, String)...) throws -> Policy { try parsed(edits) }

    package static func parsed(_ edits: [(String, String)]) throws -> Policy {
        var text = text
        for (old, new) in edits {
            guard text.ranges(of: old).count == 1 else { throw FixtureError("not there once: \(old)") }
            text = text.replacing(old, with: new)
        }
        return try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml")
    }
}

/// A test that was set up wrongly.
package struct FixtureError: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
