import Testing

@testable import Redaction
@testable import RedactionQuality

/// What the first look lets go holds nothing that a detector finds.
@Suite struct PrefilterTests {
    private let redactor = Redactor(Look.settings)

    /// What the detectors find in a text that the first look lets go; nil where it keeps it.
    private func lost(_ text: String, _ scratch: inout Scratch) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            guard !redactor.mayHold(bytes) else { return nil }
            redactor.detect(&scratch, bytes, redactor.operators)
            return scratch.claims.found.map { claim in
                "\(claim.detector): \(String(decoding: bytes[scratch.text.bytes(claim.cells)], as: UTF8.self))"
            }
        }
    }

    @Test(arguments: Tier.allCases)
    func `invented texts that are let go hold nothing`(tier: Tier) {
        var source = HeldOut(tier, seed: 3)
        var scratch = Scratch()
        var (all, gone, losses) = (0, 0, [String]())
        while all < 6000 {
            for message in source.conversation().messages {
                all += 1
                guard let found = lost(message.text, &scratch) else { continue }
                gone += 1
                losses += found
            }
        }
        #expect(gone > 500, "\(gone) of \(all)")
        #expect(losses.isEmpty)
    }

    /// Words that introduce a name or an address, before signs and accents that are more than a byte.
    @Test(arguments: [
        "Allée des Lilas 7, 5100 Jambes", "ALLÉE DES LILAS 7, 5100 JAMBES", "c'est éléonore ici",
        "t.a.v.\u{A0}Wim Goossens",
        "Alvast bedankt,\u{A0}Wim", "I\u{2019}m Sarah", "moi c\u{A0}gilles", "Maar Jan zei dat", "Wim aan de lijn",
        "0483\tet\t61\tet\t89\tet\t48",
    ])
    func `a text that holds something is kept`(text: String) {
        var scratch = Scratch()
        #expect(!Look.found(text).isEmpty)
        // At each place of a block of bytes.
        for lead in 0..<70 {
            let lost = lost(String(repeating: ".", count: lead) + "\n" + text, &scratch)
            #expect(lost == nil || lost == [], "\(lead): \(lost ?? [])")
        }
    }
}
