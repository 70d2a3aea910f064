/// The numbers that the persons of the conversation are known by, in any grouping and disguise, at home or from abroad:
/// found before anything that would take their digits for a reference, an amount or a date.
enum KnownNumberDetector {
    /// From so many digits on, a number is found inside a longer run of digits too.
    private static let unmistakable = 9

    /// Answers whether any was found; `s.groups` are then those that it was found in.
    @discardableResult
    static func scan(_ s: inout Scratch) -> Bool {
        guard !s.known.isEmpty, s.text.digits >= s.known.shortest || !s.seen.isDisjoint(with: .anyNumber) else {
            return false
        }
        DigitGroups.collect(&s)
        let before = s.claims.found.count
        var first = 0
        while first < s.groups.count {
            var last = first
            while last + 1 < s.groups.count, s.groups[last + 1].gap != nil { last += 1 }
            scanChain(&s, first...last)
            first = last + 1
        }
        return s.claims.found.count > before
    }

    /// Looks for each number in the digits of groups that follow one another, whatever groups they make.
    private static func scanChain(_ s: inout Scratch, _ chain: ClosedRange<Int>) {
        let digits = s.groups[chain.lowerBound].digits.lowerBound..<s.groups[chain.upperBound].digits.upperBound
        guard digits.count >= s.known.shortest else { return }
        var at = digits.lowerBound
        while at + s.known.shortest <= digits.upperBound {
            var end = at + 1
            for number in s.known.numbers where s.digits.part(at..<digits.upperBound).starts(with: number.national) {
                let whole = extended(s.digits, at, from: digits.lowerBound, number)..<(at + number.national.count)
                guard let cells = cells(s, whole, in: chain) else { continue }
                let first = s.claims.numbers.count
                s.claims.numbers.append(contentsOf: number.canonical)
                s.claims.claim(
                    Claims.Claim(
                        cells: cells, category: .phone, detector: .phone, confidence: 100,
                        reason: "a number known of a person of the conversation",
                        number: first..<s.claims.numbers.count))
                end = whole.upperBound
                break
            }
            at = end
        }
    }

    /// Where a number begins whose national digits begin at an index: at its country code, `00`, the 0 of home.
    private static func extended(
        _ digits: MemoryList<UInt8>, _ start: Int, from first: Int, _ number: KnownNumbers.Number
    ) -> Int {
        var at = start
        func take(_ before: [UInt8]) -> Bool {
            guard !before.isEmpty, at - before.count >= first,
                digits.part((at - before.count)..<at).elementsEqual(before)
            else { return false }
            at -= before.count
            return true
        }
        _ = take(number.trunk)
        if take(number.countryCode) { _ = take([0, 0]) }
        return at
    }

    /// The cells of digits; nil where fewer than can be no accident are a part of a group.
    private static func cells(_ s: borrowing Scratch, _ digits: Range<Int>, in chain: ClosedRange<Int>) -> Range<Int>? {
        guard let first = chain.first(where: { s.groups[$0].digits.upperBound > digits.lowerBound }),
            let last = chain.first(where: { s.groups[$0].digits.upperBound >= digits.upperBound })
        else { return nil }
        let (head, tail) = (s.groups[first], s.groups[last])
        let isWhole = head.digits.lowerBound == digits.lowerBound && tail.digits.upperBound == digits.upperBound
        guard isWhole || digits.count >= unmistakable else { return nil }
        var start = head.cells.lowerBound
        // Of digits drawn as digits each has a cell; a number word goes as a whole.
        if head.style != .words, digits.lowerBound > head.digits.lowerBound {
            start = head.cells.upperBound - (head.digits.upperBound - digits.lowerBound)
        }
        let end =
            tail.style == .words
            ? tail.cells.upperBound : tail.cells.upperBound - (tail.digits.upperBound - digits.upperBound)
        return PhoneDetector.withOpeningBracket(s.text, start..<end)
    }
}
