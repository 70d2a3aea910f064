import Glibc

/// A small file that must outlast a power cut once it was written: a report, a plan, a key. A reader sees the whole of
/// it or none.
package struct DurableFile {
    /// Whether a file can be written into a folder later on, asked before anything is changed.
    /// - Throws: `ArchiveError`: `missing` (66) where there is no such folder, `cannotCreate` (73) where it is a link, another
    ///   user's, open to others, or not to be written.
    package static func requireFolder(_ path: String) throws(ArchiveError) {
        do throws(ArchiveError) {
            let folder = try Folder(path: path)
            guard faccessat(folder.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
                throw ArchiveError.system(errno, to: "write into the folder", path)
            }
        } catch {
            throw error.whereMissing("bring it back, mount its volume, or make another: mkdir -m 700 \(path)")
        }
    }

    /// Writes all bytes under a temporary name, makes them durable, gives them their name, and makes the name durable.
    ///
    /// The temporary file is locked while it is written, so that one left by a stopped process is told from one that
    /// another process is writing: the first is removed, the second is an error.
    ///
    /// - Parameters:
    ///   - mode: set whatever the umask.
    ///   - replacing: whether a file of that name gives way. If not, it is an error (73) and stays.
    ///   - anyFolder: whether the folder may be a link, another user's or open to others, as one that a person named on
    ///     the command line may. A folder of the policy may not (73).
    package static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o600, replacing: Bool, anyFolder: Bool = false
    ) throws(ArchiveError) {
        guard let name = path.split(separator: "/").last.map(String.init), !path.hasSuffix("/"), name != "..",
            name != "."
        else {
            throw ArchiveError(.cannotCreate, "a path that ends in no file name", remedy: "name a file")
        }
        let folder = try Folder(path: Folder.parent(of: path), demand: anyFolder ? .none : .own)
        if !replacing, try folder.status(of: name) != nil { throw .system(EEXIST, to: "make the file", path) }
        let temporary = name + SegmentFile.temporarySuffix
        let file = try lockedFile(temporary, in: folder, mode: mode)
        do throws(ArchiveError) {
            try file.write(bytes)
            try file.synchronize()
            if replacing {
                guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
                    throw .system(errno, to: "name the file", name)
                }
            } else {
                try folder.rename(temporary, to: name)
            }
        } catch {
            // What could not be finished is of no use; if this fails too, the next write removes it.
            _ = unlinkat(folder.descriptor, temporary, 0)
            throw error
        }
        try folder.synchronize()
    }

    /// Makes and locks the temporary file. One whose writer is gone is removed first.
    private static func lockedFile(_ name: String, in folder: Folder, mode: UInt32) throws(ArchiveError) -> OpenFile {
        for _ in 0..<3 {
            do throws(ArchiveError) {
                let file = try OpenFile(creating: name, in: folder, mode: mode)
                if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0, try folder.holds(file, as: name) { return file }
            } catch {
                guard try folder.status(of: name) != nil else { throw error }
                try removeStale(name, in: folder, otherwise: error)
            }
        }
        throw ArchiveError(
            .cannotCreate, "\(name) is being written by another process", remedy: "wait for it, then try again")
    }

    private static func removeStale(_ name: String, in folder: Folder, otherwise error: ArchiveError)
        throws(ArchiveError)
    {
        let descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw error }
        let stale = OpenFile(descriptor: descriptor, name: name)
        guard flock(stale.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw ArchiveError(
                .cannotCreate, "\(name) is being written by another process", remedy: "wait for it, then try again")
        }
        if try folder.holds(stale, as: name) { try folder.remove(name) }
    }
}

extension Folder {
    /// Whether the name still means that open file.
    fileprivate func holds(_ file: borrowing OpenFile, as name: String) throws(ArchiveError) -> Bool {
        guard let named = try status(of: name) else { return false }
        let opened = try file.status()
        return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    }
}
