import Foundation
import Redaction

/// Throughput in processor time on one core, beside a plain scan of the same bytes.
enum Speed {
    static func measure(chat: String, labelled: String) throws {
        let lines = try Data(contentsOf: URL(fileURLWithPath: chat)).split(separator: 0x0A).map { [UInt8]($0) }
        let hard = try Gold.read(labelled).map { Array($0.text.utf8) }
        report("chat", repeated(lines, to: 50_000_000))
        report("labelled", repeated(hard, to: 10_000_000))
    }

    /// The processor time for a text of one pattern, repeated.
    static func measureHostile(_ pattern: String, megabytes: Int) {
        let bytes = Array(pattern.utf8)
        let text = Array(repeatElement(bytes, count: max(1, megabytes * 1_000_000 / max(1, bytes.count))).joined())
        let redactor = Redactor(RedactionQuality.settings)
        let start = clock()
        var texts = ConversationText()
        texts.append(text, sender: 0)
        let changed = redactor.redact(&texts, of: [PersonProfile(displayName: "Anna Maes")]).counts
        print("\(pattern.debugDescription): \(seconds(since: start)) s, \(changed.values.reduce(0, +)) findings")
    }

    private static func repeated(_ lines: [[UInt8]], to bytes: Int) -> ConversationText {
        var texts = ConversationText()
        var total = 0
        var index = 0
        while total < bytes, !lines.isEmpty {
            texts.append(lines[index % lines.count], sender: index)
            total += lines[index % lines.count].count
            index += 1
        }
        return texts
    }

    private static func report(_ name: String, _ texts: ConversationText) {
        guard texts.count > 0 else { return }
        let redactor = Redactor(RedactionQuality.settings)
        var bytes = 0
        for index in 0..<texts.count { bytes += texts.text(index).count }
        var times: [Double] = []
        var scans: [Double] = []
        var changed = 0
        for _ in 0..<5 {
            var copy = texts
            let start = clock()
            changed = redactor.redact(&copy, of: []).changedMessages
            times.append(seconds(since: start))
            let scan = clock()
            if plainScan(texts) < 0 { print() }
            scans.append(seconds(since: scan))
        }
        let rate = Double(bytes) / 1e6 / times.sorted()[2]
        let plain = Double(bytes) / 1e6 / scans.sorted()[2]
        print(
            "\(name): \(texts.count) messages, \(bytes / 1_000_000) MB, \(Int(rate)) MB/s,",
            "\(Int(Double(texts.count) / times.sorted()[2])) messages/s, \(changed) changed; plain scan \(Int(plain)) MB/s"
        )
    }

    /// Of this process on a core, whatever else the machine does.
    private static func seconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) }

    /// Messages with four digits or more, by a table of bytes: the least that a redactor must do.
    private static func plainScan(_ texts: ConversationText) -> Int {
        let table = (0..<256).map { UInt8($0 >= 0x30 && $0 <= 0x39 ? 1 : 0) }
        var passed = 0
        table.withUnsafeBufferPointer { table in
            for index in 0..<texts.count {
                texts.withText(index) { bytes in
                    var digits = 0
                    for byte in bytes { digits &+= Int(table[Int(byte)]) }
                    if digits >= 4 { passed += 1 }
                }
            }
        }
        return passed
    }
}
