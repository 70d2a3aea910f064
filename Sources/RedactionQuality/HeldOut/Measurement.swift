import Conversations
import Redaction

/// Redacts invented texts and tells what was found.
enum Measurement {
    /// Scores one tier: conversations of a seed, as many as have so many messages.
    static func score(_ tier: Tier, seed: UInt64, messages: Int) -> Score {
        let redactor = Redactor(RedactionQuality.settings)
        var source = HeldOut(tier, seed: seed)
        var score = Score()
        var texts = ConversationText()
        var made = 0
        while made < messages {
            let conversation = source.conversation()
            texts.removeAll()
            for message in conversation.messages { texts.append(message.text.utf8, sender: 1) }
            let found = redactor.findings(in: &texts, of: [conversation.person])
            for (message, findings) in zip(conversation.messages, found) { score.add(message, findings) }
            made += conversation.messages.count
        }
        return score
    }

    /// Prints a tier: kinds, and the forms that went wrong; their texts too where asked for.
    static func report(_ tier: Tier, seed: UInt64, messages: Int, withTexts: Bool) {
        let score = score(tier, seed: seed, messages: messages)
        let (kept, clean) = (score.kept, score.clean)
        print(
            "\(tier.rawValue): kept touched \(kept.hit) of \(kept.all), clean messages changed \(clean.hit) of \(clean.all)"
        )
        for category in TextCategory.allCases {
            guard let found = score.categories[category] else { continue }
            let right = score.findings[category] ?? Score.Count()
            print(
                "  \(category.rawValue): recall \(found.share) % of \(found.all), precision \(right.share) % of \(right.all)"
            )
        }
        for (form, count) in score.forms.sorted(by: { $0.key < $1.key }) where count.hit < count.all {
            print("    \(form): \(count.all - count.hit) of \(count.all) wrong")
            if withTexts { for text in count.examples { print("        \(text.debugDescription)") } }
        }
    }
}
