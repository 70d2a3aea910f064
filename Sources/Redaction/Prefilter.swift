/// Whether a text may hold anything to find: one pass over its bytes, without an allocation. Most
/// texts of a chat leave here. What it lets go holds nothing that a detector finds; what it keeps may hold nothing.
struct Prefilter: @unchecked Sendable {
    /// What a word of a text is worth here, by its first four bytes.
    private struct Mark {
        /// It passes a text by itself.
        static let alone: UInt8 = 1
        /// A number word.
        static let number: UInt8 = 2
        /// It passes a text together with a digit.
        static let withDigit: UInt8 = 4
        /// It may introduce a name that begins with a capital.
        static let introduces: UInt8 = 8
        /// It may be a given name.
        static let given: UInt8 = 16
        /// A title, and a particle that a family name may begin with.
        static let title: UInt8 = 32
        static let particle: UInt8 = 64
        /// "at": in a bracket it says `@`.
        static let bracketed: UInt8 = 128
    }

    private static let bits: UInt32 = 14
    /// For the life of the process, and never changed.
    private let marks: UnsafePointer<UInt8>
    private let lexicon = Lexicon.known

    static let known = Prefilter()

    /// Words that pass a text by themselves.
    private static let alone: Word = [.introducesName, .followsName, .atWord, .handleCue, .structure]
    /// Words that pass a text together with a digit.
    private static let withDigit: Word = [.birthCue, .streetBefore, .streetAfter, .addressCue, .ipCue]
    /// Number words without a digit beside them: a telephone number has more.
    private static let fewestNumberWords = 3

    private init() {
        let marks = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << Int(Self.bits))
        marks.initialize(repeating: 0, count: 1 << Int(Self.bits))
        let kinds: [(Word, UInt8, Int)] = [
            // Words of two letters are too many where they speak for themselves, but for the name of a network.
            (Self.alone.subtracting(.handleCue), Mark.alone, 3), (.handleCue, Mark.alone, 2),
            (.anyNumber, Mark.number, 3), (Self.withDigit, Mark.withDigit, 2),
            (.introducesCapital, Mark.introduces, 1),
        ]
        let table = LexiconTable()
        for (kind, mark, least) in kinds {
            for key in table.startKeys(kind, least: least) { marks[Self.slot(key)] |= mark }
        }
        let particles = ["van", "von", "de", "den", "der", "ten", "ter", "el", "le", "la", "du", "d"]
        let titles = LexiconWords.titles.split(whereSeparator: \.isWhitespace).map(String.init)
        for (words, mark) in [
            (GivenNames.all, Mark.given), (titles, Mark.title), (particles, Mark.particle), (["at"], Mark.bracketed),
        ] {
            for word in words {
                for key in LexiconTable.startKeys(Array(word.utf8)) { marks[Self.slot(key)] |= mark }
            }
        }
        self.marks = UnsafePointer(marks)
    }

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> (32 - bits)) }

    enum Verdict {
        case nothing
        /// Nothing by itself, but digits: at its ends they may belong to a number that is split over two messages.
        case digits
        case candidate
    }

    func verdict(_ bytes: UnsafeBufferPointer<UInt8>, _ names: borrowing NameKeys) -> Verdict {
        guard let base = bytes.baseAddress else { return .nothing }
        var pass = WordPass(prefilter: self, bytes: bytes, base: base)
        if names.isEmpty ? pass.run(names, hasNames: false) : pass.run(names, hasNames: true) { return .candidate }
        guard pass.digits > 0 || pass.numberWords >= Self.fewestNumberWords else { return .nothing }
        return judge(bytes, pass)
    }

    /// Looks again at what words and digits there are, exactly.
    @inline(never)
    private func judge(_ bytes: UnsafeBufferPointer<UInt8>, _ pass: WordPass) -> Verdict {
        if pass.numberWords > 0 || pass.digits > 0 && pass.hasDigitWord {
            let (numberWords, hasDigitWord) = words(bytes)
            if numberWords >= Self.fewestNumberWords { return .candidate }
            guard pass.digits > 0 else { return .nothing }
            if hasDigitWord || numberWords > (pass.digits < 4 ? 1 : 0) { return .candidate }
        }
        return DigitLook(bytes).mayHold(digits: pass.digits) ? .candidate : .digits
    }

    private func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (numbers: Int, hasDigitWord: Bool) {
        var (numbers, hasDigitWord) = (0, false)
        var at = 0
        while at < bytes.count {
            // Most of what stands between words.
            if bytes[at] < 0x41 {
                at += 1
                continue
            }
            let word = LatinWord(bytes, at)
            at = max(word.end, at + 1)
            guard word.length > 1, let entry = lexicon.entry(word.hash) else { continue }
            if word.length > 2, !entry.word.isDisjoint(with: .anyNumber), !Lexicon.articles.contains(entry.hash) {
                numbers += 1
            }
            if !entry.word.isDisjoint(with: Self.withDigit) { hasDigitWord = true }
        }
        return (numbers, hasDigitWord)
    }

    /// One pass over the bytes of a text, 64 at a time: what each byte is goes into masks of a bit a byte, and then the
    /// words are looked at, so that few branches depend on the text.
    private struct WordPass {
        let prefilter: Prefilter
        let bytes: UnsafeBufferPointer<UInt8>
        private let reader: WordReader
        private(set) var digits = 0
        /// Words that begin like a number word, and whether one begins like a word that counts beside a digit.
        private(set) var numberWords = 0
        private(set) var hasDigitWord = false
        /// Where the word before begins, and its mark.
        private var previous = 0
        private var previousMark: UInt8 = 0

        init(prefilter: Prefilter, bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {
            (self.prefilter, self.bytes) = (prefilter, bytes)
            reader = WordReader(base, bytes.count)
        }

        /// True as soon as something passes the text by itself.
        @inline(__always)
        mutating func run(_ names: borrowing NameKeys, hasNames: Bool) -> Bool {
            let count = bytes.count
            var carry: UInt64 = 0
            var foreign: UInt64 = 0
            var at = 0
            while at < count {
                let block = ByteBlock(reader, at, count)
                if block.hasLinkSign, hasLink(at) { return true }
                digits += block.digits
                var starting = block.letters & ~(block.letters << 1 | carry) | foreign
                foreign = 0
                // Lead bytes of UTF-8; those of Latin letters hide nothing.
                if block.leads != 0, isForeign(block.leads, at, &starting, &foreign) { return true }
                carry = block.letters >> 63
                while starting != 0 {
                    let place = starting.trailingZeroBitCount
                    starting &= starting &- 1
                    let length = place < 61 ? ByteBlock.run(block.letters &>> UInt64(place)) : run(at + place)
                    if mark(at + place, length, names, hasNames) { return true }
                }
                at += 64
            }
            return false
        }

        /// How many letters, four at most, begin at an offset.
        private func run(_ start: Int) -> Int {
            var end = start
            while end < bytes.count, end < start + 4, bytes[end] >= 0x80 || (bytes[end] | 0x20) &- 0x61 < 26 {
                end += 1
            }
            return end - start
        }

        /// Looks at a word, of whose first four bytes so many are letters; true where it passes the text.
        @inline(__always)
        private mutating func mark(
            _ start: Int, _ length: Int, _ names: borrowing NameKeys, _ hasNames: Bool
        ) -> Bool {
            let raw = UInt32(truncatingIfNeeded: reader.word(start))
            let key = (raw | 0x2020_2020) & UInt32(truncatingIfNeeded: (1 as UInt64) &<< UInt64(8 * length) &- 1)
            let mark = prefilter.marks[Prefilter.slot(key)]
            if mark & (Mark.alone | Mark.number | Mark.withDigit | Mark.bracketed) != 0 {
                if mark & Mark.bracketed != 0, start > 0, [0x28, 0x5B, 0x7B].contains(bytes[start - 1]) { return true }
                if mark & Mark.alone != 0, prefilter.passes(bytes, start) { return true }
                if mark & Mark.number != 0 { numberWords += 1 }
                if mark & Mark.withDigit != 0 { hasDigitWord = true }
            }
            if hasNames, names.contains(length == 1 && raw >> 8 & 0xFF == 0x2E ? key | 0x2E00 : key) { return true }
            if previousMark & Mark.introduces != 0,
                mark & Mark.given != 0 || mark & Mark.particle != 0 && previousMark & Mark.title != 0
                    || (raw & 0x80 == 0 ? raw & 0x20 == 0 : raw & 0xE0FF == 0x80C3),
                IntroductionLook(bytes).mayIntroduce(previous, start)
            {
                return true
            }
            (previous, previousMark) = (start, mark)
            return false
        }

        /// Characters outside ASCII whose lead bytes are flagged in a block; true where one hides something.
        ///
        /// What follows a sign outside ASCII begins a word, the apostrophe of a telephone's keyboard: it is flagged among
        /// the starts of this block or the next.
        @inline(__always)
        private func isForeign(_ flags: UInt64, _ at: Int, _ this: inout UInt64, _ next: inout UInt64) -> Bool {
            var leads = flags
            while leads != 0 {
                let lead = at + leads.trailingZeroBitCount
                leads &= leads &- 1
                guard bytes[lead] != 0xC3 else { continue }
                if Prefilter.isRare(bytes, lead) { return true }
                guard let past = Prefilter.past(bytes, lead), past - at < 128 else { continue }
                let flag: UInt64 = 1 &<< UInt64((past - at) & 63)
                if past - at < 64 { this |= flag } else { next |= flag }
            }
            return false
        }

        /// An `@`, or a `/` between letters or doubled: a link, a profile.
        @inline(never)
        private func hasLink(_ at: Int) -> Bool {
            for index in at..<min(at + 64, bytes.count) {
                if bytes[index] == 0x40 { return true }
                guard bytes[index] == 0x2F, index > 0 else { continue }
                if bytes[index - 1] == 0x2F || (bytes[index - 1] | 0x20) &- 0x61 < 26 { return true }
            }
            return false
        }
    }

    /// A digit of another script or style, an invisible character, a combining mark: what hides a number or a name.
    private static func isRare(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0xC3...0xC9: return false
        case 0xC2: return next == 0xAD || next == 0xB2 || next == 0xB3 || next == 0xB9
        case 0xE2:
            let isMark = next == 0x80 && (last >= 0x8B && last <= 0x8F || last >= 0xAA && last <= 0xAE)
            return isMark || next == 0x81 || next == 0x82 && last < 0xA0 || next >= 0x91 && next <= 0x93 || next == 0x9D
                || next == 0x9E
        case 0xF0: return next != 0x9F || last == 0x84 || last == 0x85 || last == 0xAF
        case 0xEF: return next != 0xB8
        default: return true
        }
    }

    /// What follows a sign outside ASCII, where that is a letter.
    private static func past(_ bytes: UnsafeBufferPointer<UInt8>, _ lead: Int) -> Int? {
        guard bytes[lead] == 0xC2 || bytes[lead] >= 0xE2 else { return nil }
        var next = lead + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        guard next < bytes.count, bytes[next] >= 0xC3 || (bytes[next] | 0x20) &- 0x61 < 26 else { return nil }
        return next
    }

    /// Whether the word at an offset passes the text by itself.
    @inline(never)
    private func passes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard let entry = lexicon.entry(LatinWord(bytes, start).hash) else { return false }
        if entry.word.contains(.followsName) {
            return !IntroductionLook(bytes).isSaidByNobody(start, entry.hash)
        }
        return !entry.word.isDisjoint(with: Self.alone)
    }
}
