/// Whether a text may hold anything to find: one pass over its bytes, without an allocation. Most
/// texts of a chat leave here. What it lets go holds nothing that a detector finds; what it keeps may hold nothing.
struct Prefilter: @unchecked Sendable {
    /// What a word of a text is worth here, by its first four bytes.
    struct Mark {
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
    let marks: UnsafePointer<UInt8>
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
    static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> (32 - bits)) }

    enum Verdict {
        case nothing
        /// Nothing by itself, but digits: at its ends they may belong to a number that is split over two messages.
        case digits
        case candidate
    }

    /// - Parameter readable: how many bytes there are from the text's first on, at least its own: what lies behind a text
    ///   in memory is no part of it, but may be read.
    func verdict(_ bytes: UnsafeBufferPointer<UInt8>, readable: Int, _ names: borrowing NameKeys) -> Verdict {
        guard let base = bytes.baseAddress else { return .nothing }
        var pass = WordPass(prefilter: self, bytes: bytes, base: base, readable: readable)
        if names.isEmpty ? pass.run(names, hasNames: false) : pass.run(names, hasNames: true) { return .candidate }
        guard pass.digits > 0 || pass.numberWords >= Self.fewestNumberWords else { return .nothing }
        return judge(bytes, pass)
    }

    /// Looks again at what words and digits there are, exactly.
    @inline(never)
    private func judge(_ bytes: UnsafeBufferPointer<UInt8>, _ pass: WordPass) -> Verdict {
        if pass.digits > 0, DigitLook(bytes).mayHold(digits: pass.digits) { return .candidate }
        if pass.numberWords > 0 || pass.digits > 0 && pass.hasDigitWord {
            let (numberWords, hasDigitWord) = words(bytes)
            if numberWords >= Self.fewestNumberWords { return .candidate }
            if pass.digits > 0, hasDigitWord || numberWords > (pass.digits < 4 ? 1 : 0) { return .candidate }
        }
        return pass.digits > 0 ? .digits : .nothing
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

    /// Whether the word at an offset passes the text by itself.
    @inline(never)
    func passes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard let entry = lexicon.entry(LatinWord(bytes, start).hash) else { return false }
        if entry.word.contains(.followsName) {
            return !IntroductionLook(bytes).isSaidByNobody(start, entry.hash)
        }
        return !entry.word.isDisjoint(with: Self.alone)
    }
}
