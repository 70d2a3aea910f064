import Conversations

/// What a report says of the service in its first lines.
extension Document.Answer {
    /// Of the widest span inside of a period that a time was told of; of equals the latest.
    static func speed(_ facts: [Fact], in period: Span) -> Document.Answer {
        let told = facts.filter {
            $0.subject == .all && $0.kind == .rollup && $0.figures?.firstResponse.median != nil
                && period.contains($0.span)
        }
        .max { ($0.span.parts(.week).count, $0.span) < ($1.span.parts(.week).count, $1.span) }
        return speed(told?.figures?.firstResponse, of: told?.span)
    }

    /// - Parameter span: what the time is of.
    static func speed(_ times: Figures.Times?, of span: Span?) -> Document.Answer {
        guard let median = times?.median, let span else {
            return .init(
                question: .questionSpeed, answer: .word(.answerTooFew), mark: .open,
                detail: Sentence(.sentenceSpeedUnknown))
        }
        let values: [String: Value] = ["median": .seconds(median), "span": .span(span)]
        let detail =
            times?.p90.map { Sentence(.sentenceSpeedMost, values.merging(["p90": .seconds($0)]) { $1 }) }
            ?? Sentence(.sentenceSpeed, values)
        return .init(question: .questionSpeed, answer: .seconds(median), mark: .plain, detail: detail)
    }

    /// How many conversations there were, and how many of them nobody answered.
    /// - Parameters:
    ///   - isWhole: whether all of the persons were counted at once; else their number is a lower bound.
    ///   - margin: how far each count may be off.
    static func outcome(of all: Figures, isWhole: Bool, margin: Int) -> [Document.Answer] {
        let volume = Sentence(isWhole ? .qVolume : .qVolumeLeast, count: all.persons)
        return [
            unanswered(all, margin: margin),
            .init(
                question: .questionVolume, answer: .count(all.conversations), mark: .plain,
                detail: margin > 0
                    ? both(volume, Sentence(.qMarginVolume, ["margin": .count(margin)])) : volume),
        ]
    }

    /// No number where half of it, or more, may be rounding.
    private static func unanswered(_ all: Figures, margin: Int) -> Document.Answer {
        let count = all.unanswered
        let isTold = margin * 2 <= count
        let meaning =
            if margin == 0 {
                Sentence(.qUnansweredMeaning)
            } else if isTold {
                Sentence(.qUnansweredMargin, ["margin": .count(margin)])
            } else {
                Sentence(
                    .qUnansweredBetween, ["low": .count(max(0, count - margin)), "high": .count(count + margin)])
            }
        let reopened = Figures.percent(all.reopened, of: all.closed, margin: margin)
        return .init(
            question: .questionUnanswered, answer: isTold ? .count(count) : .word(.answerTooFew),
            mark: isTold ? .plain : .open,
            detail: reopened.map { both(meaning, Sentence(.qReopenedWithin, ["percent": .percent($0)])) } ?? meaning)
    }

    private static func both(_ first: Sentence, _ second: Sentence) -> Sentence {
        Sentence(.both, ["first": .sentence(first), "second": .sentence(second)])
    }
}
