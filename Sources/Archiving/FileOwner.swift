import Glibc

/// A user, for messages on whose a file is.
package struct FileOwner {
    /// The name, or the number of one who has none.
    package let name: String

    package init(_ user: uid_t) {
        name = getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "user \(user)"
    }

    /// Who runs this process.
    package static var own: FileOwner { FileOwner(geteuid()) }

    /// What is wrong with a place of this user's, behind the name of the place.
    package var isAnother: String { "belongs to \(name), and this is \(FileOwner.own.name)" }

    /// What to do about it.
    package func toRun(_ command: String = "retention ...") -> String { "run this as \(name): \(becoming) \(command)" }

    /// What is written before a command so that root runs it as this user; `sudo` is not on every machine.
    package var becoming: String { "runuser -u \(name) --" }
}
