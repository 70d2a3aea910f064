import Conversations
import StorePort

/// The fingerprints by which a message of an export is known again: thread, author, minute, text, and the ordinal
/// among equals. Seconds are left out, since some phones do not write them; so are the words for an attachment,
/// which differ by language and by whether the export was made with files.
struct ExportFingerprint {
    private let hash: KeyedHash
    private let thread: Fingerprint
    private var equals: [UInt64: UInt32] = [:]

    init(hash: KeyedHash, thread: Fingerprint) { (self.hash, self.thread) = (hash, thread) }

    mutating func of(_ subject: KeyedHash.Subject, author: [UInt8], time: LocalTime?, word: String, text: [UInt8]?)
        -> Fingerprint
    {
        var bytes = thread.bytes
        bytes.append(contentsOf: author)
        let minute = time.map { $0.date.daysSince1970 * 1440 + $0.secondsOfDay / 60 } ?? .min
        bytes.append(0)
        withUnsafeBytes(of: minute.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: word.utf8)
        bytes.append(0)
        if let text { bytes.append(contentsOf: text) }
        let base = hash.of(subject, bytes)
        let ordinal = equals[base.high, default: 0]
        equals[base.high] = ordinal + 1
        guard ordinal > 0 else { return base }
        return hash.of(subject, base.bytes + withUnsafeBytes(of: ordinal.bigEndian) { Array($0) })
    }

    /// What stands for the kind in a fingerprint.
    static func word(_ kind: MessageKind) -> String { kind.isMedia || kind == .contact ? "media" : kind.rawValue }
}
