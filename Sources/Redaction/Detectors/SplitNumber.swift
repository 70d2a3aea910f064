/// A telephone number that one sender split over two consecutive messages: "0470" and then "12 34 56".
enum SplitNumber {
    /// The open end of a message: digits that are no number by themselves.
    struct Tail: Sendable {
        var message: Int
        var sender: Int
        /// Where to look from, in bytes: some words before the digits, which say what they are.
        var start: Int
    }

    struct Found {
        var first: Range<Int>
        var second: Range<Int>
        var digits: [UInt8]
        var confidence: Int
    }

    private static let mostDigits = 12
    /// Cells after the last digits of the first message: a sign, an ellipsis.
    private static let mostCellsAfter = 4
    private static let wordsBefore = 6

    /// Whether a text that was not looked at closely ends with digits, signs after them at most.
    static func mayEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.suffix(4 * mostCellsAfter + 1).last { $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 26 }.map { $0 < 0x40 }
            ?? false
    }

    /// Whether a text that was not looked at closely begins with digits, signs before them at most.
    static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.prefix(4 * 3 + 1).first { $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 26 }.map { $0 < 0x40 } ?? false
    }

    /// The open end of the message in a scratch, if it has one.
    static func tail(_ s: borrowing Scratch, message: Int, sender: Int) -> Tail? {
        guard let last = s.groups.last, s.text.count - last.cells.upperBound <= mostCellsAfter,
            s.claims.isFree(last.cells), last.digits.count <= mostDigits
        else { return nil }
        for cell in last.cells.upperBound..<s.text.count where FoldedText.isAlphanumeric(s.text.at(cell)) { return nil }
        var first = s.groups.count - 1
        while first > 0, s.groups[first].gap != nil, s.claims.isFree(s.groups[first - 1].cells) { first -= 1 }
        // With the signs before the first of these words: it may be `+32`, or in a bracket.
        let before = s.groups[first].token - wordsBefore - 1
        let start = before < 0 ? 0 : s.text.bytes(s.tokens[before].range).upperBound
        return Tail(message: message, sender: sender, start: start)
    }

    /// Whether the message in a scratch begins with digits that are no finding.
    static func begins(_ s: borrowing Scratch) -> Bool {
        guard let first = s.groups.first, first.cells.lowerBound <= 3, s.claims.isFree(first.cells) else {
            return false
        }
        return !first.gluedLeft && (s.tokens.first?.start ?? 0) >= first.cells.lowerBound - 3
    }

    /// The number that spans the end of one text and the start of the next.
    static func find(
        _ s: inout Scratch, _ tail: Tail, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>,
        _ plans: PhonePlans
    ) -> Found? {
        let end = first.count
        s.load(
            UnsafeBufferPointer(rebasing: first[tail.start...]), base: tail.start,
            then: UnsafeBufferPointer(rebasing: second.prefix(64)))
        if !KnownNumberDetector.scan(&s) { PhoneDetector.scan(&s, plans) }
        for claim in s.claims.found {
            let bytes = s.text.bytes(claim.cells)
            guard bytes.lowerBound < end, bytes.upperBound > end + 1 else { continue }
            // Each half ends at its own digits, not at the signs around the break.
            var halves: (first: Int, second: Int) = (bytes.lowerBound, end + 1)
            for group in s.groups where claim.cells.contains(group.cells.lowerBound) {
                let part = s.text.bytes(group.cells)
                if part.upperBound <= end { halves.first = part.upperBound } else { break }
            }
            if let head = s.groups.first(where: { s.text.bytes($0.cells).lowerBound > end }) {
                halves.second = s.text.bytes(head.cells).lowerBound
            }
            return Found(
                first: bytes.lowerBound..<halves.first,
                second: (halves.second - end - 1)..<(bytes.upperBound - end - 1),
                digits: Array(s.claims.numbers[claim.number]), confidence: claim.confidence)
        }
        return nil
    }
}
