import Conversations

/// What the front page's state rests on: each deviation by name, and what is open.
extension ComplianceReport {
    var findings: Document.Section {
        .init(
            heading: .findings, notes: deviations.map { .init(sentence: $0, mark: .bad) } + open,
            nothing: .findingNone)
    }

    /// Checks that failed. On a store for trying, which runs when somebody tries it, no night is missed.
    private var failed: [ProofTable.Line] {
        proof.lines.filter { $0.failing > 0 && !(last.rehearsal && $0.id == OverallState.nightsCheck) }
    }

    /// Why the state is what it is; empty where nothing deviates.
    var deviations: [Sentence] {
        let missed = last.rehearsal ? 0 : nights.missed
        let counts: [(Text, Int)] = [
            (.findingMissingNights, missed), (.findingUnfinishedNights, last.rehearsal ? 0 : nights.unfinished.count),
            (.findingFailed, flow.lines.reduce(0) { $0 + $1.failed }),
            (.findingUnbalanced, flow.lines.count { !$0.isBalanced }),
        ]
        return counts.filter { $0.1 > 0 }.map { Sentence($0.0, count: $0.1) }
            + [failedEarlier, tooManyUnclassified].compactMap(\.self)
            + failed.filter { !$0.isFinding }.map(sentence) + brokenPromises
    }

    /// What failed in a night and was done in a later one is no more in what is left.
    private var failedEarlier: Sentence? {
        let nights = input.records.filter { OverallState($0).failed > 0 }
        guard let last = nights.last, flow.lines.allSatisfy({ $0.failed == 0 }) else { return nil }
        return Sentence(.findingFailedEarlier, count: nights.count, ["date": .day(calendar.date(of: last.asOf))])
    }

    /// The state is that of every night, so the worst of them is named. Its count is not told: the difference from that of
    /// the last night would be what came in between.
    private var tooManyUnclassified: Sentence? {
        let nights = (input.records.isEmpty ? [last] : input.records).filter { OverallState($0).tooManyUnclassified }
        func stored(_ night: RunRecord) -> Int { night.stock.reduce(0) { $0 + $1.conversations } }
        let worst = nights.max { $0.unclassified * stored($1) < $1.unclassified * stored($0) }
        return worst.map {
            Sentence(.findingUnclassifiedNights, count: nights.count, ["date": .day(calendar.date(of: $0.asOf))])
        }
    }

    private var open: [Document.Note] {
        let unproven = proof.lines.count { $0.outcome == .notProven }
        var sentences = failed.filter(\.isFinding).map(sentence)
        if input.holdsOverdue > 0 { sentences.append(Sentence(.findingHolds, count: input.holdsOverdue)) }
        if last.rehearsal, nights.missed > 0 { sentences.append(Sentence(.findingMissingNights, count: nights.missed)) }
        if let sourcesKept { sentences.append(sourcesKept) }
        if unproven > 0 { sentences.append(Sentence(.findingUnproven, count: unproven)) }
        return sentences.map { .init(sentence: $0, mark: .open) }
    }

    private func sentence(_ line: ProofTable.Line) -> Sentence {
        Sentence(
            .findingCheck,
            ["id": .code(line.id), "check": title(line), "failing": .count(line.failing)])
    }
}
