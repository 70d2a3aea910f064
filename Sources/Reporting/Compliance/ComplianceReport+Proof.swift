import Conversations
import Verification

/// What is proven: the checks, and the sentences of the published policy.
extension ComplianceReport {
    var proofSection: Document.Section {
        let rows = proof.lines.map { line in
            Document.Row(
                cells: [
                    .code(line.id), title(line), outcome(line.outcome), examined(line),
                    line.failing > 0 ? .marked(.count(line.failing), "bad") : .count(0),
                    line.oldest.map { .day(calendar.date(of: $0)) } ?? .none, .count(line.nights),
                    line.evidence.map { .code(String($0.prefix(16))) } ?? .none,
                ], isQuiet: line.outcome == .notProven)
        }
        let table = Document.Table(
            id: "checks",
            columns: [
                .init(title: .check, label: .text("ID")), .init(title: .check), .init(title: .outcome),
                .init(title: .examined, isNumber: true), .init(title: .failing, isNumber: true),
                .init(title: .oldestFailure), .init(title: .nightsWith, isNumber: true), .init(title: .evidence),
            ], rows: rows)
        let verified = input.verified.map { verified in
            Document.Note(
                sentence: Sentence(
                    .proofVerified, count: verified.checks.count, ["date": .day(calendar.date(of: verified.at))]),
                mark: .plain)
        }
        let missing = Document.Note(sentence: Sentence(.proofNotVerified), mark: .open)
        return .init(
            heading: .proof, meaning: [Sentence(.proofMeaning)], notes: [verified ?? missing], tables: [table])
    }

    /// What counts all conversations, or all that was done or not done to them, is rounded as the stock and the flow are.
    private func examined(_ line: ProofTable.Line) -> Value {
        ["B1", "B9", "B10", "B12", "plan-definition"].contains(line.id)
            ? StockGroups.flow(line.examined) : .count(line.examined)
    }

    /// In the language of the page where the catalogue knows the check; else in the engine's English.
    func title(_ line: ProofTable.Line) -> Value {
        CheckTitles.english[line.id] == nil ? .english(line.title) : .check(line.id)
    }

    private func outcome(_ outcome: Check.Outcome) -> Value {
        switch outcome {
        case .proven: .marked(.word(.proven), "good")
        case .failed: .marked(.word(.checkFailed), "bad")
        case .notProven: .marked(.word(.notProven), "open")
        }
    }

    // MARK: The policy's word

    /// A sentence of the policy with what the data say: how much was examined, and how much of it breaks the sentence.
    private struct Promise {
        let sentence: Text
        let examined: Int
        let failing: Int
        let found: Sentence

        var outcome: Check.Outcome { failing > 0 ? .failed : examined == 0 ? .notProven : .proven }
    }

    var promises: Document.Section {
        let table = Document.Table(
            id: "promises", columns: [.init(title: .promise), .init(title: .outcome), .init(title: .found)],
            rows: promiseList.map { promise in
                .init(cells: [.word(promise.sentence), outcome(promise.outcome), .sentence(promise.found)])
            })
        return .init(heading: .promises, meaning: [Sentence(.promisesMeaning)], tables: [table])
    }

    /// Sentences that the data break. What is sent out of hours is named by its check (G1), and a store of which nobody
    /// knows too much by its nights.
    var brokenPromises: [Sentence] {
        promiseList.filter { $0.outcome == .failed && ![.promiseHours, .promisePurposes].contains($0.sentence) }.map {
            Sentence(.findingPromise, ["promise": .word($0.sentence), "found": .sentence($0.found)])
        }
    }

    private var promiseList: [Promise] {
        let nothing = Sentence(.foundNothing)
        return [
            profile, purposes, hours, textOnly,
            Promise(sentence: .promiseSharing, examined: 0, failing: 0, found: nothing),
            Promise(sentence: .promiseRights, examined: 0, failing: 0, found: nothing),
            Promise(sentence: .promiseBlocking, examined: 0, failing: 0, found: nothing),
            version,
        ]
    }

    /// A profile of which nobody knows whether it is public proves nothing.
    private var profile: Promise {
        let practice = last.practice
        return Promise(
            sentence: .promiseProfile, examined: practice.unknownProfiles > 0 ? 0 : practice.profiles,
            failing: practice.hiddenProfiles,
            found: Sentence(
                .foundProfile, count: practice.profiles,
                ["failing": .count(practice.hiddenProfiles), "unknown": .count(practice.unknownProfiles)]))
    }

    /// A few conversations of which nobody knows what they are for prove nothing, and break nothing; as many as make the
    /// night's state a deviation break the sentence.
    private var purposes: Promise {
        let stored = last.stock.reduce(0) { $0 + $1.conversations }
        let isBroken = OverallState(last).tooManyUnclassified
        return Promise(
            sentence: .promisePurposes, examined: last.unclassified > 0 && !isBroken ? 0 : stored,
            failing: isBroken ? last.unclassified : 0,
            found: Sentence(.foundPurposes, count: StockGroups.rounded(stored), ["failing": .count(last.unclassified)]))
    }

    private var hours: Promise {
        let failing = practice.outOfHours - practice.outOfHoursAsked
        return Promise(
            sentence: .promiseHours, examined: practice.informed, failing: failing,
            found: Sentence(
                .foundHours, count: practice.informed,
                ["failing": .count(failing), "date": practice.informedSince.map(Value.day) ?? .none]))
    }

    /// Media are counted and not held against the sentence: the desk cannot keep persons from sending them.
    private var textOnly: Promise {
        let stored = last.stock.reduce(0) { $0 + $1.conversations }
        return Promise(
            sentence: .promiseText, examined: last.practice.calls == nil ? 0 : stored,
            failing: last.practice.calls ?? 0,
            found: Sentence(
                .foundText, count: StockGroups.rounded(stored),
                [
                    "failing": last.practice.calls.map(Value.count) ?? .none,
                    "media": last.practice.media.map(Value.count) ?? .none,
                ]))
    }

    private var version: Promise {
        let failing = input.records.count { $0.noticeVersion > calendar.date(of: $0.asOf) }
        return Promise(
            sentence: .promiseVersion, examined: input.records.count, failing: failing,
            found: Sentence(
                .foundVersion, count: input.records.count, ["failing": .count(failing)]))
    }
}
