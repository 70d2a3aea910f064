/// Long references in even groups after a word that announces them (`SN 1234-5678-9012`, a voucher): they stay.
/// What has the shape of a telephone number is left to `PhoneDetector`, which weighs the same words.
enum ReferenceDetector {
    static func scan(_ s: inout Scratch) {
        guard s.seen.contains(.referenceCue) else { return }
        for index in s.numerals where s.isDigits(index, 4...6) && s.claims.isFree(s.tokens[index].start) {
            guard s.hasCue(.referenceCue, before: index, within: 2), index > 0, !s.tokens[index - 1].isDigits else {
                continue
            }
            guard let sign = s.sign(after: index), sign == 0x20 || sign == 0x2D else { continue }
            var last = index
            while s.sign(after: last) == sign, s.tokens[last + 1].length == s.tokens[index].length { last += 1 }
            guard last >= index + 2 else { continue }
            // The last group may be shorter.
            if s.sign(after: last) == sign, s.tokens[last + 1].length < s.tokens[index].length { last += 1 }
            s.claims.keep(s.tokens[index].start..<s.tokens[last].end)
        }
    }
}
