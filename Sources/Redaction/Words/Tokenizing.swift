import CByteMasks

extension ScratchMemory.Page {
    /// Cuts the text into tokens and looks each word up; says what all the words say together, and which signs there are.
    mutating func tokenize() {
        var writer = TokenWriter(text: text)
        tokens.removeAll()
        numerals.removeAll()
        writer.write(&tokens, &numerals)
        seen = writer.seen
        (text.signs, text.brackets, text.digits) = (writer.signs, writer.brackets, writer.digits)
        countAhead()
    }

    private func countAhead() {
        var next = -1
        var ahead = 0
        for numeral in numerals.reversed() {
            let length = tokens[numeral].length
            ahead = min(255, length + (next == numeral + 1 ? ahead : 0))
            tokens[numeral].digitsAhead = UInt8(truncatingIfNeeded: ahead)
            next = numeral
        }
    }
}

/// The loop that cuts cells into tokens.
private struct TokenWriter {
    let text: FoldedText
    var seen: Word = []
    var signs: UInt64 = 0
    var brackets: UInt64 = 0
    var digits = 0

    /// Bit n is set for a letter 64 + n that may be drawn for a digit: b i l o s z.
    private static var lookAlikes: UInt64 { 1 << 0x22 | 1 << 0x29 | 1 << 0x2C | 1 << 0x2F | 1 << 0x33 | 1 << 0x3A }
    private static var mostLookAlikes: Int { 12 }

    init(text: FoldedText) { self.text = text }

    mutating func write(_ tokens: inout MemoryList<Token>, _ numerals: inout NumeralList) {
        let lexicon = Lexicon.known
        let (cells, count) = (text.text, text.count)
        var at = 0
        // Where the token before ends, and whether it is digits.
        var (last, isAfterDigits) = (-1, false)
        while at < count {
            let cell = cells[at]
            let isDigits = FoldedText.isDigit(cell)
            guard isDigits || FoldedText.isLetter(cell) else {
                let bit: UInt64 = 1 &<< UInt64(cell)
                signs |= cell < 64 ? bit : 0
                brackets |= cell < 64 ? 0 : bit
                at += 1
                continue
            }
            var token = Token(start: at, end: at, isDigits: isDigits)
            if isDigits {
                if isAfterDigits, at == last + 1 { tokens[tokens.count - 1].sign = cells[last] }
                numerals.append(tokens.count)
                repeat { at += 1 } while at < count && FoldedText.isDigit(cells[at])
                digits += at - token.start
            } else {
                at = hash(&token, at)
                if let entry = lexicon.entry(token.hash) {
                    (token.word, token.value) = (entry.word, entry.value)
                    seen.formUnion(entry.word)
                }
            }
            token.end = at
            if last == token.start { tokens[tokens.count - 1].isGlued = true }
            (last, isAfterDigits) = (at, isDigits)
            tokens.append(token)
        }
    }

    /// Hashes the letters from an index on, and answers where they end.
    @inline(__always)
    private func hash(_ token: inout Token, _ start: Int) -> Int {
        let cells = text.text + start
        // What stands in the memory behind the text is no part of the word.
        let length = min(Int(letter_run(cells)), text.count - start)
        let first = UnsafeRawPointer(cells).loadUnaligned(as: UInt64.self)
        let high: UInt64 = 0x8080_8080_8080_8080
        let inside: UInt64 = .max &>> UInt64(truncatingIfNeeded: 64 - 8 * length)
        guard length <= 8, case let letters = first & inside, letters & high == 0 else {
            return hashLong(&token, start)
        }
        token.hash = WordHash.adding(letters, to: WordHash.start)
        // Neighbours that are equal, among the letters.
        let pairs = (letters ^ letters >> 8) | ~(inside >> 8)
        let isDoubled = (pairs &- 0x0101_0101_0101_0101) & ~pairs & high != 0
        token.loose = isDoubled ? loose(start..<(start + length)) : token.hash
        if Self.lookAlikes >> UInt64(cells[0] & 63) & 1 == 1 {
            token.isLookAlike = isLookAlike(start..<(start + length))
        }
        return start + length
    }

    /// The same for words of more than eight letters, and of letters that share a cell.
    @inline(never)
    private func hashLong(_ token: inout Token, _ start: Int) -> Int {
        var end = start
        var hasher = WordHasher()
        while end < text.count, FoldedText.isLetter(text.text[end]) {
            hasher.add(letter(end))
            end += 1
        }
        (token.hash, token.loose) = (hasher.value, loose(start..<end))
        token.isLookAlike = isLookAlike(start..<end)
        return end
    }

    /// A letter as it is hashed: those of other scripts by what their cells know of them.
    @inline(__always)
    private func letter(_ at: Int) -> UInt8 {
        text.text[at] == FoldedText.otherLetter ? 0x80 | text.flags[at] >> 3 : text.text[at]
    }

    private func loose(_ cells: Range<Int>) -> UInt64 {
        var last: UInt8 = 0
        var loose = WordHasher()
        for cell in cells {
            let byte = letter(cell)
            if byte != last { loose.add(byte) }
            last = byte
        }
        return loose.value
    }

    private func isLookAlike(_ cells: Range<Int>) -> Bool {
        cells.count <= Self.mostLookAlikes
            && cells.allSatisfy {
                text.text[$0] < 0x80 && Self.lookAlikes >> UInt64(text.text[$0] & 63) & 1 == 1
            }
    }
}
