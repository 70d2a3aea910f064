import Conversations
import Testing

@testable import Policies

/// Whatever bytes a file holds, it is a whole policy or a list of problems with places.
@Suite struct YAMLMutationTests {
    /// A fixed sequence, so that a failure can be repeated.
    private struct Sequence: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let insertions: [[UInt8]] = [
        [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], Array("\t".utf8), Array("{".utf8), Array("]".utf8),
        Array("&a ".utf8), Array("*a ".utf8), Array("!!str ".utf8), Array("\n---\n".utf8), Array("\n...\n".utf8),
        Array("? ".utf8), Array("<<: ".utf8), Array("\r".utf8), Array("\u{2028}".utf8), Array("\u{85}".utf8),
        Array("'".utf8),
        Array("|\n".utf8), Array("%YAML 9.9\n".utf8), Array("- ".utf8), Array(": ".utf8), Array("#".utf8),
        Array(repeating: UInt8(ascii: "["), count: 100), Array("99999999999999999999999 days".utf8),
    ]

    private func mutated(_ bytes: [UInt8], _ random: inout Sequence) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
            case 3: bytes.insert(contentsOf: Self.insertions.randomElement(using: &random) ?? [], at: place)
            default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
            }
            if bytes.isEmpty { bytes = [10] }
        }
        return bytes
    }

    private func expectWhole(_ policy: Policy) throws {
        for role in Role.allCases {
            for purpose in Purpose.allCases { #expect(policy.rule(role: role, purpose: purpose) != nil) }
        }
        for rule in policy.rules {
            #expect(rule.steps.last?.actions == .eraseAll)
            #expect(rule.since.isEvent == (rule.otherwise != nil))
        }
        let again = try PolicyHash.policy(fromCanonicalJSON: try PolicyHash.canonicalJSON(of: policy))
        #expect(again == policy)
    }

    private func expectPlaces(_ problems: PolicyProblems, in bytes: [UInt8]) {
        #expect(!problems.problems.isEmpty)
        let lines = SourceText(bytes, file: "").lines.count
        for problem in problems.problems {
            #expect((1...max(1, lines + 1)).contains(problem.line) && problem.column >= 1)
            #expect((0...problem.sourceLine.unicodeScalars.count).contains(problem.caret))
        }
    }

    @Test(arguments: 1...12)
    func `a policy with any bytes changed is whole or refused`(seed: Int) throws {
        let original = try projectFile("Retention.yaml")
        var random = Sequence(state: UInt64(seed))
        for _ in 0..<60 {
            let bytes = mutated(original, &random)
            do throws(PolicyProblems) {
                let policy = try PolicyParser.parse(bytes, file: "Retention.yaml")
                #expect(throws: Never.self) { try expectWhole(policy) }
            } catch { expectPlaces(error, in: bytes) }
        }
    }

    @Test(arguments: 1...4)
    func `a data map with any bytes changed is whole or refused`(seed: Int) throws {
        let original = try projectFile("DataMaps/native.yaml")
        var random = Sequence(state: UInt64(seed))
        for _ in 0..<60 {
            let bytes = mutated(original, &random)
            do throws(PolicyProblems) {
                let map = try DataMapParser.parse(bytes, file: "native.yaml")
                for part in [DataMap.Part.person, .conversation, .message] { #expect(map.tables(part).count == 1) }
            } catch { expectPlaces(error, in: bytes) }
        }
    }

    @Test func `a policy that is cut off is never read as a shorter one`() throws {
        let whole = try projectFile("Retention.yaml")
        let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
        // The last line is the last rule's source, without which the policy is not whole.
        for end in ends.dropLast() {
            #expect(throws: PolicyProblems.self) {
                _ = try PolicyParser.parse(Array(whole[...end]), file: "Retention.yaml")
            }
        }
        #expect(throws: Never.self) { _ = try PolicyParser.parse(whole, file: "Retention.yaml") }
    }

    @Test func `bytes of no meaning are refused`() {
        var random = Sequence(state: 99)
        for size in 0..<200 {
            let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            do throws(PolicyProblems) {
                _ = try PolicyParser.parse(bytes, file: "Retention.yaml")
                Issue.record("read as a policy")
            } catch { expectPlaces(error, in: bytes) }
        }
    }
}
