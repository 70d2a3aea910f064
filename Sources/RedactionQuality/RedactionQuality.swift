import Conversations
import Foundation
import Redaction

/// Predicts and times redaction on labelled messages. See Scripts/redaction-quality.
@main
enum RedactionQuality {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("texts", 4): try Gold.writeTexts(from: arguments[2], to: arguments[3])
        case ("predict", 4): try Prediction.write(from: arguments[2], to: arguments[3])
        case ("hostile", 4): Speed.measureHostile(arguments[2], megabytes: Int(arguments[3]) ?? 10)
        case ("invented", 4), ("invented", 5):
            let (seed, messages) = (UInt64(arguments[2]) ?? 0, Int(arguments[3]) ?? 0)
            for tier in Tier.allCases {
                Measurement.report(tier, seed: seed, messages: messages, withTexts: arguments.last == "--texts")
            }
        case ("speed", 4), ("speed", 5):
            let megabytes = arguments.count == 5 ? Int(arguments[4]) : nil
            try Speed.measure(chat: arguments[2], labelled: arguments[3], megabytes: megabytes)
        default:
            FileHandle.standardError.write(
                Data(
                    "usage: RedactionQuality predict <gold.jsonl> <out.jsonl> | texts <gold.jsonl> <out> | hostile <pattern> <megabytes> | speed <chat.txt> <gold.jsonl> [megabytes] | invented <seed> <messages> [--texts]\n"
                        .utf8))
            exit(64)
        }
    }

    /// Every region in which the labelled numbers may be written as at home.
    static let settings = RedactionSettings(
        replacement: .placeholder(.en), regions: ["BE", "FR", "NL", "LU", "DE", "GB", "MA", "CD", "RO", "US"])
}
