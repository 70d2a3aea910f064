import Conversations

/// What `Retention.yaml` says, parsed and valid: a value that decides nothing and does nothing by itself.
///
/// Paths are as written in the file; they are relative to the policy's folder.
package struct Policy: Sendable, Equatable, Codable {
    /// The policy's own identifier. A store is bound to one for life.
    package var id: String
    package var controller: Controller
    package var notice: Notice
    /// An identifier of the time-zone database, known to the system.
    package var timeZone: String
    /// How long nothing is acted on after it was first seen, or after a policy change made it due.
    package var grace: Period
    package var store: StoreLocation
    package var archive: ArchiveLocation
    package var reports: Reports
    package var intake: Intake
    package var conversations: Cutting
    package var limits: Limits
    package var redaction: RedactionSettings
    package var proof: Proof
    /// In the file's order; the first that matches applies.
    package var rules: [Rule]

    package init(
        id: String, controller: Controller, notice: Notice, timeZone: String, grace: Period, store: StoreLocation,
        archive: ArchiveLocation, reports: Reports, intake: Intake, conversations: Cutting, limits: Limits,
        redaction: RedactionSettings, proof: Proof, rules: [Rule]
    ) {
        (self.id, self.controller, self.notice, self.timeZone, self.grace) = (id, controller, notice, timeZone, grace)
        (self.store, self.archive, self.reports, self.intake) = (store, archive, reports, intake)
        (self.conversations, self.limits, self.redaction) = (conversations, limits, redaction)
        (self.proof, self.rules) = (proof, rules)
    }

    /// The one rule that applies to a role and purpose. A valid policy has one for every pair; nil only for a
    /// policy that was put together by hand.
    package func rule(role: Role, purpose: Purpose) -> Rule? {
        rules.first { $0.match.includes(role: role, purpose: purpose) }
    }
}

extension Policy {
    package struct Controller: Sendable, Equatable, Codable {
        package var name: String
        package var contact: String
        package init(name: String, contact: String) { (self.name, self.contact) = (name, contact) }
    }

    /// The published notice that this policy keeps.
    package struct Notice: Sendable, Equatable, Codable {
        package var title: String
        /// The date of update that the notice prints; names the version in force.
        package var version: CivilDate
        /// The purposes that it names; nil where the policy does not say. No rule may name another.
        package var purposes: [Purpose]?
        package init(title: String, version: CivilDate, purposes: [Purpose]? = nil) {
            (self.title, self.version, self.purposes) = (title, version, purposes)
        }
    }

    package struct StoreLocation: Sendable, Equatable, Codable {
        package var path: String
        package var keys: String
        /// The folder under which paths of media files lie.
        package var media: String
        /// A data map file; nil for the product's own schema.
        package var map: String?
        package init(path: String, keys: String, media: String, map: String?) {
            (self.path, self.keys, self.media, self.map) = (path, keys, media, map)
        }
    }

    package struct ArchiveLocation: Sendable, Equatable, Codable {
        package var folder: String
        package init(folder: String) { self.folder = folder }
    }

    package struct Reports: Sendable, Equatable, Codable {
        package var folder: String
        package var language: Language
        package init(folder: String, language: Language) { (self.folder, self.language) = (folder, language) }
    }

    package enum Language: String, Sendable, Equatable, Codable, CaseIterable { case fr, nl, en }

    /// What imports are told: who we are, and what the conversations of a source are about.
    package struct Intake: Sendable, Equatable, Codable {
        /// The folder that the night may empty of verified sources; nil where it may touch none.
        package var folder: String?
        /// How long a verified source is kept in `folder`.
        package var keep: Period
        /// How long fingerprints of erased messages keep a source from bringing them back.
        package var remember: Period
        /// Our own authors in chat exports and our own numbers in payloads, as they are written there.
        package var ours: [String]
        /// Our own people, by the names under which they write in chat exports. They are ours, and looked for in texts.
        package var operators: [String]
        /// The zone of the local times in chat exports; nil for the policy's own.
        package var zone: String?
        /// First match applies.
        package var sources: [Source]
        package init(
            folder: String?, keep: Period, remember: Period, ours: [String], operators: [String] = [], zone: String?,
            sources: [Source]
        ) {
            (self.folder, self.keep, self.remember) = (folder, keep, remember)
            (self.ours, self.operators, self.zone, self.sources) = (ours, operators, zone, sources)
        }
    }

    /// One line of the intake: a business number, a folder or a label, and what its conversations are.
    package struct Source: Sendable, Equatable, Codable {
        package var number: String?
        package var folder: String?
        package var label: String?
        package var role: Role
        package var purpose: Purpose
        package init(number: String?, folder: String?, label: String?, role: Role, purpose: Purpose) {
            (self.number, self.folder, self.label) = (number, folder, label)
            (self.role, self.purpose) = (role, purpose)
        }
    }

    /// How a thread is cut into conversations by silence.
    package struct Cutting: Sendable, Equatable, Codable {
        package var afterAnswer: Period
        package var unanswered: Period
        package init(afterAnswer: Period, unanswered: Period) {
            (self.afterAnswer, self.unanswered) = (afterAnswer, unanswered)
        }
    }

    /// What stops a run before its first change.
    package struct Limits: Sendable, Equatable, Codable {
        /// Share of the store's conversations, per rule and action, in percent (1 to 100).
        package var percent: Int
        /// A rule and action of fewer records than this never trips.
        package var atLeast: Int
        /// Days since the last run beyond which the clock is not believed.
        package var clockDays: Int
        package init(percent: Int, atLeast: Int, clockDays: Int) {
            (self.percent, self.atLeast, self.clockDays) = (percent, atLeast, clockDays)
        }
    }

    package struct RedactionSettings: Sendable, Equatable, Codable {
        /// How a finding is replaced.
        package enum Replacement: String, Sendable, Equatable, Codable, CaseIterable {
            case remove, placeholder, mask, pseudonym
        }
        package var replacement: Replacement
        /// Categories that are replaced otherwise.
        package var replacements: [TextCategory: Replacement]
        /// ISO 3166 codes of the regions whose national number forms are recognised, in the order of belief.
        package var regions: [String]
        package init(replacement: Replacement, replacements: [TextCategory: Replacement], regions: [String]) {
            (self.replacement, self.replacements, self.regions) = (replacement, replacements, regions)
        }
    }

    /// How it is shown that what was erased is gone, and for how long it can be shown that it was.
    package struct Proof: Sendable, Equatable, Codable {
        /// When the file of the store is rewritten so that nothing erased is left in it.
        package enum Scrub: String, Sendable, Equatable, Codable, CaseIterable {
            /// In every night that erased something.
            case nightly
            /// Not sooner than seven days after the last time: for a store of more than a few gigabytes.
            case weekly
        }
        package var scrub: Scrub
        /// How long events stay in the audit log.
        package var auditLog: Period
        package init(scrub: Scrub, auditLog: Period) { (self.scrub, self.auditLog) = (scrub, auditLog) }
    }
}
