import Glibc

/// Why an archive, a key or another durable file could not be written, read or believed.
///
/// It names files (their names are our own), folders and places in them, never what a file holds.
package struct ArchiveError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Exit 65: the bytes are not those that were written, or not in the documented format.
        case damaged
        /// Exit 66: a folder, file or key is not there.
        case missing
        /// Exit 70: a caller broke the order of things; a fault of the program.
        case misuse
        /// Exit 73: cannot be made, or cannot be trusted (owner, mode, link).
        case cannotCreate
        /// Exit 74: an I/O error or a full disk. After one of `fsync` nothing is known of the file: never retried.
        case inputOutput
    }
    package let kind: Kind
    /// What happened, to what.
    package let what: String
    /// What to do about it.
    package let remedy: String

    package init(_ kind: Kind, _ what: String, remedy: String) {
        (self.kind, self.what, self.remedy) = (kind, what, remedy)
    }
}

extension ArchiveError: CustomStringConvertible {
    package var description: String { "\(what): \(remedy)" }
}

extension ArchiveError {
    /// The error of a system call that failed with `code`, while doing `deed` (an infinitive) to `name`.
    static func system(_ code: Int32, to deed: String, _ name: String) -> ArchiveError {
        let what = "cannot \(deed) \(name) (\(String(cString: strerror(code))))"
        return switch code {
        case ENOENT:
            ArchiveError(.missing, what, remedy: "check the path: make the folder, or name another one")
        case EEXIST:
            ArchiveError(.cannotCreate, what, remedy: "something of that name is there and is never written over")
        case ELOOP:
            ArchiveError(
                .cannotCreate, what, remedy: "it is a symbolic link, which is never followed: name the real place")
        case ENOTDIR:
            ArchiveError(.cannotCreate, what, remedy: "a part of the path is no folder: check it")
        case EACCES, EPERM, EROFS:
            ArchiveError(
                .cannotCreate, what,
                remedy: "run as the user that owns the store, and look at owner and mode of it and the folders above it"
            )
        case ENOSPC, EDQUOT, EFBIG:
            ArchiveError(.inputOutput, what, remedy: "make room and run again; nothing is half done")
        default:
            ArchiveError(.inputOutput, what, remedy: "check the disk and its log, then run again; nothing is half done")
        }
    }

    /// The same error with what to do about it there, where it says that something is missing.
    func whereMissing(_ remedy: String) -> ArchiveError {
        kind == .missing ? ArchiveError(kind, what, remedy: remedy) : self
    }

    static func damaged(_ what: String) -> ArchiveError {
        ArchiveError(.damaged, what, remedy: "restore the file from a backup, then `retention archive verify`")
    }
}
