/// International bank account numbers: the length of the country and the checksum (ISO 13616: mod 97 = 1) decide,
/// so that any separators may stand between, and the Belgian 12-digit form with its own checksum.
enum IBANDetector {
    /// Lengths by country, from the SWIFT IBAN registry; 0 for what is none.
    private static let lengths: [UInt8] = {
        let list = """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 \
            ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 \
            LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 \
            QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
            """
        var table = [UInt8](repeating: 0, count: 26 * 26)
        for item in list.lowercased().split(separator: " ") {
            let bytes = Array(item.utf8)
            guard let place = place(bytes[0], bytes[1]) else { continue }
            table[place] = UInt8(item.dropFirst(2)) ?? 0
        }
        return table
    }()

    /// Where in `lengths` a country stands, by its two letters.
    private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
        guard first &- 0x61 < 26, second &- 0x61 < 26 else { return nil }
        return Int(first - 0x61) * 26 + Int(second - 0x61)
    }

    static func scan(_ s: inout Scratch) {
        for index in s.numerals {
            scan(&s, checkDigits: index)
            if s.tokens[index].digitsAhead >= 12 { belgian(&s, index) }
        }
    }

    /// Tries the digits of a token as those that follow a country code.
    private static func scan(_ s: inout Scratch, checkDigits index: Int) {
        let text = s.text
        guard let start = countryStart(text, before: s.tokens[index].start) else { return }
        let second = previous(text, s.tokens[index].start)
        guard let place = place(text.at(start), text.at(second)), case let length = Int(lengths[place]), length > 0,
            let end = end(text, from: start, length: length),
            // An account of Belgium or Germany has no letter.
            !(s.has("be", at: start) || s.has("de", at: start)) || !hasLetter(text, s.tokens[index].start..<end)
        else { return }
        s.claims.claim(start..<end, .iban, .iban, 100, "an IBAN with its checksum")
    }

    private static func hasLetter(_ text: FoldedText, _ cells: Range<Int>) -> Bool {
        cells.contains { FoldedText.isLetter(text.at($0)) }
    }

    /// 539-0075470-34: the last two digits are the first ten modulo 97, 97 for 0.
    private static func belgian(_ s: inout Scratch, _ first: Int) {
        guard s.isDigits(first, 3...3), s.sign(after: first) == 0x2D, s.isDigits(first + 1, 7...7),
            s.sign(after: first + 1) == 0x2D, s.isDigits(first + 2, 2...2), s.sign(after: first - 1) == nil
        else { return }
        let rest = (s.value(first) * 10_000_000 + s.value(first + 1)) % 97
        guard (rest == 0 ? 97 : rest) == s.value(first + 2) else { return }
        s.claims.claim(
            s.tokens[first].start..<s.tokens[first + 2].end, .iban, .iban, 95, "a Belgian account with its checksum")
    }

    private static func isSeparator(_ cell: UInt8) -> Bool {
        cell == 0x20 || cell == 0x0A || cell == 0x2D || cell == 0x2E || cell == 0x2F || cell == 0x5F || cell == 0x2C
    }

    private static func previous(_ text: FoldedText, _ at: Int) -> Int {
        var at = at - 1
        while isSeparator(text.at(at)) { at -= 1 }
        return at
    }

    /// The first of the two letters before the check digits; they may be glued to a word (`ibanBE..`).
    private static func countryStart(_ text: FoldedText, before at: Int) -> Int? {
        let second = previous(text, at)
        guard at - second <= 3, FoldedText.isLetter(text.at(second)) else { return nil }
        let first = previous(text, second)
        guard second - first <= 3, FoldedText.isLetter(text.at(first)) else { return nil }
        // The end of another word, "lat 50", is no country.
        guard second == at - 1 || !FoldedText.isLetter(text.at(first - 1)) else { return nil }
        return first
    }

    /// The end of `length` letters and digits that pass the checksum, with at most two signs between any two.
    private static func end(_ text: FoldedText, from start: Int, length: Int) -> Int? {
        var at = start
        var taken = 0
        var gap = 0
        var letters = 0
        var head: UInt32 = 0
        var rest: UInt32 = 0
        while taken < length {
            let cell = text.at(at)
            if FoldedText.isAlphanumeric(cell), cell != FoldedText.otherLetter {
                let value = FoldedText.isDigit(cell) ? UInt32(cell) - 48 : UInt32(cell) - 87
                let wide: UInt32 = value > 9 ? 100 : 10
                // Words can pass the checksum by chance: most of an account is digits.
                if value > 9 {
                    letters += 1
                    guard letters <= 8, letters * 2 <= length else { return nil }
                }
                if taken < 4 { head = (head * wide + value) % 97 } else { rest = (rest * wide + value) % 97 }
                (taken, gap) = (taken + 1, 0)
            } else {
                gap += 1
                guard isSeparator(cell), gap <= 2 else { return nil }
            }
            at += 1
        }
        guard !FoldedText.isDigit(text.at(at)) else { return nil }
        // The first four characters go to the end: two letters are four digits, two digits two.
        return (rest * (1_000_000 % 97) + head) % 97 == 1 ? at : nil
    }
}
