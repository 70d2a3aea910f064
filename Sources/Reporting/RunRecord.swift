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
    package var checks: [Check]
    package var quality: [QualityCell]
    /// What a limit would have stopped; only ever filled on a rehearsal store.
    package var wouldHaveStopped: [String]
    package var unclassified: Int
    package var copies: Copies
    /// Records that a run before this one changed and never reported, because it was interrupted.
    package var doneBefore: Int
    /// Profile names of the store that are everyday words of its texts, and were not looked for in them.
    package var namesSkipped = 0
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
        package init(role: Role, purpose: Purpose, conversations: Int, messages: Int, bytes: Int) {
            (self.role, self.purpose, self.conversations) = (role, purpose, conversations)
            (self.messages, self.bytes) = (messages, bytes)
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
        stock: [Stock], checks: [Check], quality: [QualityCell], wouldHaveStopped: [String], unclassified: Int,
        copies: Copies, doneBefore: Int, auditHead: String
    ) {
        (self.run, self.storeID, self.rehearsal, self.asOf) = (run, storeID, rehearsal, asOf)
        (self.startedAt, self.finishedAt, self.timeZone) = (startedAt, finishedAt, timeZone)
        (self.controller, self.noticeTitle, self.noticeVersion) = (controller, noticeTitle, noticeVersion)
        (self.policyID, self.policyHash, self.approvedAt) = (policyID, policyHash, approvedAt)
        (self.lines, self.segmentsWritten, self.segmentsErased) = (lines, segmentsWritten, segmentsErased)
        (self.stock, self.checks, self.quality) = (stock, checks, quality)
        (self.wouldHaveStopped, self.unclassified, self.copies) = (wouldHaveStopped, unclassified, copies)
        (self.doneBefore, self.auditHead) = (doneBefore, auditHead)
    }
}
