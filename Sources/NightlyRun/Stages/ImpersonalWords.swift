import Conversations
import Foundation
import Policies
import Reporting
import StorePort

/// Words that a person may be called and that stand in files all the same: of a rule, a table, a constant of ours or a
/// report.
struct ImpersonalWords {
    private let text: OwnText

    init(_ night: Night, _ store: any NightStore) throws {
        let words =
            try store.definitions() + [String(decoding: PolicyHash.canonicalJSON(of: night.policy), as: UTF8.self)]
            + OwnWords.all + Self.recordKeys(store) + Role.allCases.map(\.rawValue) + Purpose.allCases.map(\.rawValue)
        text = OwnText(Array((words + [AuditEvent.origin]).joined(separator: "\n").utf8))
    }

    func hold(_ text: [UInt8]) -> Bool { self.text.holds(text) }

    /// What the values of a night's record are called: it stands in reports as JSON.
    private static func recordKeys(_ store: any NightStore) throws -> [String] {
        guard let record = try store.read({ try $0.runRecord(nil) }) else { return [] }
        func keys(_ value: Any) -> Set<String> {
            switch value {
            case let object as [String: Any]: object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
            case let list as [Any]: list.reduce(into: []) { $0.formUnion(keys($1)) }
            default: []
            }
        }
        // Not as a `RunRecord`: one of an earlier version has other names.
        guard let value = try? JSONSerialization.jsonObject(with: Data(record.utf8)) else { throw RecordReader.damaged }
        return keys(value).sorted()
    }
}

/// Bytes that are asked whether they hold texts, of which there may be many more than bytes here.
private struct OwnText {
    private let bytes: [UInt8]
    /// Every eight bytes in a row.
    private let words: Set<UInt64>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        words = bytes.withUnsafeBytes { bytes in
            Set((0...max(bytes.count - 8, 0)).compactMap { Self.word(bytes, at: $0) })
        }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64? {
        place + 8 <= bytes.count ? bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) : nil
    }

    func holds(_ text: [UInt8]) -> Bool {
        guard let first = text.withUnsafeBytes({ Self.word($0, at: 0) }) else { return false }
        return words.contains(first) && bytes.contains(text)
    }
}
