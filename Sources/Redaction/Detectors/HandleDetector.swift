/// Profiles on social networks: their links, `@name`, and a name after the network's own (`insta: name`).
enum HandleDetector {
    /// Cells of a link or name that are looked at.
    private static let longest = 300

    private static let hosts = [
        "facebook.com", "fb.com", "fb.me", "m.me", "instagram.com", "instagr.am", "twitter.com", "x.com", "tiktok.com",
        "linkedin.com", "t.me", "telegram.me", "snapchat.com", "threads.net", "threads.com", "youtube.com", "twitch.tv",
        "pinterest.com", "pinterest.fr", "pinterest.be",
        "pinterest.de", "vk.com", "github.com", "bsky.app", "discord.gg", "messenger.com", "linktr.ee", "reddit.com",
    ].map { Array($0.utf8) }

    static func scan(_ s: inout Scratch) {
        if s.text.has(0x2F), s.text.has(0x2E) {
            for index in s.tokens.indices where s.text.at(s.tokens[index].end) == 0x2E { link(&s, index) }
        }
        if s.text.hasAt { for index in s.tokens.indices where !s.tokens[index].isDigits { mention(&s, index) } }
        guard s.seen.contains(.handleCue) else { return }
        for index in s.tokens.indices where s.tokens[index].word.contains(.handleCue) { label(&s, index) }
    }

    /// Letters, digits and the signs that names of accounts may have.
    private static func isNameCell(_ cell: UInt8) -> Bool {
        FoldedText.isAlphanumeric(cell) || cell == 0x2E || cell == 0x5F || cell == 0x2D
    }

    private static func end(ofName text: FoldedText, from start: Int) -> Int {
        var end = start
        while isNameCell(text.at(end)), end - start < longest { end += 1 }
        while end > start, text.at(end - 1) == 0x2E || text.at(end - 1) == 0x2D { end -= 1 }
        return end
    }

    private static func link(_ s: inout Scratch, _ index: Int) {
        let start = s.tokens[index].start
        for host in hosts where host[0] == s.text.at(start) {
            guard host.indices.allSatisfy({ s.text.at(start + $0) == host[$0] }), s.text.at(start + host.count) == 0x2F,
                isHostStart(s.text, start)
            else { continue }
            var end = start + host.count
            while isLinkCell(s.text.at(end)), end - start < longest { end += 1 }
            while end > start, [0x2E, 0x2C, 0x29, 0x21, 0x3F, 0x2F].contains(s.text.at(end - 1)) { end -= 1 }
            guard end > start + host.count + 1, !isPage(s.text, start + host.count + 1) else { continue }
            s.claims.claim(linkStart(s.text, start)..<end, .handle, .handle, 95, "a link to a profile")
            return
        }
    }

    private static let pages = ["watch", "marketplace", "groups", "events", "hashtag", "explore"].map { Array($0.utf8) }

    /// What the network shows to everybody, and is no account: a film, an offer, a group.
    private static func isPage(_ text: FoldedText, _ start: Int) -> Bool {
        pages.contains { page in
            page.indices.allSatisfy { text.at(start + $0) == page[$0] }
                && !isNameCell(text.at(start + page.count))
        }
    }

    private static func isHostStart(_ text: FoldedText, _ start: Int) -> Bool {
        let before = text.at(start - 1)
        return !FoldedText.isAlphanumeric(before) && before != 0x40 && before != 0x2D
    }

    private static func isLinkCell(_ cell: UInt8) -> Bool {
        cell > 0x20 && cell < 0x7F && cell != 0x22 && cell != 0x3C && cell != 0x3E
    }

    private static func linkStart(_ text: FoldedText, _ start: Int) -> Int {
        var at = start
        for prefix in ["www.", "m.", "fr.", "nl.", "be.", "en.", "de."] {
            let length = prefix.utf8.count
            if zip(at - length..<at, prefix.utf8).allSatisfy({ text.at($0) == $1 }) {
                at -= length
                break
            }
        }
        for scheme in ["https://", "http://"] {
            let length = scheme.utf8.count
            if zip(at - length..<at, scheme.utf8).allSatisfy({ text.at($0) == $1 }) { return at - length }
        }
        return at
    }

    private static func mention(_ s: inout Scratch, _ index: Int) {
        let start = s.tokens[index].start
        guard s.text.at(start - 1) == 0x40, !FoldedText.isAlphanumeric(s.text.at(start - 2)),
            s.text.at(start - 2) != 0x5D, s.claims.isFree(start - 2)
        else { return }
        let end = end(ofName: s.text, from: start)
        guard end - start >= 3, s.text.at(end) != 0x40 else { return }
        s.claims.claim((start - 1)..<end, .handle, .handle, 85, "a mention of an account")
    }

    private static func label(_ s: inout Scratch, _ index: Int) {
        guard !s.isGluedLeft(index), !s.tokens[index].isGlued, index + 1 < s.tokens.count else { return }
        // The last sign of an ISBN is no network, nor the first of a card's "X-ABLabel" or the value in "name=x".
        if s.tokens[index].length == 1,
            ![0, 0x20, 0x0A].contains(s.text.at(s.tokens[index].start - 1)) || s.text.at(s.tokens[index].end) == 0x2D
        {
            return
        }
        guard var start = labelled(s, index) else { return }
        // skype: live:name
        if s.has("live:", at: start) { start += 5 }
        var end = end(ofName: s.text, from: start)
        end = discriminator(s.text, end) ?? end
        guard end - start >= 4, !FoldedText.isDigit(s.text.at(start)) else { return }
        let hasSign = (start..<end).contains { !FoldedText.isLetter(s.text.at($0)) }
        let hasColon = s.text.at(s.tokens[index].end) != 0x20 || s.text.at(s.tokens[index].end + 1) != s.text.at(start)
        let next = s.tokens[index...].prefix(6).first { $0.start == start }
        let isOrdinary = next.map { !$0.word.isEmpty } ?? false
        guard hasSign || (!isOrdinary && (hasColon || isNetworkName(s, index))) else { return }
        guard s.claims.isFree(start..<end) else { return }
        s.claims.claim(start..<end, .handle, .handle, hasSign ? 85 : 70, "a name after a network's own")
    }

    /// name#1234, as Discord told accounts apart.
    private static func discriminator(_ text: FoldedText, _ at: Int) -> Int? {
        let digits = (at + 1)...(at + 4)
        guard text.at(at) == 0x23, digits.allSatisfy({ FoldedText.isDigit(text.at($0)) }),
            !FoldedText.isAlphanumeric(text.at(at + 5))
        else { return nil }
        return at + 5
    }

    private static func isNetworkName(_ s: borrowing Scratch, _ index: Int) -> Bool {
        ["insta", "instagram", "snap", "snapchat", "tiktok"].contains { name in
            name.utf8.count == s.tokens[index].length
                && zip(s.tokens[index].range, name.utf8).allSatisfy { s.text.at($0) == $1 }
        }
    }

    /// Where the account begins after `insta: `, `insta = `, `insta c'est `, `fb `.
    private static func labelled(_ s: borrowing Scratch, _ index: Int) -> Int? {
        // "profil", "profile" alone introduce a sentence as often as an account.
        var at = s.tokens[index].end
        if s.text.at(at) == 0x20 { at += 1 }
        var hasSign = false
        if [0x3A, 0x3D, 0x2D, FoldedText.symbol].contains(s.text.at(at)) {
            (hasSign, at) = (true, at + 1)
            if s.text.at(at) == 0x3E { at += 1 }
            if s.text.at(at) == 0x20 { at += 1 }
        }
        for filler in ["c'est ", "est ", "is ", "ist ", "name: ", "naam: "]
        where !hasSign && zip(at..., filler.utf8).allSatisfy({ s.text.at($0) == $1 }) {
            at += filler.utf8.count
            break
        }
        if s.text.at(at) == 0x40 { at += 1 }
        return FoldedText.isAlphanumeric(s.text.at(at)) ? at : nil
    }
}
