import Archiving
import Conversations
import StorePort

/// Finds the segments that hold somebody or something, for a hold: what left for the archive has no row any more that
/// a hold could name. Its cost is that of reading indexes; only a span of time reads the segments themselves.
package struct ArchiveSearch {
    private let keys: KeyFolder
    private let folder: ArchiveFolder
    private let segments: [(row: SegmentRow, manifest: SegmentManifest)]

    /// - Throws: `ArchiveError` where a manifest in the store cannot be read.
    package init(_ keys: KeyFolder, folder: ArchiveFolder, _ store: any NightStore) throws {
        (self.keys, self.folder) = (keys, folder)
        segments = try store.read { snapshot in
            try snapshot.segments().filter { $0.erasedAt == nil }.map { ($0, try snapshot.manifest(of: $0)) }
        }
    }

    /// The segments whose index names one of these addresses: as a party, or as a number in a text.
    package func segments(holding addresses: [PersonContent.Address]) throws -> [String] {
        let forms = addresses.map { IndexedAddress($0).bytes }
        return try segments.filter { segment in
            try forms.contains { form in
                let hash = try keys.hmac(.archive(endYear: segment.row.endsOn.year), form)
                return !segment.manifest.members(holding: hash).isEmpty
            }
        }.map(\.row.name)
    }

    /// The segment of a conversation by its number; none where it was never archived, or has ended.
    package func segments(holding conversation: Int64) throws -> [String] {
        try segments.filter { segment in
            let members = segment.manifest.members.indices.filter {
                segment.manifest.members[$0].first <= conversation && conversation <= segment.manifest.members[$0].last
            }
            return try contains(segment.manifest, Array(members)) { $0.conversation == conversation }
        }.map(\.row.name)
    }

    /// The segments that hold a conversation with a message in the span, of which `until` is no part. One without any
    /// date may have one.
    package func segments(from: Instant, until: Instant) throws -> [String] {
        try segments.filter { segment in
            try contains(segment.manifest, Array(segment.manifest.members.indices)) { conversation in
                let times = conversation.messages.compactMap(\.at) + [conversation.opened].compactMap(\.self)
                guard let first = times.min(), let last = times.max() else { return true }
                return first < until && last >= from
            }
        }.map(\.row.name)
    }

    private func contains(
        _ manifest: SegmentManifest, _ members: [Int], _ matches: (ArchivedConversation) -> Bool
    ) throws -> Bool {
        guard !members.isEmpty else { return false }
        var found = false
        try folder.lines(of: manifest, members: members) { line in
            if try !found && matches(ArchivedConversation(line: line)) { found = true }
        }
        return found
    }
}
