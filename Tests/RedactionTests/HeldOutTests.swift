import Conversations
import Testing

@testable import RedactionQuality

/// The figures that the page on redaction tells of invented texts, on fewer of them.
@Suite struct HeldOutTests {
    @Test(arguments: [(Tier.easy, 99.9), (.hard, 99.6), (.adversarial, 99.6)])
    func `telephone numbers are found, and what must stay stays`(tier: Tier, least: Double) {
        let score = Measurement.score(tier, seed: 2, messages: 4000)
        let (found, right) = (score.categories[.phone]?.share ?? 0, score.findings[.phone]?.share ?? 0)
        #expect(found >= least && right >= 99.8, "recall \(found) %, precision \(right) %")
        #expect(score.kept.hit * 1000 <= score.kept.all * 3)
        #expect(score.clean.hit * 1000 <= score.clean.all)
    }

    @Test(arguments: Tier.allCases)
    func `every other kind is found`(tier: Tier) {
        let score = Measurement.score(tier, seed: 2, messages: 4000)
        for category in TextCategory.allCases {
            let count = score.categories[category] ?? Score.Count()
            #expect(count.all > 50, "\(category): \(count.all)")
            #expect(count.share >= 98, "\(category): \(count.share) %")
        }
    }

    @Test func `one seed gives one text, another gives others`() {
        func texts(_ seed: UInt64) -> [String] {
            var source = HeldOut(.hard, seed: seed)
            return (0..<50).flatMap { _ in source.conversation().messages.map(\.text) }
        }
        #expect(texts(7) == texts(7))
        #expect(Set(texts(7)).intersection(texts(8)).count < 20)
    }
}
