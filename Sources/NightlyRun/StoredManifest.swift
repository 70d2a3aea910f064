import Archiving
import StorePort

extension StoreSnapshot {
    /// The manifest of a segment as the store keeps it.
    /// - Throws: `ArchiveError` of kind `damaged` where it is gone or cannot be read.
    package func manifest(of segment: SegmentRow) throws -> SegmentManifest {
        try SegmentManifest(canonicalJSON: manifest(ofSegment: segment.name) ?? [], name: segment.name)
    }
}
