import Foundation
import Redaction

/// Throughput in processor time on one core, beside a plain scan of the same bytes.
enum Speed {
    /// - Parameter megabytes: of each, where not 50 of chat and 10 of labelled messages.
    static func measure(chat: String, labelled: String, megabytes: Int?) throws {
        let lines = try Data(contentsOf: URL(fileURLWithPath: chat)).split(separator: 0x0A).map { [UInt8]($0) }
        let hard = try Gold.read(labelled).map { Array($0.text.utf8) }
        report("chat", repeated(lines, to: (megabytes ?? 50) * 1_000_000))
        report("labelled", repeated(hard, to: (megabytes ?? 10) * 1_000_000))
    }

    /// The time for a text of one pattern, repeated, on all cores, and what it takes of their time together.
    static func measureHostile(_ pattern: String, megabytes: Int) {
        let bytes = Array(pattern.utf8)
        let text = Array(repeatElement(bytes, count: max(1, megabytes * 1_000_000 / max(1, bytes.count))).joined())
        let redactor = Redactor(RedactionQuality.settings)
        let (start, began) = (clock(), ContinuousClock.now)
        var texts = ConversationText()
        texts.append(text, sender: 0)
        let changed = redactor.redact(&texts, of: [PersonProfile(displayName: "Anna Maes")]).counts
        let wall = String(format: "%.2f s", (ContinuousClock.now - began) / .seconds(1))
        let processor = String(format: "%.2f s", seconds(since: start))
        print(
            "\(pattern.debugDescription): \(wall), \(processor) of processor time, \(changed.values.reduce(0, +)) findings"
        )
    }

    /// Messages of a conversation: texts are read into memory that is used again, as a night does it.
    private static let messagesPerConversation = 100

    /// The texts one after another, again and again, and where each lies.
    private static func repeated(_ lines: [[UInt8]], to bytes: Int) -> (bytes: [UInt8], texts: [Range<Int>]) {
        var all: [UInt8] = []
        var texts: [Range<Int>] = []
        while all.count < bytes, !lines.isEmpty {
            let start = all.count
            all += lines[texts.count % lines.count]
            texts.append(start..<all.count)
        }
        return (all, texts)
    }

    private static func report(_ name: String, _ input: (bytes: [UInt8], texts: [Range<Int>])) {
        guard !input.texts.isEmpty else { return }
        let redactor = Redactor(RedactionQuality.settings)
        var conversation = ConversationText()
        var times: [Double] = []
        var scans: [Double] = []
        var changed = 0
        input.bytes.withUnsafeBufferPointer { bytes in
            for _ in 0..<5 {
                changed = 0
                let start = clock()
                for first in stride(from: 0, to: input.texts.count, by: messagesPerConversation) {
                    conversation.removeAll()
                    for index in first..<min(first + messagesPerConversation, input.texts.count) {
                        conversation.append(UnsafeBufferPointer(rebasing: bytes[input.texts[index]]), sender: index)
                    }
                    changed += redactor.redact(&conversation, of: []).changedMessages
                }
                times.append(seconds(since: start))
                let scan = clock()
                if plainScan(bytes, input.texts) < 0 { print() }
                scans.append(seconds(since: scan))
            }
        }
        let rate = Double(input.bytes.count) / 1e6 / times.sorted()[2]
        let plain = Double(input.bytes.count) / 1e6 / scans.sorted()[2]
        print(
            "\(name): \(input.texts.count) messages, \(input.bytes.count / 1_000_000) MB, \(String(format: rate < 100 ? "%.1f" : "%.0f", rate)) MB/s,",
            "\(Int(Double(input.texts.count) / times.sorted()[2])) messages/s, \(changed) changed; plain scan \(Int(plain)) MB/s"
        )
    }

    /// Of this process on a core, whatever else the machine does.
    private static func seconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) }

    /// Messages with four digits or more, by a table of bytes: the least that a redactor must do.
    private static func plainScan(_ bytes: UnsafeBufferPointer<UInt8>, _ texts: [Range<Int>]) -> Int {
        let table = (0..<256).map { UInt8($0 >= 0x30 && $0 <= 0x39 ? 1 : 0) }
        var passed = 0
        table.withUnsafeBufferPointer { table in
            for text in texts {
                var digits = 0
                for byte in bytes[text] { digits &+= Int(table[Int(byte)]) }
                if digits >= 4 { passed += 1 }
            }
        }
        return passed
    }
}
