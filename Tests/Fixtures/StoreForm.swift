import Conversations
import GRDB
import SQLiteStore
import StorePort

/// The forms of store that the suite of nights runs over: the product's own, and the same under other table and
/// column names, in milliseconds, with joins by text references that the database does not declare.
package enum StoreForm: String, CaseIterable, Sendable, CustomStringConvertible {
    case native, foreign

    package var description: String { rawValue }

    package var map: DataMap {
        switch self {
        case .native: NativeSchema.map
        case .foreign: ForeignSchema.map
        }
    }

    /// Makes an empty store in a new file.
    package func create(path: String, identity: StoreIdentity) throws {
        switch self {
        case .native: try SQLiteStore.create(path: path, identity: identity)
        case .foreign: try ForeignSchema.create(path: path, identity: identity)
        }
    }

    /// What a link to a row holds: its id, or the text by which the foreign store refers to it.
    package func reference(_ part: DataMap.Part, _ id: Int64) -> any DatabaseValueConvertible {
        switch self {
        case .native: id
        case .foreign: "\(part.rawValue)-\(id)"
        }
    }
}
