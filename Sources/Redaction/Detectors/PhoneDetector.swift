/// Telephone numbers: chains of digit groups, every interval of which is tried against the numbering plans and scored
/// by its writing and its neighbours; the intervals with the greatest sum win.
enum PhoneDetector {
    /// What an interval must score to be a finding.
    static let threshold = 50
    /// A number has at most 15 digits (E.164), after `00` or a `(0)` a few more.
    private static let mostDigits = 18
    /// Groups in one run beyond any list of numbers that a person writes.
    private static let longChain = 400
    /// After so many groups of one length and one gap, each number is as good as those a group further on: in a long run only
    /// the first is tried, and then what follows it.
    private static let manyAlike = 64
    /// In a long run a number as it is dialled at home has no more digits than the longest that a telephone is given: a
    /// German mobile number has twelve.
    private static let mostDigitsAtHome = 13

    struct Candidate {
        var first: Int
        var last: Int
        var score: Int
        /// What the group before costs it, unless that ends a number of its own.
        var crowding: Int
        var reading: PhonePlans.Reading
        /// The digits that were read: the first, and the one behind the last.
        var firstDigit: Int
        var pastDigit: Int
        /// A line that is nobody's, 0800 and its like: it stays, and no part of it is a number.
        var isService: Bool
    }

    /// The best that the groups of a chain up to one of them hold: what its numbers score together, and the last of them
    /// where it ends there.
    struct Step {
        var score: Int
        var candidate: Candidate?
    }

    static func scan(_ s: inout Scratch, _ plans: PhonePlans) {
        DigitGroups.collect(&s)
        scanGroups(&s, plans)
    }

    private static func scanGroups(_ s: inout Scratch, _ plans: PhonePlans) {
        var first = 0
        while first < s.groups.count {
            var last = first
            while last + 1 < s.groups.count, s.groups[last + 1].gap != nil { last += 1 }
            scanChain(&s, first...last, plans)
            first = last + 1
        }
    }

    /// The best set of intervals that do not overlap, by one pass from left to right.
    private static func scanChain(
        _ s: inout Scratch, _ chain: ClosedRange<Int>, _ plans: PhonePlans
    ) {
        let digits = s.groups[chain.upperBound].digits.upperBound - s.groups[chain.lowerBound].digits.lowerBound
        guard digits >= 8 else { return }
        // In a run this long only what begins like a number is tried: it bounds the work on hostile texts.
        let isLong = chain.count > longChain
        // In the same memory: what is learnt of a group on the way is seen here too.
        let all = s.groups
        s.steps.removeAll()
        s.steps.append(Step(score: 0))
        var alike = 0
        // The groups behind the first of a number that was found where all are alike.
        var passed = 0..<0
        for last in chain {
            if isLong { alike = last > chain.lowerBound && all[last].isLike(all[last - 1]) ? alike + 1 : 0 }
            var top = Step(score: s.steps[last - chain.lowerBound].score)
            var run = GroupRun(s, endingAt: last)
            let end = all[last].digits.upperBound
            var first = last
            while first >= chain.lowerBound {
                let count = end - all[first].digits.lowerBound
                if count > mostDigits { break }
                if passed.contains(first) {
                    first = passed.lowerBound - 1
                    continue
                }
                if count >= 7, !isLong || isOpening(s, first, count), let candidate = candidate(s, first, &run, plans) {
                    let before = s.steps[first - chain.lowerBound]
                    let score = candidate.score - (before.candidate == nil ? candidate.crowding : 0)
                    let sum = before.score + score - threshold + 1
                    if score >= threshold, sum > top.score { top = Step(score: sum, candidate: candidate) }
                }
                if all[first].hasPlus { break }
                first -= 1
            }
            if all[last].digits.count > mostDigits { split(&s, last, plans) }
            if alike >= manyAlike, let found = top.candidate { passed = (found.first + 1)..<(last + 1) }
            s.steps.append(top)
        }
        claimBest(&s, chain, plans)
    }

    /// Claims the numbers of the best set, from the last back.
    private static func claimBest(_ s: inout Scratch, _ chain: ClosedRange<Int>, _ plans: PhonePlans) {
        var at = chain.count
        while at > 0 {
            guard let candidate = s.steps[at].candidate else {
                at -= 1
                continue
            }
            claim(&s, candidate, plans)
            at = candidate.first - chain.lowerBound
        }
    }

    /// Whether seven digits or more begin like a number that has so many.
    private static func isOpening(_ s: borrowing Scratch, _ group: Int, _ digits: Int) -> Bool {
        let head = s.groups[group]
        if head.hasPlus { return true }
        let start = head.digits.lowerBound
        guard s.digits[start] == 0 else { return false }
        // Behind 00 stands a country code, none of which begins with 0.
        return s.digits[start + 1] == 0 ? s.digits[start + 2] != 0 : digits <= mostDigitsAtHome
    }

    /// Two numbers written together, 04701234560471234567: both halves are valid mobile numbers.
    private static func split(
        _ s: inout Scratch, _ index: Int, _ plans: PhonePlans
    ) {
        let group = s.groups[index]
        guard group.digits.count <= 26, !group.gluedLeft else { return }
        for middle in (group.digits.lowerBound + 9)...(group.digits.upperBound - 9) {
            let halves = [group.digits.lowerBound..<middle, middle..<group.digits.upperBound]
            let readings = halves.compactMap { reading(s, $0, plans) }
            guard readings.count == 2, readings.allSatisfy({ $0.kinds == .mobile && $0.form != .withoutTrunk }) else {
                continue
            }
            let first = s.claims.numbers.count
            plans.appendCanonical(readings[0], s.digits.part(halves[0]), to: &s.claims.numbers)
            plans.appendCanonical(readings[1], s.digits.part(halves[1]), to: &s.claims.numbers)
            s.claims.claim(
                Claims.Claim(
                    cells: group.cells, category: .phone, detector: .phone, confidence: 70,
                    reason: "two valid numbers run together", number: first..<s.claims.numbers.count))
            return
        }
    }

    private static func reading(_ s: borrowing Scratch, _ digits: Range<Int>, _ plans: PhonePlans) -> PhonePlans
        .Reading?
    {
        if s.digits[digits.lowerBound] == 0, s.digits[digits.lowerBound + 1] == 0 {
            return plans.international(s.digits.part((digits.lowerBound + 2)..<digits.upperBound))
        }
        return plans.national(s.digits.part(digits))
    }

    private static func claim(
        _ s: inout Scratch, _ candidate: Candidate, _ plans: PhonePlans
    ) {
        let groups = s.groups[candidate.first].cells.lowerBound..<s.groups[candidate.last].cells.upperBound
        let cells = withOpeningBracket(s.text, groups)
        if candidate.isService { return s.claims.keep(cells) }
        let first = s.claims.numbers.count
        plans.appendCanonical(
            candidate.reading, s.digits.part(candidate.firstDigit..<candidate.pastDigit), to: &s.claims.numbers)
        s.claims.claim(
            Claims.Claim(
                cells: cells, category: .phone, detector: .phone, confidence: max(1, min(99, candidate.score)),
                reason: reason(candidate.reading), number: first..<s.claims.numbers.count))
    }

    /// (0470) 12 34 56: the bracket before goes with the one behind.
    static func withOpeningBracket(_ text: FoldedText, _ cells: Range<Int>) -> Range<Int> {
        guard text.at(cells.lowerBound - 1) == 0x28,
            let first = cells.first(where: { text.at($0) == 0x28 || text.at($0) == 0x29 }), text.at(first) == 0x29
        else { return cells }
        return (cells.lowerBound - 1)..<cells.upperBound
    }

    private static func reason(_ reading: PhonePlans.Reading) -> StaticString {
        switch reading.form {
        case .international: reading.isValid ? "a valid international number" : "a possible international number"
        case .national: "a valid national number"
        case .withoutTrunk: "a national number without its first 0"
        case .bareCountryCode: "a number with a bare country code"
        }
    }

    /// Judges the groups from `first` to the end of a run; nil where no plan reads them. The run grows to `first` only
    /// where one does.
    private static func candidate(
        _ s: borrowing Scratch, _ first: Int, _ run: inout GroupRun, _ plans: PhonePlans
    ) -> Candidate? {
        let (head, last) = (s.groups[first], s.groups[run.last])
        var digits = head.digits.lowerBound..<last.digits.upperBound
        let reading: PhonePlans.Reading
        var score: Int
        var isService = false
        if head.hasPlus || (s.digits[digits.lowerBound] == 0 && s.digits[digits.lowerBound + 1] == 0) {
            if !head.hasPlus || s.digits[digits.lowerBound] == 0 && s.digits[digits.lowerBound + 1] == 0 {
                digits = (digits.lowerBound + 2)..<digits.upperBound
            }
            guard let found = plans.international(s.digits.part(digits)) else { return nil }
            reading = found
            score = found.isValid ? 110 : 70
            if !head.hasPlus { score -= found.isValid ? 10 : 25 }
        } else {
            let american = GroupRun.isAmerican(s, first...run.last) ? plans.northAmerican(s.digits.part(digits)) : nil
            guard let found = american ?? plans.national(s.digits.part(digits)) else { return nil }
            reading = found
            isService =
                found.form == .national && found.isValid && found.kinds.isDisjoint(with: .personal)
                && !isCutOff(s, first, run.last)
            guard let base = isService ? 66 : base(found, digits.count) else { return nil }
            score = base
        }
        run.grow(s, to: first)
        if reading.form == .national, !reading.isValid, run.isPairs { score += 14 }
        score += neighbours(s, run)
        let context = context(s, first)
        score += reading.form == .international && context < 0 ? context / 4 : context
        score += run.after(s)
        if reading.form == .withoutTrunk, reading.region == 0, context == 0 {
            score += PhoneContext.alone(s, head, last)
        }
        guard score + run.mostForWriting >= threshold else { return nil }
        score += run.writing(s, reading)
        return Candidate(
            first: first, last: run.last, score: score, crowding: crowding(s, run),
            reading: reading, firstDigit: digits.lowerBound, pastDigit: digits.upperBound, isService: isService)
    }

    /// What the words before a group say, asked once.
    private static func context(_ s: borrowing Scratch, _ index: Int) -> Int {
        var group = s.groups[index]
        if let context = group.context { return Int(context) }
        let context = PhoneContext.before(s, group)
        group.context = Int8(truncatingIfNeeded: context)
        s.groups[index] = group
        return context
    }

    /// A lone 0 before pairs, 0 16 92 81: the end of somebody's number, 0 4 7 0 16 92 81, and no way to write a line that is
    /// nobody's.
    private static func isCutOff(_ s: borrowing Scratch, _ first: Int, _ last: Int) -> Bool {
        first < last && s.groups[first].digits.count == 1 && s.groups[first + 1].digits.count == 2
    }

    /// What a form is worth before anything else is looked at; nil for lines that are nobody's.
    private static func base(_ reading: PhonePlans.Reading, _ digits: Int) -> Int? {
        if reading.form == .national, !reading.isValid { return 28 }
        guard reading.form == .international && !reading.isValid || !reading.kinds.isDisjoint(with: .personal) else {
            return nil
        }
        let isMobile = reading.kinds.contains(.mobile) && !reading.kinds.contains(.fixed)
        switch reading.form {
        case .international: return 110
        case .national: return digits < 9 ? 30 : isMobile ? 62 : 54
        case .bareCountryCode: return isMobile ? 52 : 30
        case .withoutTrunk: return isMobile ? 42 : 22
        }
    }

    /// What the group before says: a run that goes on leftwards is something else.
    private static func crowding(_ s: borrowing Scratch, _ run: GroupRun) -> Int {
        let head = s.groups[run.first]
        guard let gap = head.gap, !head.hasPlus else { return 0 }
        if run.isSpelled, s.groups[run.first - 1].digits.count == 1, gap == s.groups[run.last].gap { return 40 }
        guard gap.isTight else { return gap.newlines > 0 || gap.isSentenceEnd ? 0 : 6 }
        let isAlike = run.groups.dropFirst().contains { s.groups[$0].gap?.sign == gap.sign }
        return isAlike || run.count == 1 && head.digits.count < 10 ? 32 : 14
    }

    /// A word of grammar in lower case whose space was left out: "c'est le0470123456". In capitals it may be a country's
    /// letters before a register's number.
    private static func isSlip(_ s: borrowing Scratch, _ word: Token) -> Bool {
        word.length >= 2 && word.word.contains(.function) && !s.text.isUpper(word.end - 1)
    }

    /// What touches the interval on both sides.
    private static func neighbours(_ s: borrowing Scratch, _ run: GroupRun) -> Int {
        var score = 0
        let (head, last) = (s.groups[run.first], s.groups[run.last])
        if head.gluedLeft, !head.hasPlus {
            let before = s.tokens[head.token - 1]
            if before.word.contains(.phoneCue) {
                score += 20
            } else if before.word.isDisjoint(with: .addressPart), !before.isDigits, !isSlip(s, before) {
                score -= 45
            }
        }
        if last.gluedRight { score -= 6 }
        guard run.last + 1 < s.groups.count else { return score }
        let next = s.groups[run.last + 1]
        guard let gap = next.gap, !next.hasPlus else { return score }
        let goesOn = run.count > 1 && gap == last.gap && next.digits.count == last.digits.count
        if goesOn, run.isSpelled { return score - 40 }
        if goesOn, s.digits[next.digits.lowerBound] != 0 { return score - 14 }
        return score - (gap.isTight ? 8 : gap.newlines > 0 || gap.isSentenceEnd ? 0 : 4)
    }
}
