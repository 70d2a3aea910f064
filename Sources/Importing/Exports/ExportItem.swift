import Conversations
import StorePort

/// The time that a line of an export shows: a local day and time, without a zone.
struct LocalTime: Hashable {
    let date: CivilDate
    let secondsOfDay: Int64
}

/// One thing that an export tells.
struct ExportItem {
    enum Content {
        case message(kind: MessageKind, text: [UInt8]?, isEdited: Bool)
        case call(CallKind)
        case notice(text: [UInt8])
    }

    /// The line that it begins on.
    let line: Int
    /// As the export writes it, without marks; nil in a notice without an author.
    let author: [UInt8]?
    /// Nil where the day that is written does not exist.
    let time: LocalTime?
    let content: Content
    /// The name of the file that was exported beside the text; nil where there is none.
    var attachment: [UInt8]?
}
