import Conversations
import Glibc

/// The live view is personal data: its files say until when they may be there, and nights take them away.
package struct LiveFiles {
    /// A view is read for a week; the next one takes its place.
    package static let keptDays = 7
    private static let mark = "-live-until-"
    let folder: String

    package init(folder: String) { self.folder = folder }

    /// The beginning of a file's name, such as `quality-2026-Q3-live-until-2026-11-30`.
    package static func stem(_ period: String, until: CivilDate) -> String { "quality-\(period)\(mark)\(until)" }

    /// Unlinks the files whose day has come; all of them where records have just left that they may count.
    func expire(today: CivilDate, recordsLeft: Bool) throws {
        guard let directory = opendir(folder) else { throw refused("read \(folder)") }
        defer { closedir(directory) }
        for name in names(directory).sorted() {
            guard let found = name.firstRange(of: Self.mark),
                let until = CivilDate(name[found.upperBound...].prefix(10))
            else { continue }
            guard recordsLeft || until <= today else { continue }
            guard unlinkat(dirfd(directory), name, 0) == 0 else { throw refused("unlink \(name) in \(folder)") }
        }
    }

    private func names(_ directory: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    private func refused(_ deed: String) -> NightError {
        NightError(
            .inputOutput, "cannot \(deed): \(String(cString: strerror(errno)))",
            remedy: "check owner and mode of the reports' folder, and the disk; the next run goes on")
    }
}
