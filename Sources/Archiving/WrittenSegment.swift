import Conversations
import Crypto

/// Where the members of a segment are in its file: what a reader needs that looks for nobody.
package struct SegmentTable: Sendable, Codable {
    let name: SegmentName
    /// Of the segment file.
    let bytes: Int
    let members: [SegmentManifest.Member]

    init(_ manifest: SegmentManifest) {
        (name, bytes, members) = (manifest.name, manifest.bytes, manifest.members)
    }
}

/// A segment that a run wrote: enough to check and to tell of it. Its index, which grows with what it holds, is in its
/// manifest only.
package struct WrittenSegment: Sendable, Codable {
    package let rule: String
    package let endsOn: CivilDate
    package let sha256: String
    package let messages: Int
    let table: SegmentTable
    let manifestBytes: Int
    let manifestSHA256: String

    package init(_ segment: Segment) {
        let manifest = segment.manifest
        (rule, endsOn) = (manifest.facts.rule, manifest.facts.endsOn)
        (sha256, messages, table) = (manifest.sha256, manifest.messages, SegmentTable(manifest))
        manifestBytes = segment.manifestJSON.count
        manifestSHA256 = SHA256.hash(data: segment.manifestJSON).hexadecimal
    }

    package var name: SegmentName { table.name }
    /// Of the segment file.
    package var bytes: Int { table.bytes }
    package var conversations: Int { table.members.reduce(0) { $0 + $1.conversations } }
    package var jsonBytes: Int { table.members.reduce(0) { $0 + $1.jsonBytes } }
}
