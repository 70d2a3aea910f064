import Foundation
import Seeding
import Testing

@testable import Redaction

@Suite struct NumberingPlansTests {
    /// As the script that made the answers draws.
    private func below(_ bound: Int, _ random: inout SplitMix) -> Int { Int(random.next() % UInt64(bound)) }

    private func sampled(_ random: inout SplitMix, _ index: Int, _ lengths: [Int], _ examples: [[UInt8]]) -> [UInt8] {
        var kept: [UInt8] = []
        let changed: Int
        if index % 2 == 1, !examples.isEmpty {
            let number = examples[index / 2 % examples.count]
            changed = 1 + below(min(7, number.count - 1), &random)
            kept = Array(number.dropLast(changed))
        } else {
            changed = lengths[below(lengths.count, &random)]
        }
        for _ in 0..<changed { kept.append(UInt8(below(10, &random))) }
        return kept
    }

    @Test func `national numbers of every region are judged as the source of the table judges them`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "numbering-sample", withExtension: "txt", subdirectory: "Fixtures"))
        var random = SplitMix(seed: 2024)
        var (numbers, regions, valid) = (0, 0, 0)
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: " ")
            let plan = try #require(NumberingPlans.world.plan(region: String(fields[0])))
            let lengths = fields[1].split(separator: ",").compactMap { Int($0) }
            let examples = fields[2] == "-" ? [] : fields[2].split(separator: ",").map { $0.utf8.map { $0 - 0x30 } }
            regions += 1
            var differing = 0
            for (index, answer) in fields[3].utf8.enumerated() {
                let number = sampled(&random, index, lengths, examples)
                let kinds = NumberingPlans.world.kinds(number[...], in: plan)
                let ours: UInt8 = kinds.contains(.other) ? 4 : kinds.rawValue
                if ours != answer - 0x30 { differing += 1 }
                if ours != 0 { valid += 1 }
                numbers += 1
            }
            #expect(differing == 0, "\(fields[0])")
        }
        #expect(numbers >= 100_000)
        #expect(regions == NumberingPlans.world.regions.count)
        #expect(valid > numbers / 5, "the sample must hold valid numbers")
    }

    @Test func `a country code is read whatever its length`() {
        let plans = PhonePlans(regions: ["BE"])
        func code(_ digits: [UInt8]) -> Int? {
            digits.withUnsafeBufferPointer { plans.international($0)?.countryCode }
        }
        #expect(code([1, 4, 1, 5, 5, 5, 5, 0, 1, 2, 3]) == 1)
        #expect(code([3, 2, 4, 7, 0, 1, 2, 3, 4, 5, 6]) == 32)
        #expect(code([3, 5, 2, 6, 2, 1, 5, 0, 3, 7, 5, 3]) == 352)
        #expect(code([9, 9, 9, 1, 2, 3, 4, 5, 6, 7]) == nil)
    }

    @Test func `digits become one canonical number, however they are dialled`() {
        let plans = PhonePlans(regions: ["BE", "FR"])
        func canonical(_ digits: String) -> String {
            var output: [UInt8] = []
            digits.utf8.map { $0 - 0x30 }.withUnsafeBufferPointer {
                plans.appendCanonical(international: $0, to: &output)
            }
            return String(decoding: output, as: UTF8.self)
        }
        for form in ["32470123456", "0032470123456", "0470123456", "320470123456"] {
            #expect(canonical(form) == "+32470123456")
        }
        #expect(canonical("0612345678") == "+33612345678")
        // A range that is not given out: the country is not known.
        #expect(canonical("0639981234") == "0639981234")
        #expect(canonical("999123") == "999123")
    }
}
