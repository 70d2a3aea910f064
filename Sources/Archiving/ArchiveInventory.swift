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
            // A name that is not UTF-8 cannot be asked for again: it counts as a stranger's, not as nothing.
            let status = try folder.status(of: text)
            let isPlain = status.map { $0.st_mode & S_IFMT == S_IFREG } ?? false
            entries.append(
                ArchiveEntry(
                    text: text, file: isPlain ? SegmentFile(text) : nil, bytes: Int(status?.st_size ?? 0),
                    isPlainFile: isPlain))
        }
        return entries
    }
}
