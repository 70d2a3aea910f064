import Glibc

/// A folder held open, so that a name in it means the same file from the check to the use, whatever is renamed above it.
final class Folder: Sendable {
    let descriptor: Int32
    /// As given, for messages.
    let path: String

    /// What a folder must be before anything is read from it or written into it.
    enum Demand {
        /// Nothing: a folder that a person named, where files are protected by their own mode.
        case none
        /// Not a symbolic link, owned by this user, writable by nobody else.
        case own
        /// The same, and nobody else may enter it.
        case secret
    }

    init(path: String, demand: Demand = .own) throws(ArchiveError) {
        self.path = Self.plain(path)
        descriptor = try Self.opened(self.path, followingLink: demand == .none)
        guard demand != .none else { return }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno, to: "inspect the folder", self.path) }
        guard status.st_uid == geteuid() else {
            let owner = FileOwner(status.st_uid)
            throw ArchiveError(
                .cannotCreate, "the folder \(self.path) \(owner.isAnother)",
                remedy: "run this as \(owner.name), if the store is that user's: \(owner.becoming) retention ...; "
                    + "`retention doctor` says whose places are")
        }
        guard status.st_mode & (demand == .secret ? 0o077 : 0o022) == 0 else {
            throw ArchiveError(
                .cannotCreate, "others may \(demand == .secret ? "enter" : "write into") the folder \(self.path)",
                remedy: "chmod \(demand == .secret ? "700" : "go-w") \(self.path)")
        }
    }

    deinit { close(descriptor) }

    /// A path without slashes at its end: with one, O_NOFOLLOW would follow a link all the same.
    static func plain(_ path: String) -> String {
        var plain = Substring(path)
        while plain.utf8.count > 1, plain.hasSuffix("/") { plain.removeLast() }
        return String(plain)
    }

    private static func opened(_ path: String, followingLink: Bool) throws(ArchiveError) -> Int32 {
        guard !path.utf8.contains(0), !path.isEmpty else {
            throw ArchiveError(
                .missing, "an empty path, or one with a NUL byte, names no folder", remedy: "name a folder")
        }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW))
        if descriptor >= 0 { return descriptor }
        let code = errno
        var status = stat()
        if code == ENOTDIR, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
            throw .system(ELOOP, to: "open the folder", path)
        }
        throw .system(code, to: "open the folder", path)
    }

    /// Makes a folder that only its owner may enter, durably. It must not be there, its parent must.
    static func make(_ path: String) throws(ArchiveError) {
        guard mkdir(path, 0o700) == 0 else { throw .system(errno, to: "make the folder", path) }
        try synchronize(path: parent(of: plain(path)))
    }

    /// The folder that a path lies in.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the names in the folder durable. A failure is fatal and never tried again: what failed may be
    /// forgotten by the kernel, so that a second call would succeed and mean nothing.
    func synchronize() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw .system(errno, to: "make durable the folder", path) }
    }

    static func synchronize(path: String) throws(ArchiveError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno, to: "open the folder", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(errno, to: "make durable the folder", path) }
    }

    /// Gives a file its final name, never over another file: a hard link, then the old name goes. (`renameat2` with
    /// `RENAME_NOREPLACE` says the same in one call, but Swift's Glibc does not offer it.) A stop in between leaves
    /// both names, of which recovery knows each.
    func rename(_ old: String, to new: String) throws(ArchiveError) {
        if linkat(descriptor, old, descriptor, new, 0) != 0 {
            let code = errno
            guard code != EPERM, code != EOPNOTSUPP else {
                throw ArchiveError(
                    .cannotCreate, "cannot name the file \(new): the file system of \(path) has no hard links",
                    remedy: "put the folder on a local Linux file system")
            }
            throw .system(code, to: "name the file", new)
        }
        guard unlinkat(descriptor, old, 0) == 0 else { throw .system(errno, to: "remove the temporary name", old) }
    }

    /// Removes a file; says whether it was there.
    @discardableResult
    func remove(_ name: String) throws(ArchiveError) -> Bool {
        if unlinkat(descriptor, name, 0) == 0 { return true }
        let code = errno
        guard code == ENOENT else { throw .system(code, to: "remove the file", name) }
        return false
    }

    /// Every name in the folder, in byte order, without `.` and `..`.
    func names() throws(ArchiveError) -> [String] {
        let listing = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listing >= 0 else { throw .system(errno, to: "list the folder", path) }
        guard let stream = fdopendir(listing) else {
            let code = errno
            close(listing)
            throw .system(code, to: "list the folder", path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .system(errno, to: "list the folder", path) }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// What stands under a name, links not followed; nil where nothing does.
    func status(of name: String) throws(ArchiveError) -> stat? {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        let code = errno
        guard code == ENOENT else { throw .system(code, to: "inspect the file", name) }
        return nil
    }
}
