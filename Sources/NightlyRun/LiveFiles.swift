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
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names.sorted() {
            guard let found = name.firstRange(of: Self.mark),
                let until = CivilDate(name[found.upperBound...].prefix(10))
            else { continue }
            if recordsLeft || until <= today { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
        }
    }
}
