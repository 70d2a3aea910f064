import CByteMasks

/// The one pass of `Prefilter` over the bytes of a text, 64 at a time: what each byte is goes into masks of a bit a byte,
/// and then the words are looked at, so that few branches depend on the text.
struct WordPass {
    private typealias Mark = Prefilter.Mark

    private static let block = 64
    /// Bytes behind a block that are read with the last word in it.
    private static let behind = 3

    private let prefilter: Prefilter
    private let bytes: UnsafeBufferPointer<UInt8>
    private let base: UnsafePointer<UInt8>
    private let readable: Int
    private(set) var digits = 0
    /// Words that begin like a number word, and whether one begins like a word that counts beside a digit.
    private(set) var numberWords = 0
    private(set) var hasDigitWord = false
    /// Where the word before begins, and its mark.
    private var previous = 0
    private var previousMark: UInt8 = 0
    /// What the block before leaves to the next: whether it ends with a letter, and the bytes of a sign outside ASCII.
    private var endsWithLetter: UInt64 = 0
    private var foreign: UInt64 = 0

    init(prefilter: Prefilter, bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, readable: Int) {
        (self.prefilter, self.bytes, self.base, self.readable) = (prefilter, bytes, base, readable)
    }

    /// True as soon as something passes the text by itself.
    @inline(__always)
    mutating func run(_ names: borrowing NameKeys, hasNames: Bool) -> Bool {
        var at = 0
        while at + Self.block + Self.behind <= readable, at < bytes.count {
            if look(base + at, at, names, hasNames) { return true }
            at += Self.block
        }
        guard at < bytes.count else { return false }
        return runCopy(at, names, hasNames)
    }

    /// The same for the end of the memory that the text lies in, from a copy with room behind it.
    @inline(never)
    private mutating func runCopy(_ start: Int, _ names: borrowing NameKeys, _ hasNames: Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.block + Self.behind) { copy in
            guard let room = copy.baseAddress else { return false }
            var at = start
            while at < bytes.count {
                let count = min(bytes.count - at, Self.block + Self.behind)
                room.initialize(repeating: 0, count: copy.count)
                room.update(from: base + at, count: count)
                if look(room, at, names, hasNames) { return true }
                at += Self.block
            }
            return false
        }
    }

    /// Looks at 64 bytes, of which those past the text's end are nothing.
    @inline(__always)
    private mutating func look(
        _ block: UnsafePointer<UInt8>, _ at: Int, _ names: borrowing NameKeys, _ hasNames: Bool
    ) -> Bool {
        let masks = byte_masks(block)
        let left = bytes.count - at
        let inside: UInt64 = left < Self.block ? 1 &<< UInt64(left) &- 1 : .max
        if masks.links & inside != 0, hasLink(at) { return true }
        let digitMask = masks.digits & inside
        if digitMask != 0 {
            if Self.hasLongRun(digitMask) { return true }
            digits += digitMask.nonzeroBitCount
        }
        var letters = masks.letters & inside & ~foreign
        foreign = 0
        // Lead bytes of UTF-8; those of Latin letters hide nothing.
        let leads = masks.leads & inside
        if leads != 0, isForeign(leads, at, &letters) { return true }
        var starting = letters & ~(letters << 1 | endsWithLetter)
        endsWithLetter = letters >> 63
        // Few words are looked at any further: the rest costs the loop alone.
        var (before, markBefore) = (previous, previousMark)
        while starting != 0 {
            let place = starting.trailingZeroBitCount
            starting &= starting &- 1
            let length = place < 61 ? Self.run(letters &>> UInt64(place)) : run(at + place)
            let raw = UnsafeRawPointer(block + place).loadUnaligned(as: UInt32.self)
            let key = (raw | 0x2020_2020) & (.max &>> UInt32(truncatingIfNeeded: 32 &- 8 &* length))
            let mark = prefilter.marks[Prefilter.slot(key)]
            if mark & Self.counts | markBefore & Mark.introduces != 0,
                passes(Found(start: at + place, raw: raw, mark: mark), after: (before, markBefore))
            {
                return true
            }
            if hasNames, names.contains(length == 1 && raw >> 8 & 0xFF == 0x2E ? key | 0x2E00 : key) { return true }
            (before, markBefore) = (at + place, mark)
        }
        (previous, previousMark) = (before, markBefore)
        return false
    }

    /// Seven digits one after another: no date holds them, and no sign parts them.
    @inline(__always)
    private static func hasLongRun(_ digits: UInt64) -> Bool {
        let two = digits & digits >> 1
        let four = two & two >> 2
        return four & four >> 3 != 0
    }

    /// How many of the lowest bits, four at most, are set one after another.
    @inline(__always)
    private static func run(_ mask: UInt64) -> Int { (~mask | 16).trailingZeroBitCount }

    /// How many letters, four at most, begin at an offset.
    private func run(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, end < start + 4, bytes[end] >= 0x80 || (bytes[end] | 0x20) &- 0x61 < 26,
            !ForeignSigns.isLead(bytes[end])
        {
            end += 1
        }
        return end - start
    }

    /// A word, its first four bytes as they are, and the mark of those.
    private struct Found {
        var start: Int
        var raw: UInt32
        var mark: UInt8
    }

    /// Marks of words that are counted or looked at, whatever stands before them.
    private static var counts: UInt8 { Mark.alone | Mark.number | Mark.withDigit | Mark.bracketed }

    /// Looks at a word that is marked, or that one which may introduce a name stands before; true where it passes the text.
    @inline(never)
    private mutating func passes(_ word: Found, after: (start: Int, mark: UInt8)) -> Bool {
        let (start, raw, mark) = (word.start, word.raw, word.mark)
        if mark & Mark.bracketed != 0, start > 0,
            [0x28, 0x5B, 0x7B].contains(bytes[start - 1]) || isBeforeDomain(start)
        {
            return true
        }
        if mark & Mark.alone != 0, prefilter.passes(bytes, start) { return true }
        if mark & Mark.number != 0 { numberWords += 1 }
        if mark & Mark.withDigit != 0 { hasDigitWord = true }
        guard after.mark & Mark.introduces != 0 else { return false }
        let mayBeName =
            mark & Mark.given != 0 || mark & Mark.particle != 0 && after.mark & Mark.title != 0
            || (raw & 0x80 == 0 ? raw & 0x20 == 0 : raw & 0xE0FF == 0x80C3)
        return mayBeName && IntroductionLook(bytes).mayIntroduce(after.start, start)
    }

    /// "at example.be"
    private func isBeforeDomain(_ start: Int) -> Bool {
        guard start + 3 < bytes.count, bytes[start + 2] == 0x20 else { return false }
        func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
        var end = start + 3
        while end < bytes.count, end - start < 64, isLetter(bytes[end]) || bytes[end] == 0x2D || bytes[end] &- 0x30 < 10
        {
            end += 1
        }
        return end > start + 3 && end + 1 < bytes.count && bytes[end] == 0x2E && isLetter(bytes[end + 1])
    }

    /// Characters outside ASCII whose lead bytes are flagged in a block; true where one hides something.
    ///
    /// A sign outside ASCII, the apostrophe of a telephone's keyboard or a no-break space, is no part of a word: its bytes
    /// are taken from the letters of this block, or the next.
    @inline(__always)
    private mutating func isForeign(_ flags: UInt64, _ at: Int, _ letters: inout UInt64) -> Bool {
        var leads = flags
        while leads != 0 {
            let place = leads.trailingZeroBitCount
            leads &= leads &- 1
            guard bytes[at + place] != 0xC3 else { continue }
            if ForeignSigns.isRare(bytes, at + place) { return true }
            guard let end = ForeignSigns.end(bytes, at + place) else { continue }
            // No character has more than four bytes; stray ones behind it are letters as before.
            let sign: UInt64 = 1 &<< UInt64(min(end - at - place, 4)) &- 1
            letters &= ~(sign &<< UInt64(place))
            foreign |= place == 0 ? 0 : sign &>> UInt64(Self.block - place)
        }
        return false
    }

    /// An `@`, or a `/` between letters or doubled: a link, a profile.
    @inline(never)
    private func hasLink(_ at: Int) -> Bool {
        for index in at..<min(at + Self.block, bytes.count) {
            if bytes[index] == 0x40 { return true }
            guard bytes[index] == 0x2F, index > 0 else { continue }
            if bytes[index - 1] == 0x2F || (bytes[index - 1] | 0x20) &- 0x61 < 26 { return true }
        }
        return false
    }
}
