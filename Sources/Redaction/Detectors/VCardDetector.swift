import Conversations

/// The properties of contact cards that are a person's: names, addresses, birthday. Numbers and mail addresses are left
/// to their own detectors, which tell what they are.
enum VCardDetector {
    private static let properties: [(name: StaticString, category: TextCategory)] = [
        ("n", .name), ("fn", .name), ("nickname", .name), ("sort-string", .name), ("adr", .address), ("label", .address),
        ("bday", .birthDate), ("x-wa-biz-name", .name), ("x-phonetic-first-name", .name), ("x-phonetic-last-name", .name),
    ]

    private static let begin: StaticString = "begin:vcard"

    static func scan(_ s: inout Scratch) {
        var line = 0
        var isInside = false
        while line < s.text.count {
            var end = line
            while end < s.text.count, s.text.at(end) != 0x0A { end += 1 }
            if s.has(begin, at: line) { isInside = true }
            if isInside { property(&s, line..<end) }
            if s.has("end:vcard", at: line) { isInside = false }
            line = end + 1
        }
    }

    /// `item1.FN;CHARSET=UTF-8:value`
    private static func property(_ s: inout Scratch, _ line: Range<Int>) {
        guard let colon = line.first(where: { s.text.at($0) == 0x3A }) else { return }
        var start = line.lowerBound
        if let dot = (start..<colon).first(where: { s.text.at($0) == 0x2E }), s.has("item", at: start) { start = dot + 1 }
        for (name, category) in properties where s.has(name, at: start) {
            let after = s.text.at(start + name.utf8CodeUnitCount)
            guard after == 0x3A || after == 0x3B else { continue }
            claim(&s, (colon + 1)..<line.upperBound, category)
            return
        }
    }

    /// Claims a value without the empty parts and signs at its ends.
    private static func claim(_ s: inout Scratch, _ cells: Range<Int>, _ category: TextCategory) {
        var (first, end) = (cells.lowerBound, cells.upperBound)
        while first < end, !FoldedText.isAlphanumeric(s.text.at(first)) { first += 1 }
        while end > first, !FoldedText.isAlphanumeric(s.text.at(end - 1)) { end -= 1 }
        guard first < end else { return }
        s.claims.claim(first..<end, category, .contactCard, 95, "a property of a contact card")
    }
}
