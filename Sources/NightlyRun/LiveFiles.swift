import Conversations
import Foundation

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
        let files = FileManager.default
        do {
            for name in try files.contentsOfDirectory(atPath: folder).sorted() {
                guard let found = name.firstRange(of: Self.mark),
                    let until = CivilDate(name[found.upperBound...].prefix(10)), recordsLeft || until <= today
                else { continue }
                try files.removeItem(atPath: "\(folder)/\(name)")
            }
        } catch {
            throw NightError(
                .inputOutput, "views of the living records in \(folder) cannot be looked at, or not removed",
                remedy: "check owner and mode of the folder, and the disk; the next run goes on")
        }
    }
}
