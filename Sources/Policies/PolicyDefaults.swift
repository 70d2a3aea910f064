import Conversations

/// What holds where a policy leaves a key out. Only what is safe when nobody thought of it has a default; where
/// silence would be dangerous the key must be written. Policy.md lists the same values, and a test compares them.
package enum PolicyDefaults {
    package static let grace = period(14, .days)
    package static let language = Policy.Language.fr
    package static let intake = Policy.Intake(
        folder: nil, keep: period(7, .days), remember: period(14, .months), ours: [], zone: nil, sources: [])
    package static let conversations = Policy.Cutting(afterAnswer: period(7, .days), unanswered: period(30, .days))
    package static let limits = Policy.Limits(percent: 20, atLeast: 50, clockDays: 40)
    package static let redaction = Policy.RedactionSettings(
        replacement: .placeholder, replacements: [:],
        regions: ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"])
    package static let proof = Policy.Proof(scrub: .nightly, auditLog: period(5, .years))

    private static func period(_ count: Int, _ unit: Period.Unit) -> Period {
        guard let period = Period(count, unit) else { preconditionFailure("a default period is not one") }
        return period
    }
}
