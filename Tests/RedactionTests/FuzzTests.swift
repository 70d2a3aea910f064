import Conversations
import Foundation
import Seeding
import Testing

@testable import Redaction

/// Any bytes: no crash, what was valid UTF-8 stays so, nothing outside a finding changes, and a second pass changes
/// nothing. `RETENTION_FUZZ_SECONDS` sets how long; a fresh seed is printed with a failure.
@Suite struct FuzzTests {
    /// Pieces that detectors react to, to be cut and joined at random.
    private static let pieces: [String] = [
        "0470", "12", "34", "56", "+32", "(0)", "/", ".", "-", " ", "\n", "\t", ",", "e\u{301}", "é", "0️⃣", "４", "٤",
        "\u{200B}", "\u{00AD}",
        "wa.me/", "@", "s.whatsapp.net", "tel:", "32470123456", "BE68539007547034", "4111 1111 1111 1111",
        "85.07.30-033.28",
        "jean", "example.be", "http://", "facebook.com/", "né le", "rue", "Neuve", "5", "1000", "Bruxelles",
        "je m'appelle", "Anna",
        "zéro", "quatre", "septante-six", "double", "cent", "commande", "n°", "€", "%", "[téléphone]", "[nom]",
        "BEGIN:VCARD", "FN:", "ADR:;;",
        "wamid.HBgLMzI0NzAwMDAwMTI=", "insta:", "%2B", "&#43;", "|", "O", "l", "::", "2a02:", "😊", "𝟎𝟒", "Van", "Damme",
        "kerkstraat", "bus",
        "“", "à l'appareil", "met", "hier", "2024", "01", "14:30", "+++", "xX", "\u{202E}", "Ⅷ", "½", "ß", "İ",
    ]

    private func text(_ random: inout SplitMix) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
            case 1: bytes += Array("\(Int.random(in: 0...99_999, using: &random))".utf8)
            default: bytes += Array(Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].utf8)
            }
            if Bool.random(using: &random) { bytes.append(0x20) }
        }
        return bytes
    }

    private let persons = [
        PersonProfile(displayName: "Anna Van Damme", firstName: "Anna", lastName: "Van Damme", otherNames: ["An"])
    ]

    private func settings(_ index: Int) -> RedactionSettings {
        let replacements: [RedactionSettings.Replacement] = [
            .placeholder(.fr), .remove, .mask, .pseudonym(.nl, { bytes in bytes.map { $0 &* 31 } + [7, 7, 7, 7] }),
        ]
        return RedactionSettings(
            replacement: replacements[index % replacements.count],
            regions: ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"])
    }

    @Test func `any bytes are redacted without harm`() throws {
        let seconds = Double(ProcessInfo.processInfo.environment["RETENTION_FUZZ_SECONDS"] ?? "") ?? 2
        let seed = UInt64(truncatingIfNeeded: ProcessInfo.processInfo.systemUptime.bitPattern)
        var random = SplitMix(seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        var (rounds, changed) = (0, 0)
        repeat {
            let redactor = Redactor(settings(rounds))
            let texts = (0..<3).map { _ in text(&random) }
            var messages = ConversationText()
            for text in texts { messages.append(text, sender: 1) }
            let found = redactor.findings(in: &messages, of: persons)
            let summary = redactor.redact(&messages, of: persons)
            // A second look may find more, where the first changed what is around.
            let isFirstLook = summary.counts.values.reduce(0, +) == found.joined().count { $0.detector != .split }
            for (index, text) in texts.enumerated() {
                let after = Array(messages.text(index))
                let place = "seed \(seed), round \(rounds), message \(index): \(text)"
                if isFirstLook { try #require(isOutsideKept(text, after, found[index]), "\(place)") }
                if String(validating: text, as: UTF8.self) != nil {
                    try #require(String(validating: after, as: UTF8.self) != nil, "\(place)")
                }
                if messages.isChanged(index) { changed += 1 }
            }
            var again = ConversationText()
            for index in texts.indices { again.append(messages.text(index), sender: 1) }
            _ = redactor.redact(&again, of: persons)
            for index in texts.indices {
                try #require(
                    !again.isChanged(index),
                    "seed \(seed), round \(rounds): \(texts.map { String(decoding: $0, as: UTF8.self) }) became \(String(decoding: messages.text(index), as: UTF8.self)) became \(String(decoding: again.text(index), as: UTF8.self))"
                )
            }
            rounds += 1
        } while ContinuousClock.now < end
        #expect(changed > rounds / 4, "the pieces must make findings")
    }

    /// Whether the bytes between the findings follow one another in the redacted text.
    private func isOutsideKept(_ before: [UInt8], _ after: [UInt8], _ found: [Finding]) -> Bool {
        var from = after.startIndex
        var at = 0
        for end in found.map(\.range.lowerBound) + [before.count] {
            guard at <= end else { return false }
            let kept = before[at..<end]
            guard let start = kept.isEmpty ? from : after[from...].firstRange(of: kept)?.lowerBound else {
                return false
            }
            from = start + kept.count
            at = found.first { $0.range.lowerBound == end }?.range.upperBound ?? end
        }
        return true
    }
}
