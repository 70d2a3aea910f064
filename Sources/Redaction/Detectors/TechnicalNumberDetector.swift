/// Identifiers of machines that are no person's: UUIDs, names of media files, coordinates, parcel numbers. They stay.
enum TechnicalNumberDetector {
    static func scan(_ s: inout Scratch) {
        let hasDash = s.text.has(0x2D)
        if hasDash, s.text.count >= 36 { for index in s.tokens.indices where uuid(&s, index) {} }
        if s.text.has(0x2E), hasDash || s.text.digits >= 8 {
            for index in s.tokens.indices where fileName(&s, index) {}
        }
        let hasDot = s.text.has(0x2E)
        for index in s.numerals where !parcel(&s, index) && hasDot { coordinates(&s, index) }
    }

    private static func isHex(_ cell: UInt8) -> Bool { FoldedText.isDigit(cell) || cell &- 0x61 < 6 }

    /// 8-4-4-4-12 hexadecimal digits.
    private static func uuid(_ s: inout Scratch, _ index: Int) -> Bool {
        let start = s.tokens[index].start
        guard start + 36 <= s.text.count, s.text.text[start + 8] == 0x2D, s.text.text[start + 13] == 0x2D,
            !s.isGluedLeft(index)
        else { return false }
        for offset in 0..<36 {
            let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
            guard isDash ? s.text.at(start + offset) == 0x2D : isHex(s.text.at(start + offset)) else { return false }
        }
        s.claims.keep(start..<(start + 36))
        return true
    }

    /// IMG-20220804-WA7476.jpg, 00000035-PHOTO-2022-03-27-21-41-55.jpg
    private static func fileName(_ s: inout Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        guard s.text.at(token.start - 1) == 0x2E, !token.isDigits, token.length >= 2, token.length <= 4, index > 0,
            isExtension(s, token.range)
        else { return false }
        var start = token.start - 1
        while FoldedText.isAlphanumeric(s.text.at(start - 1)) || s.text.at(start - 1) == 0x2D
            || s.text.at(start - 1) == 0x5F
        {
            start -= 1
        }
        guard isMediaName(s, start..<(token.start - 1)) else { return false }
        s.claims.keep(start..<token.end)
        return true
    }

    private static let extensions = [
        "jpg", "jpeg", "png", "gif", "webp", "mp4", "mov", "opus", "ogg", "mp3", "m4a", "pdf", "aac",
    ]
    .map { Array($0.utf8) }

    private static func isExtension(_ s: borrowing Scratch, _ cells: Range<Int>) -> Bool {
        var word = Array(cells.map { s.text.at($0) })
        if s.text.at(cells.upperBound) &- 0x30 < 10 { word.append(s.text.at(cells.upperBound)) }
        return extensions.contains(word)
    }

    /// A name that the application gave, not one that holds what a person typed.
    private static func isMediaName(_ s: borrowing Scratch, _ cells: Range<Int>) -> Bool {
        let prefixes: [StaticString] = [
            "img-", "vid-", "ptt-", "aud-", "doc-", "stk-", "img_", "vid_", "pxl_", "photo", "whatsapp", "signal-",
            "screenshot",
        ]
        return prefixes.contains { s.has($0, at: cells.lowerBound) }
            || s.has("-photo-", at: cells.lowerBound + 8) || s.has("-video-", at: cells.lowerBound + 8)
            || s.has("-audio-", at: cells.lowerBound + 8)
    }

    /// S10 (two letters, nine digits, two letters) and 24 digits beginning 3232 of the Belgian post.
    private static func parcel(_ s: inout Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        if token.isDigits, token.length == 9, s.isGluedLeft(index), token.isGlued, s.tokens[index - 1].length == 2,
            s.tokens[index + 1].length == 2
        {
            s.claims.keep(s.tokens[index - 1].start..<s.tokens[index + 1].end)
            return true
        }
        guard token.digitsAhead >= 24, s.has("3232", at: token.start) else { return false }
        var (last, digits) = (index, token.length)
        while digits < 24, s.sign(after: last) == 0x20 {
            last += 1
            digits += s.tokens[last].length
        }
        guard digits == 24 else { return false }
        s.claims.keep(token.start..<s.tokens[last].end)
        return true
    }

    /// Two decimal fractions after each other, or degrees.
    private static func coordinates(_ s: inout Scratch, _ index: Int) {
        guard s.isDigits(index, 1...3), s.sign(after: index) == 0x2E, s.isDigits(index + 1, 4...15),
            index + 3 < s.tokens.count,
            s.isDigits(index + 2, 1...3), s.sign(after: index + 2) == 0x2E, s.isDigits(index + 3, 4...15)
        else { return }
        let gap = s.tokens[index + 1].end..<s.tokens[index + 2].start
        guard gap.count <= 3, gap.allSatisfy({ [0x20, 0x2C, 0x2D, 0x3B, 0x2F].contains(s.text.at($0)) }) else { return }
        s.claims.keep(s.tokens[index].start..<s.tokens[index + 3].end)
    }
}
