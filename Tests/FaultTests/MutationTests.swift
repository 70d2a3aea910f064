import Fixtures
import Foundation
import Seeding
import Testing

/// Policies, texts and names with their bytes changed at random: whatever comes out, the command ends in order. A few
/// seconds of it; in the full size ten minutes.
@Suite(.serialized) struct MutationTests {
    private static let seconds: Double = Cases.all ? 300 : 4

    private static let pieces: [[UInt8]] =
        [
            "'); DROP TABLE message;--", "\u{202E}", "\u{200B}", "0470 12 34 99", "+32", "wa.me/32470123499", "%2B",
            "<script>", "=1+1",
            "\u{0}", "\u{2028}", "\r\n", "\t", "e\u{301}", "😊", "[téléphone]", "{\"a\":", "../", "&a *a", "!!str ",
            "---\n",
            "\n25/01/2021, 09:00 - ", ": ", "- ", "99999999999999999999", "on", "~", "|\n", "'", "\"", "#",
        ].map { Array($0.utf8) } + [[0xFF], [0xED, 0xA0, 0x80], [0xC3], Array(repeating: 0x5B, count: 300)]

    /// One to four changes: a bit, bytes gone, doubled, moved, or put in.
    private static func mutated(_ bytes: [UInt8], _ dice: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<dice.roll(1...4) where !bytes.isEmpty {
            let place = dice.roll(0...(bytes.count - 1))
            let end = min(bytes.count, place + dice.roll(1...40))
            switch dice.roll(0...4) {
            case 0: bytes[place] ^= 1 << UInt8(dice.roll(0...7))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.roll(0...(bytes.count - 1)))
            case 3: bytes.swapAt(place, dice.roll(0...(bytes.count - 1)))
            default: bytes.insert(contentsOf: dice.pick(pieces), at: place)
            }
        }
        return bytes
    }

    private struct Mutant: Sendable, CustomStringConvertible {
        let seed: UInt64
        var description: String { "seed \(seed)" }
    }

    /// Cases in rounds of as many as keep the machine busy, until the time is over. Every round has other seeds.
    private func repeatedly(_ body: @Sendable (inout SplitMix) throws -> [String]) {
        let end = ContinuousClock.now + .seconds(Self.seconds)
        let start = Cases.all ? UInt64(Date().timeIntervalSince1970) << 20 : 1
        var round: UInt64 = 0
        repeat {
            Cases.run((0..<16).map { Mutant(seed: start + round * 16 + UInt64($0)) }) { mutant in
                var dice = SplitMix(seed: mutant.seed)
                return try body(&dice)
            }
            round += 1
        } while ContinuousClock.now < end
    }

    @Test func `a policy of any bytes is read as a whole or refused`() throws {
        let policy = try #require(FaultDesk.template.get().files["/Retention.yaml"])
        repeatedly { dice in
            let desk = try FaultDesk(Tree())
            try Data(Self.mutated(policy, &dice)).write(to: URL(fileURLWithPath: desk.folder + "/Retention.yaml"))
            let result = try desk.command(["check"])
            // 74: a path with what no path may hold.
            return [0, 73, 74, 78].contains(result.code) ? [] : ["exit \(result.code): \(result.errors.prefix(300))"]
        }
    }

    @Test func `texts and names of any bytes are imported or refused, and pass a night`() {
        let chat = Array(
            """
            25/01/2024, 09:00 - Les messages et les appels sont chiffrés de bout en bout.
            25/01/2024, 10:00 - Lena Vos: Bonjour, rappelez-moi au 0470 12 34 99 svp, je suis Lena
            25/01/2024, 10:01 - Assistance: Merci, je regarde cela pour vous
            26/01/2025, 10:00 - +32 470 99 12 98: <Médias omis>
            26/01/2025, 10:04 - Assistance: Envoyez à lena@example.org
            26/10/2025, 10:00 - Lena Vos: BE68 5390 0754 7034, merci
            """.utf8)
        repeatedly { dice in
            let desk = try FaultDesk()
            let path = desk.folder + "/intake/mutant.txt"
            try Data(Self.mutated(chat, &dice)).write(to: URL(fileURLWithPath: path))
            let imported = try desk.command(
                ["import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", path])
            guard [0, 3, 65].contains(imported.code) else {
                return ["import: exit \(imported.code): \(imported.errors.prefix(300))"]
            }
            let night = try desk.night()
            guard night.code == 0 else { return ["night: exit \(night.code): \(night.errors.prefix(300))"] }
            return try Contents(copyOf: desk).violations
        }
    }
}
