import Archiving
import Foundation

/// Whether something is at a path, as this user sees it: what is closed to a user is not missing, and must not be made.
enum Sight: Equatable {
    case there, hidden, missing

    /// Links are followed.
    init(of path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            self = access(path, R_OK) == 0 ? .there : .hidden
        } else {
            self = errno == EACCES ? .hidden : .missing
        }
    }

    /// The refusal of what this user may not see (66, as of what is not there).
    static func hidden(_ name: String, _ path: String) -> Failure {
        let user = FileOwner(ofJobAt: path)
        let own = FileOwner.own.name
        return Failure(
            .missing, "the \(name) \(path.maskingNumbersInName) is closed to \(own)",
            remedy: user.name == own
                ? "look at its mode and those of the folders above it: chmod u+rw, and u+x for a folder"
                : user.toRun())
    }

    /// What the file system says of a path, links followed; nil where it says nothing.
    static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// The path without links; nil where nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension FileOwner {
    /// Who a place is for: its owner, or whoever owns the nearest folder above it that is seen; of a file of root's that
    /// a group may read, the user of that group's name.
    init(ofJobAt path: String) {
        var (place, status) = (path, stat())
        while stat(place, &status) != 0, place.count > 1 { place = (place as NSString).deletingLastPathComponent }
        let isShared = status.st_uid == 0 && status.st_mode & S_IRGRP != 0
        let member = isShared ? getgrgid(status.st_gid).flatMap { getpwnam($0.pointee.gr_name) } : nil
        self.init(member?.pointee.pw_uid ?? status.st_uid)
    }
}
