import Glibc

/// One thing that is in the archive folder.
package struct ArchiveEntry: Sendable, Equatable {
    /// As it is named in the folder. A name that is not ours may hold anything: show it to nobody but the operator, and
    /// never write it to a log or a report.
    package let text: String
    /// What our name says; nil for anything that no run of ours makes.
    package let file: SegmentFile?
    package let bytes: Int
    /// Links, pipes, devices and folders are not.
    package let isPlainFile: Bool
}

extension ArchiveFolder {
    /// Everything in the folder, in byte order of names. Recovery compares it with the manifests of the store.
    package func inventory() throws(ArchiveError) -> [ArchiveEntry] {
        var entries: [ArchiveEntry] = []
        for text in try folder.names() {
            guard let status = try folder.status(of: text) else { continue }
            let isPlain = status.st_mode & S_IFMT == S_IFREG
            entries.append(
                ArchiveEntry(
                    text: text, file: isPlain ? SegmentFile(text) : nil, bytes: Int(status.st_size),
                    isPlainFile: isPlain))
        }
        return entries
    }
}
