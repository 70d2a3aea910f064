/// Amounts of money and percentages: they stay.
enum AmountDetector {
    static func scan(_ s: inout Scratch) {
        let hasSign = s.text.has(0x24)
        guard hasSign || s.text.has(0x25) || s.seen.contains(.currency) else { return }
        for index in s.numerals {
            let end = s.tokens[index].end
            if isAmountEnd(s, index) { s.claims.keep(start(s, index)..<end) }
            if hasSign, isAfterCurrency(s, index) {
                s.claims.keep(s.tokens[index].start..<s.tokens[last(s, index)].end)
            }
        }
    }

    /// A currency or a per cent sign follows, perhaps after `,-`.
    private static func isAmountEnd(_ s: borrowing Scratch, _ index: Int) -> Bool {
        var at = s.tokens[index].end
        if s.has(",-", at: at) || s.has(".-", at: at) { at += 2 }
        let isSpaced = s.text.at(at) == 0x20
        if isSpaced { at += 1 }
        if s.text.at(at) == 0x25 { return true }
        if s.text.at(at) == 0x24 {
            // "0470123456 €5": the sign belongs to what it is glued to.
            return !isSpaced || !FoldedText.isDigit(s.text.at(at + 1))
        }
        guard index + 1 < s.tokens.count, s.tokens[index + 1].start == at else { return false }
        return s.tokens[index + 1].word.contains(.currency)
    }

    /// A sign for a currency stands before, and it is not that of an amount before it: "102,34 € 0470 ...".
    private static func isAfterCurrency(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let start = s.tokens[index].start
        let isGlued = s.text.at(start - 1) == 0x24
        guard isGlued || s.has("$ ", at: start - 2) else { return false }
        guard index > 0, s.tokens[index - 1].isDigits else { return true }
        let before = s.tokens[index - 1].end
        return before < start - (isGlued ? 2 : 3)
    }

    /// The first cell of the amount that ends with a token: thousands in groups of three, decimals after a sign.
    private static func start(_ s: borrowing Scratch, _ index: Int) -> Int {
        var at = index
        while let sign = s.sign(after: at - 1) {
            let isThousand = s.tokens[at].length == 3 && s.tokens[at - 1].length <= 3
            let isDecimal = (sign == 0x2C || sign == 0x2E) && at == index && s.tokens[at].length <= 2
            guard isDecimal || isThousand && [0x20, 0x2E, 0x2C, 0x27].contains(sign) else { break }
            at -= 1
            if s.tokens[at].length < 3 { break }
        }
        return s.tokens[at].start
    }

    private static func last(_ s: borrowing Scratch, _ index: Int) -> Int {
        var at = index
        while let sign = s.sign(after: at), [0x2E, 0x2C].contains(sign), s.tokens[at + 1].length <= 3 { at += 1 }
        return at
    }
}
