import Fixtures
import Policies

/// A policy of periods in days, in UTC, so that plain SQL can say what is due: every clock, with and without events.
enum DaysPolicy {
    static let text = """
        policy: desk
        controller: { name: Example SRL, contact: privacy@example.org }
        notice: { title: Privacy policy, version: 2025-01-22 }
        time-zone: UTC
        store: { path: store.db, keys: keys, media: media }
        archive: { folder: archive }
        reports: { folder: reports, language: en }
        rules:
          - name: client
            match: { role: client }
            since: last-inbound # client
            steps:
              - { after: 30 days, erase: [profile-photo, profile-status, media] }
              - { after: 200 days, redact: all }
              - { after: 400 days, pseudonymise: true, archive: true }
              - { after: 900 days, erase: all }
            ceiling: 900 days
            reason: following up a request
            source: CNIL
          - name: prospect
            match: { role: prospect }
            since: person-last-inbound
            steps: [ { after: 300 days, redact: all, archive: true }, { after: 700 days, erase: all } ]
            ceiling: 900 days
            reason: answering
            source: CNIL
          - name: candidate
            match: { role: candidate, purpose: application }
            since: decision
            steps: [ { after: 90 days, erase: all } ]
            otherwise: { since: last-inbound, steps: [ { after: 180 days, erase: all } ] }
            ceiling: 900 days
            reason: explaining a refusal
            source: CNIL
          - name: operator
            match: { role: operator }
            since: relation-ended
            steps: [ { after: 60 days, redact: all }, { after: 120 days, erase: all } ]
            otherwise: { since: collected, steps: [ { after: 500 days, erase: all } ] }
            ceiling: 900 days
            reason: working together
            source: GDPR article 5
          - name: known
            match: { role: [client, prospect, candidate, operator] }
            since: collected
            steps: [ { after: 100 days, erase: all } ]
            ceiling: 900 days
            reason: the rest
            source: GDPR article 5
          - name: everything
            match: any
            since: closed
            steps: [ { after: 20 days, redact: [phone, email] }, { after: 90 days, pseudonymise: true }, { after: 365 days, erase: all } ]
            otherwise: { since: collected, steps: [ { after: 400 days, erase: all } ] }
            ceiling: 900 days
            reason: nobody said who it is
            source: GDPR article 25

        """

    static func parsed(_ edits: (String, String)...) throws -> Policy {
        var text = text
        for (old, new) in edits {
            guard text.ranges(of: old).count == 1 else { throw FixtureError("not there once: \(old)") }
            text = text.replacing(old, with: new)
        }
        return try PolicyParser.parse(Array(text.utf8), file: "Retention.yaml")
    }
}
