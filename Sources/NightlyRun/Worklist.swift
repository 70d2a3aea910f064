import Conversations
import Crypto
import Foundation
import Planning
import StorePort

/// The records that a plan counted as due: what the run acts on, from the same pass over the same snapshot.
struct Worklist {
    struct Conversation {
        let mark: RecordMark
        let rule: String
        let actions: Actions
        /// For what is archived: when the archive ends.
        let end: ArchiveEnd?
        var endsOn: CivilDate? { end?.date }
    }

    struct Person {
        let mark: RecordMark
        let actions: Actions
    }

    var conversations: [Conversation] = []
    var persons: [Person] = []
    var segments: [String] = []
    /// Segments whose end date has come and which hold somebody under a legal hold.
    var heldSegments: Set<String> = []
    var sources: [IntakeFolder.File] = []
    /// Lower bounds that were found too low, with what they can be raised to.
    var floors: [Bound] = []
    var wakes: [Bound] = []

    /// SHA-256 over every record, its revision and its actions, in order of ids.
    var digest: String {
        var hash = SHA256()
        func add(_ values: Int64...) {
            for value in values { withUnsafeBytes(of: value.littleEndian) { hash.update(bufferPointer: $0) } }
        }
        for item in conversations.sorted(by: { $0.mark.id < $1.mark.id }) {
            add(1, item.mark.id, item.mark.revision, item.actions.rawValue)
        }
        for item in persons.sorted(by: { $0.mark.id < $1.mark.id }) {
            add(2, item.mark.id, item.mark.revision, item.actions.rawValue)
        }
        for source in sources.sorted(by: { $0.path < $1.path }) { hash.update(data: Data(source.hash)) }
        for name in segments.sorted() { hash.update(data: Data(name.utf8)) }
        return hash.finalize().hexadecimal
    }
}

extension Sequence<UInt8> {
    var hexadecimal: String { map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined() }
}
