import Crypto
import Foundation
import StorePort

/// Hashes under a key of the store: HMAC-SHA256, cut to 16 bytes. What is hashed can neither be read nor guessed
/// without the key, and hashes of different things never meet: each begins with a word for its kind and a zero byte.
package struct KeyedHash: Sendable {
    package enum Subject: Int, Sendable, CaseIterable {
        case message, webhookMessage, thread, channel, source, folder, file, call, preference, notice, person

        /// What is hashed; it never changes.
        fileprivate var word: String {
            switch self {
            case .message: "message"
            case .webhookMessage: "webhook-message"
            case .thread: "thread"
            case .channel: "channel"
            case .source: "source"
            case .folder: "folder"
            case .file: "file"
            case .call: "call"
            case .preference: "preference"
            case .notice: "notice"
            case .person: "person"
            }
        }
    }

    /// What a hash of each subject begins with, by its number: key and word are hashed once.
    private let beginnings: [HMAC<SHA256>]

    /// - Parameter key: at least 16 bytes, kept with the store and nowhere in it.
    package init(key: [UInt8]) {
        let key = SymmetricKey(data: key)
        beginnings = Subject.allCases.map { subject in
            var code = HMAC<SHA256>(key: key)
            code.update(data: Array(subject.word.utf8) + [0])
            return code
        }
    }

    package func of(_ subject: Subject, _ bytes: some DataProtocol) -> Fingerprint {
        var stream = Stream(self, subject)
        stream.add(bytes)
        return stream.value()
    }

    func of(_ subject: Subject, _ bytes: UnsafeRawBufferPointer) -> Fingerprint {
        var stream = Stream(self, subject)
        stream.add(bytes)
        return stream.value()
    }

    package func of(_ subject: Subject, _ text: String) -> Fingerprint { of(subject, Array(text.utf8)) }

    /// Under which a source records that it holds a person's records: a number in whatever form is one address.
    package func ofPerson(kind: String, value: String) -> Fingerprint {
        switch kind {
        case PersonAddress.Kind.phone.rawValue, PersonAddress.Kind.waID.rawValue:
            of(.person, Array("phone:".utf8) + value.utf8.filter { (0x30...0x39).contains($0) })
        default: of(.person, "\(kind):\(value)")
        }
    }

    func of(_ address: PersonAddress) -> Fingerprint { ofPerson(kind: address.kind.rawValue, value: address.value) }

    /// For what comes in pieces. The pieces are hashed as one.
    package struct Stream {
        private var code: HMAC<SHA256>

        package init(_ hash: KeyedHash, _ subject: Subject) { code = hash.beginnings[subject.rawValue] }

        package mutating func add(_ bytes: some DataProtocol) { code.update(data: bytes) }
        package mutating func add(_ bytes: UnsafeRawBufferPointer) { code.update(data: bytes) }
        package func value() -> Fingerprint { code.finalize().withUnsafeBytes(Fingerprint.init(hash:)) }
    }
}
