/// Numbers in links and ids, where the form alone says that they are a person's: `wa.me/...`, `phone=`, `waid=`,
/// `32470...@s.whatsapp.net`, an `@32470...` mention. Only the digits are claimed, so that a link and an
/// `@server` stay readable.
enum LinkDetector {
    private static let prefixes = [
        "wa.me/", "wa.me/send?phone=", "phone=", "waid=", "tel=", "number=", "msisdn=", "wa_id=", "wa_id\":\"",
        "sms:", "tel:", "callto:", "whatsapp:", "signal.me/#p/", "viber.me/",
    ].map { Array($0.utf8) }

    private static let servers = ["s.whatsapp.net", "c.us", "lid", "hosted.lid", "hosted", "bot"].map { Array($0.utf8) }

    static func scan(_ s: inout Scratch, _ plans: PhonePlans) {
        // The last signs of the prefixes, and the sign of an address.
        guard s.text.hasAt || s.text.has(0x2F) || s.text.has(0x3D) || s.text.has(0x3A) || s.text.has(0x22) else {
            return
        }
        for index in s.numerals {
            if s.tokens[index].length >= 5, scanJID(&s, index, plans) { continue }
            guard s.tokens[index].length >= 7, s.tokens[index].length <= 16, !s.tokens[index].isGlued else { continue }
            scanLink(&s, index, plans)
        }
    }

    private static func ends(_ text: FoldedText, at end: Int, with prefix: [UInt8]) -> Bool {
        guard end >= prefix.count else { return false }
        for offset in prefix.indices where text.at(end - prefix.count + offset) != prefix[offset] { return false }
        return true
    }

    private static func starts(_ text: FoldedText, at start: Int, with word: [UInt8]) -> Bool {
        for offset in word.indices where text.at(start + offset) != word[offset] { return false }
        return !FoldedText.isAlphanumeric(text.at(start + word.count))
    }

    private static func scanLink(_ s: inout Scratch, _ index: Int, _ plans: PhonePlans) {
        let token = s.tokens[index]
        var start = token.start
        if s.text.at(start - 1) == 0x2B { start -= 1 }
        let isMention =
            s.text.at(start - 1) == 0x40 && !FoldedText.isAlphanumeric(s.text.at(start - 2))
            && !FoldedText.isAlphanumeric(s.text.at(token.end)) && s.text.at(token.end) != 0x40
        // The last signs of the prefixes.
        guard isMention || [0x2F, 0x3D, 0x3A, 0x22].contains(s.text.at(start - 1)) else { return }
        guard isMention || prefixes.contains(where: { ends(s.text, at: start, with: $0) }) else { return }
        claim(&s, start..<token.end, token, isMention ? "a mention by number" : "a number in a link", plans)
    }

    private static func scanJID(_ s: inout Scratch, _ index: Int, _ plans: PhonePlans) -> Bool {
        let token = s.tokens[index]
        var end = token.end
        // `number:device@server`, `number.agent:device@server`; `number-time@g.us` names the group's maker.
        var next = index + 1
        while next < s.tokens.count, next - index <= 2, s.tokens[next].isDigits, s.tokens[next].start == end + 1,
            [0x2D, 0x3A, 0x2E, 0x5F].contains(s.text.at(end))
        {
            end = s.tokens[next].end
            next += 1
        }
        guard s.text.at(end) == 0x40 else { return false }
        if starts(s.text, at: end + 1, with: Array("g.us".utf8)) {
            // The id of a newer group holds no number.
            guard end > token.end else {
                s.claims.keep(token.range)
                return true
            }
            return claim(&s, token.start..<end, token, "the maker of a group in its id", plans)
        }
        guard servers.contains(where: { starts(s.text, at: end + 1, with: $0) }) else { return false }
        let start = s.text.at(token.start - 1) == 0x2B ? token.start - 1 : token.start
        return claim(&s, start..<end, token, "a messaging address", plans)
    }

    @discardableResult
    private static func claim(
        _ s: inout Scratch, _ cells: Range<Int>, _ token: Token, _ reason: StaticString, _ plans: PhonePlans
    ) -> Bool {
        s.digits.removeAll()
        for cell in token.range { s.digits.append(s.text.at(cell) - 0x30) }
        let first = s.claims.numbers.count
        plans.appendCanonical(international: s.digits.part(0..<s.digits.count), to: &s.claims.numbers)
        return s.claims.claim(
            Claims.Claim(
                cells: cells, category: .phone, detector: .link, confidence: 100, reason: reason,
                number: first..<s.claims.numbers.count))
    }
}
