import Conversations

/// The front of a line that begins a message: its date and time, as they are written.
struct ExportHeader: Equatable {
    /// What the front looks like; the day and the month stand in the same order in all lines of one shape.
    struct Shape: Hashable {
        var isBracketed: Bool
        var separator: UInt8
        var isYearFirst: Bool
    }

    var shape: Shape
    /// The three numbers of the date, in the order of the line.
    var fields: (Int, Int, Int)
    var secondsOfDay: Int64
    /// Where the author or the notice begins.
    var end: Int
    /// Whether an invisible mark stands before the date, as it does before attachments on iOS.
    var isMarked: Bool
    /// Whether the numbers can be a date and a time at all: `25:04` cannot. Its message has no date.
    var isPossible: Bool

    static func == (a: ExportHeader, b: ExportHeader) -> Bool {
        a.shape == b.shape && a.fields == b.fields && a.secondsOfDay == b.secondsOfDay && a.end == b.end
            && a.isMarked == b.isMarked
    }

    /// Nil where the line does not begin like a message: it continues the one before.
    init?(_ line: UnsafeBufferPointer<UInt8>) {
        guard let first = line.first, ExportHeader.canBegin(with: first) else { return nil }
        var scanner = PlainScanner(line)
        isMarked = first == 0xE2
        let isBracketed = scanner.accept("[")
        guard let (fields, separator) = scanner.date(),
            scanner.connector(), let clock = scanner.timeOfDay(isBracketed: isBracketed)
        else { return nil }
        let isYearFirst = fields.0 > 31
        isPossible = clock.isPossible && ExportHeader.isPlausible(fields, isYearFirst: isYearFirst)
        shape = Shape(isBracketed: isBracketed, separator: separator, isYearFirst: isYearFirst)
        (self.fields, secondsOfDay, end) = (fields, clock.seconds, scanner.position)
    }

    /// A digit, a bracket, a byte-order mark, or the first byte of a mark or an Arabic digit.
    private static func canBegin(with byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x5B, 0xE2, 0xEF, 0xD9, 0xDB: true
        default: false
        }
    }

    /// Whether some order of the three makes a date.
    private static func isPlausible(_ fields: (Int, Int, Int), isYearFirst: Bool) -> Bool {
        let (a, b) = isYearFirst ? (fields.1, fields.2) : (fields.0, fields.1)
        return (1...31).contains(a) && (1...31).contains(b) && min(a, b) <= 12
    }

    /// The day, under an order; nil where it does not exist. Two digits are a year from 2000 on; a year of the
    /// Buddhist calendar is 543 ahead.
    func date(_ order: DateOrder) -> CivilDate? {
        let (day, month, written): (Int, Int, Int)
        switch order {
        case .dmy: (day, month, written) = (fields.0, fields.1, fields.2)
        case .mdy: (day, month, written) = (fields.1, fields.0, fields.2)
        case .ymd: (day, month, written) = (fields.2, fields.1, fields.0)
        }
        let year = written < 100 ? 2000 + written : written > 2400 ? written - 543 : written
        return CivilDate(year: year, month: month, day: day)
    }
}

extension PlainScanner {
    /// `d/d/y`, with slashes, dots or dashes.
    fileprivate mutating func date() -> (fields: (Int, Int, Int), separator: UInt8)? {
        guard let a = number(upTo: 4), let separator = acceptAny("/.-"), let b = spacedNumber(upTo: 2),
            accept(separator), let c = spacedNumber(upTo: 4)
        else { return nil }
        if separator == UInt8(ascii: ".") { _ = accept(".") }
        return ((a, b, c), separator)
    }

    private mutating func spacedNumber(upTo digits: Int) -> Int? {
        skipSpaces()
        return number(upTo: digits)
    }

    /// What stands between date and time: a comma, spaces, and in some languages a word.
    fileprivate mutating func connector() -> Bool {
        let hadComma = accept(",")
        let hadSpace = skipSpaces()
        guard hadComma || hadSpace else { return false }
        for word in ["à", "um", "om", "at", "às", "a las", "kl.", "в"] where accept(word: word) { break }
        skipSpaces()
        return true
    }

    /// `h:mm`, seconds and a day period where there are any, and what ends the front of the line.
    fileprivate mutating func timeOfDay(isBracketed: Bool) -> (seconds: Int64, isPossible: Bool)? {
        guard var hour = number(upTo: 2), let separator = acceptAny(":.h"), let minute = number(of: 2) else {
            return nil
        }
        var second = 0
        var ahead = self
        if ahead.accept(separator), let read = ahead.number(of: 2) { (self, second) = (ahead, read) }
        guard let period = untilEnd(isBracketed: isBracketed) else { return nil }
        if !period.isEmpty {
            guard let applied = DayPeriod(period)?.hour(hour) else { return nil }
            hour = applied
        }
        let isPossible = hour < 24 && minute < 60 && second < 60
        return (isPossible ? Int64(hour * 3600 + minute * 60 + second) : 0, isPossible)
    }

    /// Reads to `]`, ` - ` or `: ` and gives the letters before it.
    private mutating func untilEnd(isBracketed: Bool) -> [UInt8]? {
        var letters: [UInt8] = []
        while letters.count <= 24, let byte = peek() {
            if isBracketed, byte == UInt8(ascii: "]") {
                advance()
                _ = accept(" ")
                return letters
            }
            if !isBracketed, byte == UInt8(ascii: ":"), accept(word: ": ") { return letters }
            if !isBracketed, byte == UInt8(ascii: " "), accept(word: " - ") { return letters }
            advance()
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: ".") { letters.append(byte.asciiLowercased) }
        }
        return nil
    }
}
