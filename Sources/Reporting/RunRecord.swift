import Conversations
import Planning
import Verification

/// All that is known of one finished night: the only source of its reports. Kept as canonical JSON in the store.
///
/// It holds no person: counts, dates, rule names, hashes; cells of few persons are suppressed before it is stored.
package struct RunRecord: Sendable, Equatable, Codable {
    package var run: Int
    package var storeID: String
    /// A store made for trying and testing, run at any date: every report says so.
    package var rehearsal: Bool
    package var asOf: Instant
    package var startedAt: Instant
    package var finishedAt: Instant
    package var timeZone: String
    package var controller: String
    /// The published notice and the version in force.
    package var noticeTitle: String
    package var noticeVersion: CivilDate
    package var policyID: String
    package var policyHash: String
    /// When the policy was approved; nil on a rehearsal store.
    package var approvedAt: Instant?
    package var lines: [Line]
    package var segmentsWritten: [Segment]
    package var segmentsErased: Int
    package var stock: [Stock]
    package var archive: Archive
    package var practice: Practice
    package var checks: [Check]
    package var quality: [QualityCell]
    /// What a limit would have stopped; only ever filled on a rehearsal store.
    package var wouldHaveStopped: [StopReason]
    package var unclassified: Int
    package var copies: Copies
    /// Records that a run before this one changed and never reported, because it was interrupted.
    package var doneBefore: Int
    /// Profile names of the store that are everyday words of its texts, and were not looked for in them.
    package var namesSkipped = 0
    /// What changed in the policy lately; nil where nothing did, or all of it counts already.
    package var policyChange: PolicyChange?
    /// The head of the chain of audit events when the record was made: this copy of it is a witness.
    package var auditHead: String

    /// What else holds the same conversations, as far as the store knows.
    package struct Copies: Sendable, Equatable, Codable {
        /// Imported files that the night did not erase: kept elsewhere, kept for some days, or not read as a whole.
        package var sources: Int
        /// When the oldest of them was imported.
        package var oldestSource: CivilDate?
        /// Tables of the database that the data map does not list: nothing in them was looked at.
        package var unlistedTables: Int
        package init(sources: Int, oldestSource: CivilDate?, unlistedTables: Int) {
            (self.sources, self.oldestSource, self.unlistedTables) = (sources, oldestSource, unlistedTables)
        }
    }

    /// A line of the plan and what became of it. `due` = `done` + `failed`, and all that was past its period is
    /// `due` + `inGrace` + `held` + `restricted`.
    package struct Line: Sendable, Equatable, Codable {
        package var plan: PlanLine
        package var done: Int
        package var failed: Int
        package init(plan: PlanLine, done: Int, failed: Int) {
            (self.plan, self.done, self.failed) = (plan, done, failed)
        }
        package var pastPeriod: Int { plan.due.records + plan.inGrace + plan.held + plan.restricted }
        package var isBalanced: Bool { pastPeriod == done + failed + plan.inGrace + plan.held + plan.restricted }
    }

    package struct Segment: Sendable, Equatable, Codable {
        package var name: String
        package var rule: String
        package var endsOn: CivilDate
        package var conversations: Int
        package var messages: Int
        /// Of the compressed file.
        package var bytes: Int
        package var sha256: String
        package init(
            name: String, rule: String, endsOn: CivilDate, conversations: Int, messages: Int, bytes: Int, sha256: String
        ) {
            (self.name, self.rule, self.endsOn, self.conversations) = (name, rule, endsOn, conversations)
            (self.messages, self.bytes, self.sha256) = (messages, bytes, sha256)
        }
    }

    /// What is in the store after the night, of one role and purpose.
    package struct Stock: Sendable, Equatable, Codable {
        package var role: Role
        package var purpose: Purpose
        package var conversations: Int
        package var messages: Int
        package var bytes: Int
        /// Persons whose conversations these are: decides whether the row may stand alone.
        package var persons: Int
        /// The day of the oldest conversation's newest message; nil where none has a usable date.
        package var oldest: CivilDate?
        package init(
            role: Role, purpose: Purpose, conversations: Int, messages: Int, bytes: Int, persons: Int,
            oldest: CivilDate? = nil
        ) {
            (self.role, self.purpose, self.conversations) = (role, purpose, conversations)
            (self.messages, self.bytes, self.persons, self.oldest) = (messages, bytes, persons, oldest)
        }
    }

    /// The archive after the night.
    package struct Archive: Sendable, Equatable, Codable {
        package var segments = 0
        package var conversations = 0
        package var messages = 0
        /// Of the compressed files.
        package var bytes = 0
        /// When the next segment ends.
        package var nextEnd: CivilDate?
        package init() {}
    }

    /// What the data say of the sentences of the published notice, after the night.
    package struct Practice: Sendable, Equatable, Codable {
        /// Persons with a profile photo or status; those of them who do not share it publicly, and those of whom it is
        /// not known.
        package var profiles = 0
        package var hiddenProfiles = 0
        package var unknownProfiles = 0
        /// Messages of information in conversations that began since a day, those sent outside of service hours, and of
        /// these the ones to persons who asked for that.
        package var informedSince: CivilDate?
        package var informed = 0
        package var outOfHours = 0
        package var outOfHoursAsked = 0
        /// Of these messages, the ones more than a day after the person had refused them; and refusals that followed such
        /// a message. Nil where the database records no refusals, or the night did not count them yet.
        package var afterRefusal: Int?
        package var refusals: Int?
        /// Persons who refuse information, and who want it at any hour; nil where the database does not say.
        package var optOuts: Int?
        package var anyTime: Int?
        /// Keyed fingerprints that keep erased persons from being written to.
        package var suppressed = 0
        /// Calls that took place; missed ones are not among them. Nil where the database does not say.
        package var calls: Int?
        /// Nil where the database has none, as far as its map says.
        package var media: Int?
        package var restrictedPersons = 0
        package var heldConversations = 0
        /// Of restricted persons; nil in a record of before they were counted.
        package var restrictedConversations: Int?
        /// What is stored beside conversations; nil in a record of before it was counted.
        package var categories: [Category]?
        package init() {}
    }

    /// How many records of one category are stored.
    package struct Category: Sendable, Equatable, Codable {
        package var category: StoredCategory
        /// Nil where the database does not say.
        package var records: Int?
        package var bytes: Int?
        package init(category: StoredCategory, records: Int?, bytes: Int? = nil) {
            (self.category, self.records, self.bytes) = (category, records, bytes)
        }
    }

    /// Quality figures of one role, purpose and month, computed before anything was erased. A cell of fewer
    /// persons than `QualityCell.leastPersons` is suppressed: its figures are nil.
    package struct QualityCell: Sendable, Equatable, Codable {
        package static let leastPersons = 10
        package var role: Role
        package var purpose: Purpose
        /// `2026-03`, by the conversation's first message.
        package var month: String
        package var figures: Figures?
        package init(role: Role, purpose: Purpose, month: String, figures: Figures?) {
            (self.role, self.purpose, self.month, self.figures) = (role, purpose, month, figures)
        }

        package struct Figures: Sendable, Equatable, Codable {
            package var conversations: Int
            package var messages: Int
            /// Seconds from the first message of the person to the first human answer, on the thread; nil
            /// where none was answered.
            package var medianFirstResponse: Int?
            /// Conversations with a message of the person and no human answer.
            package var unanswered: Int
            package init(conversations: Int, messages: Int, medianFirstResponse: Int?, unanswered: Int) {
                (self.conversations, self.messages) = (conversations, messages)
                (self.medianFirstResponse, self.unanswered) = (medianFirstResponse, unanswered)
            }
        }
    }

    package init(
        run: Int, storeID: String, rehearsal: Bool, asOf: Instant, startedAt: Instant, finishedAt: Instant,
        timeZone: String, controller: String, noticeTitle: String, noticeVersion: CivilDate, policyID: String,
        policyHash: String, approvedAt: Instant?, lines: [Line], segmentsWritten: [Segment], segmentsErased: Int,
        stock: [Stock], checks: [Check], quality: [QualityCell], wouldHaveStopped: [StopReason], unclassified: Int,
        copies: Copies, doneBefore: Int, auditHead: String, archive: Archive = Archive(),
        practice: Practice = Practice()
    ) {
        (self.run, self.storeID, self.rehearsal, self.asOf) = (run, storeID, rehearsal, asOf)
        (self.startedAt, self.finishedAt, self.timeZone) = (startedAt, finishedAt, timeZone)
        (self.controller, self.noticeTitle, self.noticeVersion) = (controller, noticeTitle, noticeVersion)
        (self.policyID, self.policyHash, self.approvedAt) = (policyID, policyHash, approvedAt)
        (self.lines, self.segmentsWritten, self.segmentsErased) = (lines, segmentsWritten, segmentsErased)
        (self.stock, self.checks, self.quality) = (stock, checks, quality)
        (self.wouldHaveStopped, self.unclassified, self.copies) = (wouldHaveStopped, unclassified, copies)
        (self.doneBefore, self.auditHead) = (doneBefore, auditHead)
        (self.archive, self.practice) = (archive, practice)
    }
}
