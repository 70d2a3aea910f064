import Archiving
import Conversations
import Planning
import Reporting
import StorePort
import Verification

/// Puts the record of a night together from its plan and its journal.
struct RecordBuilder {
    let night: Night
    let identity: StoreIdentity

    func record(
        _ draft: NightlyRun.Draft, _ work: NightlyRun.Work, _ checks: [Check], _ store: any NightStore
    ) throws -> RunRecord {
        let (stock, approvals) = try store.read { try ($0.stock(), $0.approvals()) }
        let copies = try store.read(copies)
        let kept = stock.map {
            RunRecord.Stock(
                role: Role(stored: $0.role), purpose: Purpose(stored: $0.purpose), conversations: $0.conversations,
                messages: $0.messages, bytes: $0.bytes, persons: $0.persons,
                oldest: $0.oldest.map(night.calendar.date))
        }
        var record = RunRecord(
            run: draft.journal.run, storeID: identity.storeID, rehearsal: identity.isRehearsal, asOf: night.asOf,
            startedAt: draft.startedAt, finishedAt: night.now(), timeZone: night.policy.timeZone,
            controller: night.policy.controller.name, noticeTitle: night.policy.notice.title,
            noticeVersion: night.policy.notice.version, policyID: night.policy.id, policyHash: night.policyHash,
            approvedAt: approvals.last { $0.policyHash == night.policyHash }?.at,
            lines: work.stopped.adding(to: try lines(draft, store)),
            segmentsWritten: work.stopped.segments + work.segments.map(segment),
            segmentsErased: draft.journal.doneSegments.count + work.stopped.segmentsEnded,
            stock: kept, checks: checks, quality: try store.read(quality), wouldHaveStopped: draft.obstacles.reasons,
            // Of the same moment as the stock, of which it is a part.
            unclassified: kept.filter { $0.role == .unknown || $0.purpose == .unknown }.reduce(0) {
                $0 + $1.conversations
            },
            copies: copies,
            doneBefore: try store.read { try $0.doneByInterruptedRuns(before: draft.journal.run) },
            auditHead: try store.read { try $0.auditHead() }, archive: try store.read(archive),
            practice: try store.read(practice))
        record.policyChange = draft.policyChange
        record.namesSkipped = draft.journal.namesSkipped
        return record
    }

    private func archive(_ snapshot: any StoreSnapshot) throws -> RunRecord.Archive {
        var archive = RunRecord.Archive()
        for segment in try snapshot.segments() where segment.erasedAt == nil {
            archive.segments += 1
            archive.conversations += segment.conversations
            archive.messages += segment.messages
            archive.bytes += segment.bytes
            archive.nextEnd = min(archive.nextEnd ?? segment.endsOn, segment.endsOn)
        }
        return archive
    }

    /// Days back within which conversations of information are looked at: each night would otherwise read all of them.
    private static let informationDays = 35

    private func practice(_ snapshot: any StoreSnapshot) throws -> RunRecord.Practice {
        let counts = try snapshot.practice(asOf: night.asOf)
        var practice = RunRecord.Practice()
        (practice.profiles, practice.hiddenProfiles) = (counts.profiles, counts.hiddenProfiles)
        practice.unknownProfiles = counts.unknownProfiles
        (practice.optOuts, practice.anyTime, practice.suppressed) = (counts.optOuts, counts.anyTime, counts.suppressed)
        (practice.calls, practice.media) = (counts.calls, counts.media)
        (practice.restrictedPersons, practice.heldConversations) = (counts.restrictedPersons, counts.heldConversations)
        practice.restrictedConversations = counts.restrictedConversations
        practice.categories = StoredCategory.allCases.map {
            RunRecord.Category(
                category: $0, records: counts.categories[$0], bytes: $0 == .media ? counts.mediaBytes : nil)
        }
        let since = night.today.adding(days: -Self.informationDays)
        practice.informedSince = since
        var told = Tallying(ServiceHours(night.calendar), now: night.asOf)
        try snapshot.eachTrace(
            from: night.calendar.startOfDay(since), until: night.asOf, purpose: .information, asOf: night.asOf
        ) { told.add($0) }
        (practice.informed, practice.outOfHours) = (told.live.informed, told.live.outOfHours)
        practice.outOfHoursAsked = told.live.outOfHoursAsked
        if counts.optOuts != nil {
            (practice.afterRefusal, practice.refusals) = (told.afterRefusal, told.live.optOuts ?? 0)
        }
        return practice
    }

    /// The months of the last year that were computed for good, each role and purpose.
    private func quality(_ snapshot: any StoreSnapshot) throws -> [RunRecord.QualityCell] {
        let year = night.calendar.startOfDay(night.today.adding(months: -13))
        let months = try snapshot.frozenSpans().filter { $0.level == Span.Level.month.rawValue && $0.ends > year }
        return try months.flatMap { try FactReader.facts(of: $0) }.compactMap { fact in
            guard let role = fact.subject.role, let purpose = fact.subject.purpose,
                fact.kind == .rollup || fact.figures == nil
            else { return nil }
            return RunRecord.QualityCell(
                role: role, purpose: purpose, month: fact.span.name,
                figures: fact.figures.map {
                    .init(
                        conversations: $0.conversations, messages: $0.inbound + $0.outbound + $0.automatic,
                        medianFirstResponse: $0.firstResponse.median, unanswered: $0.unanswered)
                })
        }
    }

    private func copies(_ snapshot: any StoreSnapshot) throws -> RunRecord.Copies {
        let kept = try snapshot.sources().filter { $0.erasedAt == nil }
        return RunRecord.Copies(
            sources: kept.count, oldestSource: kept.map(\.importedAt).min().map(night.calendar.date),
            unlistedTables: try snapshot.unlistedTables().count)
    }

    /// Done is counted from what transactions committed, never from what was planned.
    private func lines(_ draft: NightlyRun.Draft, _ store: any NightStore) throws -> [RunRecord.Line] {
        let done = draft.plan.lines.map { line in
            switch line.subject {
            case .conversations: draft.journal.conversations(under: line.rule, with: line.actions)
            case .persons: draft.worklist.persons.count { draft.journal.did(line.actions, to: $0) }
            case .segments: draft.journal.doneSegments.count { $0 == line.rule }
            case .sources: min(line.due.records, draft.journal.doneSources)
            }
        }
        var lines = zip(draft.plan.lines, done).map {
            RunRecord.Line(plan: $0, done: $1, failed: $0.due.records - $1)
        }
        guard lines.contains(where: { $0.failed > 0 }) else { return lines }
        let late = try store.read { try LateHolds(night, draft, $0) }
        for index in lines.indices where lines[index].failed > 0 { late.move(&lines[index]) }
        return lines
    }

    private func segment(_ written: WrittenSegment) -> RunRecord.Segment {
        RunRecord.Segment(
            name: written.name.description, rule: written.rule, endsOn: written.endsOn,
            conversations: written.conversations, messages: written.messages, bytes: written.bytes,
            sha256: written.sha256)
    }
}
