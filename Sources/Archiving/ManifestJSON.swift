import Conversations
import Crypto
import Foundation

// The canonical JSON of a manifest: members in this order, hashes sorted, no white space. The same manifest is always
// the same bytes, so a manifest that was changed by one bit is not equal to what it says.
extension SegmentManifest {
    /// The manifest as it is stored, with its seal: the SHA-256 of the same JSON without the seal.
    package var canonicalJSON: [UInt8] {
        var json = JSONLine(capacity: 4096 + 48 * index.count)
        json.beginObject()
        writeFacts(to: &json)
        writeMembers(to: &json)
        writeIndex(to: &json)
        let digest = SHA256.hash(data: json.bytes + [UInt8(ascii: "}")]).hexadecimal
        json.key("seal")
        json.string(digest)
        json.endObject()
        return json.bytes
    }

    private func writeFacts(to json: inout JSONLine) {
        json.key("format")
        json.integer(Self.format)
        json.key("name")
        json.string(name.description)
        json.key("store")
        json.string(facts.storeID)
        json.key("run")
        json.integer(facts.run)
        json.key("batch")
        json.integer(facts.batch)
        json.key("rule")
        json.string(facts.rule)
        json.key("policy")
        json.string(facts.policyHash)
        json.key("cohort")
        json.integer(facts.cohort)
        json.key("key")
        json.string(facts.keyID)
        json.key("endsOn")
        json.string(facts.endsOn.description)
        json.key("sha256")
        json.string(sha256)
        json.key("bytes")
        json.integer(bytes)
        json.key("conversations")
        json.integer(conversations)
        json.key("messages")
        json.integer(messages)
        json.key("jsonBytes")
        json.integer(jsonBytes)
    }

    private func writeMembers(to json: inout JSONLine) {
        json.key("members")
        json.beginArray()
        for member in members {
            json.beginObject()
            json.key("offset")
            json.integer(member.offset)
            json.key("bytes")
            json.integer(member.bytes)
            json.key("jsonBytes")
            json.integer(member.jsonBytes)
            json.key("conversations")
            json.integer(member.conversations)
            json.key("first")
            json.integer(member.first)
            json.key("last")
            json.integer(member.last)
            json.endObject()
        }
        json.endArray()
    }

    private func writeIndex(to json: inout JSONLine) {
        json.key("index")
        json.beginObject()
        for (hash, numbers) in index.sorted(by: { $0.key < $1.key }) {
            json.key(hash.hex)
            json.beginArray()
            for number in numbers { json.integer(number) }
            json.endArray()
        }
        json.endObject()
    }

    /// Reads what `canonicalJSON` wrote, and nothing else: any other byte, or a seal that does not fit, is damage.
    ///
    /// - Parameter name: of what is read, for the message.
    package init(canonicalJSON bytes: [UInt8], name: String) throws(ArchiveError) {
        let read: SegmentManifest
        do {
            read = try JSONDecoder().decode(Stored.self, from: Data(bytes)).manifest()
        } catch {
            throw .damaged("\(name) is not a manifest of format \(Self.format)")
        }
        guard read.canonicalJSON == bytes else { throw .damaged("\(name) was changed after it was written") }
        self = read
    }

    /// The members of the JSON that are not computed from others.
    private struct Stored: Decodable {
        let format: Int
        let store: String
        let run: Int
        let batch: Int
        let rule: String
        let policy: String
        let cohort: Int
        let key: String
        let endsOn: CivilDate
        let sha256: String
        let bytes: Int
        let messages: Int
        let members: [Member]
        let index: [String: [Int]]

        func manifest() throws -> SegmentManifest {
            guard format == SegmentManifest.format else { throw ArchiveError.damaged("format \(format)") }
            let facts = SegmentFacts(
                storeID: store, run: run, batch: batch, rule: rule, policyHash: policy, cohort: cohort, keyID: key,
                endsOn: endsOn)
            var hashes: [IndexHash: [Int]] = [:]
            hashes.reserveCapacity(index.count)
            for (hex, numbers) in index {
                guard let hash = IndexHash(hex: hex) else {
                    throw ArchiveError.damaged("an index hash has not its form")
                }
                hashes[hash] = numbers
            }
            return try SegmentManifest(
                facts: facts, sha256: sha256, bytes: bytes, messages: messages, members: members, index: hashes)
        }
    }
}
