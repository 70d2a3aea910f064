import Glibc

/// Room on the file system that a path lies on.
package struct FreeSpace: Sendable, Equatable {
    /// Bytes that a process without privileges may still write.
    package let bytes: Int

    /// - Parameter path: a file or folder that is there.
    package init(at path: String) throws(ArchiveError) {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw .system(errno, to: "measure the space of", path) }
        bytes = Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Refuses to start what would not fit.
    package func require(_ wanted: Int, for purpose: String) throws(ArchiveError) {
        guard bytes < wanted else { return }
        throw ArchiveError(
            .cannotCreate, "\(purpose) needs \(wanted) bytes and \(bytes) are free",
            remedy: "free \(wanted - bytes) bytes more, then run again; nothing was changed")
    }
}
