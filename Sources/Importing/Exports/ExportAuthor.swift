/// Finds the author at the front of what follows a date, and says what kind of name it is.
enum ExportAuthor {
    /// Bytes beyond which a name is not one.
    private static let longest = 160

    /// The author's name, without marks, and the bytes to the text; nil where the line is a notice.
    ///
    /// - Parameter known: names that were found before, which need no second look.
    static func split(_ rest: UnsafeBufferPointer<UInt8>, known: Set<[UInt8]> = []) -> (name: [UInt8], length: Int)? {
        var index = 0
        while index < min(rest.count, longest) {
            guard rest[index] == UInt8(ascii: ":") else {
                index += 1
                continue
            }
            let after = UnsafeBufferPointer(rebasing: rest[(index + 1)...])
            if let gap = gap(after) {
                let name = plainName(rest[..<index])
                guard !name.isEmpty, known.contains(name) || !isNotice(rest) else { return nil }
                return (name, index + 1 + gap)
            }
            index += 1
        }
        return nil
    }

    /// The space after the colon: 1 or 2 bytes, none at the end of the line; nil where text follows at once.
    private static func gap(_ after: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = after.first else { return 0 }
        if first == 0x20 { return 1 }
        return after.count >= 2 && first == 0xC2 && after[1] == 0xA0 ? 2 : nil
    }

    /// Without marks, and without the tilde before a name that the person chose.
    private static func plainName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        let name = PlainText.of(Array(bytes), folded: false)
        return name.starts(with: Array("~ ".utf8)) ? Array(name.dropFirst(2)) : name
    }

    private static func isNotice(_ rest: UnsafeBufferPointer<UInt8>) -> Bool {
        let plain = String(decoding: PlainText.of(Array(rest.prefix(400)), folded: true), as: UTF8.self)
        let front = plain.prefix { $0 != ":" }
        return ExportWords.noticeParts.contains { front.contains($0) || (plain.contains($0) && front.contains("\"")) }
    }

    /// The number in E.164, where the name is one that is written with its plus.
    static func phone(_ name: some Collection<UInt8>) -> String? {
        guard name.first == UInt8(ascii: "+") else { return nil }
        var digits = "+"
        for byte in name.dropFirst() {
            switch byte {
            case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."): continue
            default: return nil
            }
        }
        return (8...16).contains(digits.utf8.count) ? digits : nil
    }

    /// The numbers with a plus in a text that `PlainText` has made plain.
    static func phones(in text: [UInt8]) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let plus = rest.firstIndex(of: UInt8(ascii: "+")) {
            let run = rest[(plus + 1)...].prefix { (0x30...0x39).contains($0) || Array(" -().".utf8).contains($0) }
            var name = [UInt8(ascii: "+")] + run
            while let last = name.last, !(0x30...0x39).contains(last) { name.removeLast() }
            if let phone = phone(name) { found.append(phone) }
            rest = rest[run.endIndex...]
        }
        return found
    }
}
