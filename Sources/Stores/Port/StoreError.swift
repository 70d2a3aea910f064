/// Why a store could not be used. It names tables, columns and files, never a value that a row holds.
package struct StoreError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Exit 66: not there, or not the one that belongs here.
        case missing, foreign
        /// Exit 65: damaged, or needs recovery.
        case damaged
        /// Exit 75: busy.
        case busy
        /// Exit 74: an I/O error or a full disk.
        case inputOutput
        /// Exit 73: cannot be made.
        case cannotCreate
        /// A constraint or a trigger of the store does not let a record change.
        case refused
        /// Exit 78: the data map does not describe it.
        case map
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
