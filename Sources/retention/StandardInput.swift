import Foundation

/// What a person or a program hands over without the command line, which others can read.
enum StandardInput {
    /// More than any list of marks or numbers is.
    private static let limit = 64 << 20

    /// All of it. Nothing where it is a terminal that nobody types at.
    static func bytes() throws -> [UInt8] {
        guard let data = try? FileHandle.standardInput.read(upToCount: limit + 1) else { return [] }
        guard data.count <= limit else {
            throw Failure(.unreadable, "standard input is larger than 64 MiB", remedy: "hand it over in parts")
        }
        return Array(data)
    }
}
