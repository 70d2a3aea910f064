/// Why a night, or a preview of it, did not go on. It names rules, files and counts, never a person.
package struct NightError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Exit 20: a safety limit stopped the run before any change.
        case limit
        /// Exit 21: the saved plan is stale.
        case stalePlan
        /// Exit 64.
        case usage
        /// Exit 65: archives and store disagree.
        case damaged
        /// Exit 66: a policy, key or store that does not belong here.
        case foreign
        /// Exit 73: not enough space, or a lock that cannot be made.
        case space
        /// Exit 74.
        case inputOutput
        /// Exit 75: another run holds the lock.
        case busy
        /// Exit 78: the policy is not approved.
        case policy
    }
    package let kind: Kind
    package let what: String
    package let remedy: String
    package init(_ kind: Kind, _ what: String, remedy: String) {
        (self.kind, self.what, self.remedy) = (kind, what, remedy)
    }
}
