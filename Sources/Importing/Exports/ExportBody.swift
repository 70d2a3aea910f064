import StorePort

/// What the text after an author is: something that the person wrote, or a word of the messenger in its place.
struct ExportBody: Equatable {
    enum Meaning: Equatable {
        case message(MessageKind)
        case call(CallKind)
        case notice
    }

    var meaning: Meaning
    /// What the person wrote; nil where nothing is left of it.
    var text: [UInt8]?
    var isEdited = false
    /// The name of a file that was exported beside the text, as the zip calls it. It is kept nowhere.
    var attachment: [UInt8]?

    /// - Parameters:
    ///   - lines: the text after the author, with its further lines.
    ///   - isBracketed, isMarked: as in the line's header.
    init(_ lines: [UInt8], author: [UInt8], isBracketed: Bool, isMarked: Bool) {
        let firstEnd = lines.firstIndex(of: 0x0A) ?? lines.count
        let first = lines[..<firstEnd]
        self.init(meaning: .message(.text), text: lines)
        if ExportBody.mayBeAWord(first, author: author) {
            let caption = firstEnd < lines.count ? Array(lines[(firstEnd + 1)...]) : []
            let plain = ExportBody.folded(first)
            let startsWithMark = PlainText.markLength(first) > 0
            if let found = ExportBody.whole(plain, startsWithMark: startsWithMark, caption: caption)
                ?? ExportBody.attached(first, plain: plain, caption: caption)
                ?? ExportBody.afterMark(first, caption: caption)
                ?? ExportBody.notice(
                    plain, author: author, startsWithMark: startsWithMark, isBracketed: isBracketed, isMarked: isMarked)
            {
                self = found
                // A place, and an attachment in words that are not known, keep their line as it was written.
                if case .message(let kind) = meaning, text != nil,
                    kind == .location || kind == .media && caption.isEmpty
                {
                    text = PlainText.of(lines, folded: false)
                }
            }
        }
        stripEdited()
    }

    private init(meaning: Meaning, text: [UInt8]?, attachment: [UInt8]? = nil) {
        (self.meaning, self.text, self.attachment) = (meaning, text, attachment)
    }

    /// Cheap and most often false: whether a first line can hold a word of the messenger. Such words have a mark or
    /// an angle bracket in them or a round one at the end, or the line begins as one of them does; notices of a
    /// group stand under few names.
    private static func mayBeAWord(_ first: ArraySlice<UInt8>, author: [UInt8]) -> Bool {
        guard first.count <= 400 else { return false }
        if first.contains(where: { $0 == 0xE2 || $0 == UInt8(ascii: "<") }) || first.last == UInt8(ascii: ")") {
            return true
        }
        if ExportWords.fronts.contains(front(first))
            || first.contains(where: { $0 == UInt8(ascii: ":") }) && isPlace(first)
        {
            return true
        }
        return author.count <= 16
            && ExportWords.systemAuthors.contains(String(decoding: PlainText.of(author, folded: true), as: UTF8.self))
    }

    /// What `ExportWords.fronts` holds of a line: its first bytes in lower case, without spaces, so that it does not
    /// matter how many there are.
    static func front(_ line: some Collection<UInt8>) -> [UInt8] {
        line.lazy.filter { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }.prefix(ExportWords.frontLength).map(
            \.asciiLowercased)
    }

    private static func isPlace(_ first: ArraySlice<UInt8>) -> Bool {
        first.count < 200 && String(decoding: first, as: UTF8.self).contains(": https://maps.google.com/?q=")
    }

    /// Plain, and without a full stop at the end.
    private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
        var plain = PlainText.of(bytes, folded: true)
        if plain.last == UInt8(ascii: ".") { plain.removeLast() }
        return String(decoding: plain, as: UTF8.self)
    }

    /// A first line that is a word of the messenger and nothing else.
    private static func whole(_ plain: String, startsWithMark: Bool, caption: [UInt8]) -> ExportBody? {
        if let kind = ExportWords.omitted[plain] {
            // "null" and nothing at all stand for what is no longer there only where nothing follows.
            if kind == .viewOnce, !caption.isEmpty { return nil }
            return ExportBody(meaning: .message(kind), text: caption.isEmpty ? nil : caption)
        }
        guard caption.isEmpty else { return nil }
        if let call = ExportWords.calls[plain] { return ExportBody(meaning: .call(call), text: nil) }
        for held in ExportWords.heldCalls where plain.hasPrefix(held.front) {
            let rest = plain.dropFirst(held.front.count)
            if rest.isEmpty ? startsWithMark : isLength(rest) {
                return ExportBody(meaning: .call(held.kind), text: nil)
            }
        }
        return plain.contains(": https://maps.google.com/?q=")
            ? ExportBody(meaning: .message(.location), text: Array(plain.utf8)) : nil
    }

    /// `, 3 min`, ` 45 s`, ` 1 h 2 min`: numbers with short words.
    private static func isLength(_ text: Substring) -> Bool {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
        return !words.isEmpty && words.first?.allSatisfy(\.isNumber) == true
            && words.allSatisfy { $0.allSatisfy(\.isNumber) || $0.count <= 4 }
    }

    /// `<attached: NAME>` and `NAME (file attached)`: the name says the kind and is not kept.
    private static func attached(_ first: ArraySlice<UInt8>, plain: String, caption: [UInt8]) -> ExportBody? {
        for front in ExportWords.attachedFronts where plain.hasSuffix(">") {
            guard let range = plain.range(of: front) else { continue }
            let name = plain[range.upperBound...].dropLast(plain.hasSuffix(" >") ? 2 : 1)
            let before = first.lastIndex(of: UInt8(ascii: "<")).map { first[..<$0] } ?? first[..<first.startIndex]
            return ExportBody(
                meaning: .message(kind(ofFile: name)), text: joined(before, caption),
                attachment: written(name, of: plain, in: first))
        }
        for end in ExportWords.attachedEnds where plain.hasSuffix(end) {
            let name = plain.dropLast(end.count)
            return ExportBody(
                meaning: .message(kind(ofFile: name)), text: caption.isEmpty ? nil : caption,
                attachment: written(name, of: plain, in: first))
        }
        return nil
    }

    /// The bytes of a part of the folded line as they are written: folding changes no length.
    private static func written(_ part: Substring, of plain: String, in first: ArraySlice<UInt8>) -> [UInt8] {
        let start = plain.utf8.distance(from: plain.startIndex, to: part.startIndex)
        return Array(PlainText.of(first, folded: false).dropFirst(start).prefix(part.utf8.count))
    }

    /// `TITLE <mark>document omitted`: on iOS, what stands before the last mark is the caption or the title.
    private static func afterMark(_ first: ArraySlice<UInt8>, caption: [UInt8]) -> ExportBody? {
        guard let mark = first.indices.last(where: { PlainText.markLength(first[$0...]) > 0 }), mark > first.startIndex,
            let kind = ExportWords.omitted[folded(first[mark...])], kind != .viewOnce
        else { return nil }
        return ExportBody(meaning: .message(kind), text: joined(first[..<mark], caption))
    }

    /// What the messenger says itself, in a line that looks like a person's.
    private static func notice(
        _ plain: String, author: [UInt8], startsWithMark: Bool, isBracketed: Bool, isMarked: Bool
    ) -> ExportBody? {
        let isSystem = ExportWords.systemAuthors.contains(
            String(decoding: PlainText.of(author, folded: true), as: UTF8.self))
        if ExportWords.noticeFronts.contains(where: { plain.hasPrefix($0) })
            || isSystem && ExportWords.groupNotices.contains(where: { plain.contains($0) })
        {
            return ExportBody(meaning: .notice, text: Array(plain.utf8))
        }
        guard startsWithMark, isBracketed else { return nil }
        // On iOS a mark before the text is the messenger's own voice. With a mark before the date as well, it is
        // an attachment in a language whose words are not known here: kept with its words.
        return isMarked
            ? ExportBody(meaning: .message(.media), text: Array(plain.utf8))
            : ExportBody(meaning: .notice, text: Array(plain.utf8))
    }

    private static func joined(_ title: ArraySlice<UInt8>, _ caption: [UInt8]) -> [UInt8]? {
        let plain = PlainText.of(title, folded: false)
        if plain.isEmpty { return caption.isEmpty ? nil : caption }
        return caption.isEmpty ? plain : plain + [0x0A] + caption
    }

    private mutating func stripEdited() {
        guard case .message = meaning, let text, text.last == UInt8(ascii: ">") || text.last == UInt8(ascii: "."),
            let open = text.lastIndex(of: UInt8(ascii: "<")), text.count - open < 80,
            ExportWords.editedEnds.contains(String(decoding: PlainText.of(text[open...], folded: true), as: UTF8.self))
        else { return }
        isEdited = true
        var kept = text[..<open]
        while let last = kept.last, last == 0x20 || last == 0x0A { kept = kept.dropLast() }
        if kept.count >= 3, PlainText.markLength(kept.suffix(3)) == 3 { kept = kept.dropLast(3) }
        while let last = kept.last, last == 0x20 { kept = kept.dropLast() }
        self.text = Array(kept)
    }

    /// By what phones call their files, then by the extension.
    private static func kind(ofFile name: Substring) -> MessageKind {
        if name.contains("sticker") || name.hasPrefix("stk-") { return .sticker }
        if name.contains("-gif-") { return .gif }
        switch name.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? "" {
        case "jpg", "jpeg", "png", "heic", "webp", "bmp", "tif", "tiff": return .image
        case "gif": return .gif
        case "mp4", "mov", "3gp", "avi", "mkv", "webm": return .video
        case "opus", "m4a", "mp3", "aac", "ogg", "amr", "wav": return .audio
        case "vcf": return .contact
        default: return .document
        }
    }
}
