/// The archive folder against what the store says of it: names and sizes only, so that it costs nothing each night
/// (digests are the work of `verify`). Anything found stops a run before it touches a byte: an older store beside newer
/// archives, a new store beside full ones and two stores on one folder all end here.
package struct ArchiveComparison: Sendable, Equatable {
    /// A segment that the store holds a manifest row of, and that has not been erased.
    package struct Expected: Sendable, Equatable {
        package let name: SegmentName
        package let segmentBytes: Int
        /// Of the manifest's canonical JSON.
        package let manifestBytes: Int
        package init(name: SegmentName, segmentBytes: Int, manifestBytes: Int) {
            (self.name, self.segmentBytes, self.manifestBytes) = (name, segmentBytes, manifestBytes)
        }
    }

    /// Files of segments that the store lists and the folder does not hold.
    package private(set) var missing: [SegmentFile] = []
    /// Files of another size than the store says.
    package private(set) var resized: [SegmentFile] = []
    /// Files of segments, final or temporary, that the store does not list.
    package private(set) var unlisted: [SegmentFile] = []
    /// Whatever else is in the folder.
    package private(set) var foreign = 0

    /// - Parameters:
    ///   - inventory: after the open batch was discarded.
    ///   - expected: each segment of the store once.
    package init(inventory: [ArchiveEntry], expected: [Expected]) {
        var sizes: [SegmentFile: Int] = [:]
        for segment in expected {
            sizes[SegmentFile(segment.name, .segment)] = segment.segmentBytes
            sizes[SegmentFile(segment.name, .manifest)] = segment.manifestBytes
        }
        for entry in inventory {
            guard let file = entry.file else {
                foreign += 1
                continue
            }
            switch sizes.removeValue(forKey: file) {
            case nil: unlisted.append(file)
            case entry.bytes: break
            default: resized.append(file)
            }
        }
        missing = sizes.keys.sorted { $0.description < $1.description }
    }

    package var isSame: Bool { missing.isEmpty && resized.isEmpty && unlisted.isEmpty && foreign == 0 }

    /// What to stop with (65); nil where folder and store agree.
    package var error: ArchiveError? {
        if isSame { return nil }
        let findings = [
            "\(missing.count) files missing", "\(resized.count) of another size",
            "\(unlisted.count) that the store does not list",
            "\(foreign) that are not ours",
        ]
        let first = (missing + resized + unlisted).first.map { ", first \($0)" } ?? ""
        return ArchiveError(
            .damaged, "the archive folder and the store do not agree: \(findings.joined(separator: ", "))\(first)",
            remedy:
                "bring back the store and the archives of one night, or move what does not belong there; nothing was touched"
        )
    }
}
