import Archiving
import Conversations
import Planning
import StorePort

/// Which archive segments are kept for somebody under a legal hold or a restriction. A segment is kept as a whole for one.
struct SegmentHolds {
    private let keys: KeyFolder
    /// Segments that a hold names itself.
    private let named: Set<String>
    /// What the indexes of segments know the held persons by.
    private let addresses: [[UInt8]]

    init(_ snapshot: any StoreSnapshot, _ keys: KeyFolder, asOf: Instant) throws {
        self.keys = keys
        named = try snapshot.heldSegments(asOf: asOf)
        addresses = try snapshot.heldPersons(asOf: asOf).flatMap { person in
            [IndexedAddress(person: person.id)] + person.addresses.map(IndexedAddress.init)
        }.map(\.bytes)
    }

    func keep(_ segment: SegmentRow, _ snapshot: any StoreSnapshot) throws -> Bool {
        if named.contains(segment.name) { return true }
        guard !addresses.isEmpty else { return false }
        let manifest = try snapshot.manifest(of: segment)
        return try addresses.contains { address in
            let hash = try keys.hmac(.archive(endYear: segment.endsOn.year), address)
            return !manifest.members(holding: hash).isEmpty
        }
    }
}
