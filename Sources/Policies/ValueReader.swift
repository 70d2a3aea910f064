import Conversations

/// Reads the values of entries, each as one type; what is wrong is reported and read as nil.
struct ValueReader {
    let problems: ProblemList
    /// The last day that a date of the past may name; nil where that is not asked.
    let today: CivilDate?

    init(problems: ProblemList, today: CivilDate? = nil) { (self.problems, self.today) = (problems, today) }

    /// Text that says something, without line breaks.
    func text(_ entry: YAMLEntry) -> String? {
        guard let text = scalar(entry) else { return nil }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            return refuse(entry, "\"\(entry.key)\" is empty", remedy: "write what belongs here")
        }
        guard !text.contains(where: \.isNewline) else {
            return refuse(entry, "\"\(entry.key)\" has line breaks", remedy: "write it on one line, or fold it with >-")
        }
        return text
    }

    /// The scalar of an entry; nil, and reported, where it is a list or a mapping or has no value.
    func scalar(_ entry: YAMLEntry) -> String? {
        switch entry.value.content {
        case .scalar(let text):
            guard !text.isEmpty else {
                return refuse(entry, "\"\(entry.key)\" is empty", remedy: "write what belongs here")
            }
            return text
        case .sequence: return refuse(entry, "\"\(entry.key)\" is a list", remedy: "write one value")
        case .mapping: return refuse(entry, "\"\(entry.key)\" is a mapping", remedy: "write one value")
        case .refused: return nil
        }
    }

    /// An identifier of our own: lower-case letters, digits and hyphens.
    func identifier(_ entry: YAMLEntry) -> String? {
        guard let text = scalar(entry) else { return nil }
        let allowed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard allowed, text.utf8.count <= 64, text.utf8.first != UInt8(ascii: "-") else {
            return refuse(
                entry, "\(ShownText.quoted(text)) is no identifier",
                remedy: "use lower-case letters, digits and hyphens, 64 at most, such as client-assistance")
        }
        return text
    }

    /// A path as written. A tilde is refused, because nothing here would expand it.
    func path(_ entry: YAMLEntry) -> String? {
        guard let text = text(entry) else { return nil }
        guard !text.hasPrefix("~") else {
            return refuse(
                entry, "\"~\" is not read as a home folder",
                remedy: "write the whole path, or one relative to this file's folder")
        }
        return text
    }

    func date(_ entry: YAMLEntry) -> CivilDate? {
        guard let text = scalar(entry) else { return nil }
        guard let date = CivilDate(text), date.year >= 2009 else {
            return refuse(
                entry, "\(ShownText.quoted(text)) is not a date since 2009",
                remedy: "write year, month and day, such as 2025-01-22")
        }
        if let today, date > today {
            return refuse(
                entry, "\(date) lies in the future",
                remedy: "write the day on which it happened, \(today) at the latest")
        }
        return date
    }

    /// A number in plain decimal digits: no sign, no leading zero, no other base.
    func wholeNumber(_ range: ClosedRange<Int>) -> (YAMLEntry) -> Int? {
        { entry in
            guard let text = scalar(entry) else { return nil }
            guard text.utf8.count <= 9, let value = Int(text), String(value) == text, range.contains(value) else {
                return refuse(
                    entry,
                    "\(ShownText.quoted(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                    remedy: "write it in plain digits, such as \(entry.key): \(range.lowerBound)")
            }
            return value
        }
    }

    /// `true` or `false`, and no other word for it.
    func flag(_ entry: YAMLEntry) -> Bool? {
        guard let text = scalar(entry) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            return refuse(
                entry, "\(ShownText.quoted(text)) is neither true nor false",
                remedy: "write \(entry.key): true, or leave the key out")
        }
    }

    func zone(_ entry: YAMLEntry) -> String? {
        guard let text = scalar(entry) else { return nil }
        guard LocalCalendar(zone: text) != nil else {
            let nearest = Suggestion.nearest(to: text, among: LocalCalendar.knownZones)
            return refuse(
                entry, "\(ShownText.quoted(text)) is no time zone of this system",
                remedy: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "name one of the time-zone database, such as Europe/Brussels (package tzdata)")
        }
        return text
    }

    /// Reports at the value and reads as nil.
    func refuse<Value>(_ entry: YAMLEntry, _ message: String, remedy: String) -> Value? {
        problems.add(entry.value.mark, message, remedy: remedy)
        return nil
    }
}
