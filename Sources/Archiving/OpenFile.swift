import Glibc

/// A regular file held open, closed with the value. Reading and writing loop until all is done or an error stands.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    let name: String

    /// Makes a new file that only its owner may read and write, whatever the umask. A file or a link of that name is
    /// never opened.
    init(creating name: String, in folder: Folder, mode: mode_t = 0o600) throws(ArchiveError) {
        descriptor = openat(folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        self.name = name
        guard descriptor >= 0 else { throw .system(errno, to: "make the file", name) }
        guard fchmod(descriptor, mode) == 0 else { throw .system(errno, to: "set the mode of the file", name) }
    }

    /// Opens a file of ours for reading: a regular file with one name, owned by this user, that no one else may read or
    /// write. A link, a pipe or a device of that name is refused.
    init(reading name: String, in folder: Folder) throws(ArchiveError) {
        descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        self.name = name
        guard descriptor >= 0 else {
            throw ArchiveError.system(errno, to: "open the file", name)
                .whereMissing("restore the file from a backup, then `retention archive verify`")
        }
        let status = try status()
        guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1, status.st_uid == geteuid() else {
            throw ArchiveError(
                .cannotCreate, "\(name) is not a plain file of this user with one name",
                remedy: "find out who put it there; nothing of it was read")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw ArchiveError(
                .cannotCreate, "others may read or write \(name)", remedy: "chmod 600 it, and find out why")
        }
    }

    /// Takes over a descriptor.
    init(descriptor: Int32, name: String) { (self.descriptor, self.name) = (descriptor, name) }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    func status() throws(ArchiveError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno, to: "inspect the file", name) }
        return status
    }

    func size() throws(ArchiveError) -> Int { Int(try status().st_size) }

    /// Writes all bytes at the end of what was written before.
    func write(_ bytes: [UInt8]) throws(ArchiveError) {
        let code = bytes.withUnsafeBytes { bytes in writeAll(bytes) { Glibc.write(descriptor, $0, $1) } }
        guard code == 0 else { throw .system(code, to: "write the file", name) }
    }

    /// Makes the bytes durable. A failure is fatal and never tried again: the kernel may have dropped what it could not
    /// write, and would call a second try a success.
    func synchronize() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .system(errno, to: "make durable the file", name) }
    }

    func read(_ count: Int, at offset: Int) throws(ArchiveError) -> [UInt8] {
        try readExactly(count, of: descriptor, at: offset, name: name)
    }
}

/// Reads exactly `count` bytes at `offset`; a file that ends before is damaged.
func readExactly(_ count: Int, of descriptor: Int32, at offset: Int, name: String) throws(ArchiveError) -> [UInt8] {
    var failure: ArchiveError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count, failure == nil {
            let space = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
            let got = pread(descriptor, space.baseAddress, space.count, off_t(offset + filled))
            if got > 0 {
                filled += got
            } else if got == 0 {
                failure = .damaged("\(name) ends at byte \(offset + filled), before it should")
            } else if errno != EINTR {
                failure = .system(errno, to: "read the file", name)
            }
        }
    }
    if let failure { throw failure }
    return bytes
}

/// Calls `write` until all bytes are taken: a short write goes on, an interrupted one is made again, one that takes
/// nothing is a full disk. Gives the error code, 0 for success.
func writeAll(_ bytes: UnsafeRawBufferPointer, using write: (UnsafeRawPointer, Int) -> Int) -> Int32 {
    guard var position = bytes.baseAddress else { return 0 }
    var rest = bytes.count
    while rest > 0 {
        let taken = write(position, rest)
        if taken > 0 {
            position += taken
            rest -= taken
        } else if taken == 0 {
            return ENOSPC
        } else if errno != EINTR {
            return errno
        }
    }
    return 0
}
