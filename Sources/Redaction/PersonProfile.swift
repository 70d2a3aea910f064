/// What is known of a person who may be named in a text: the names and numbers to look for. A stranger
/// wrote the names: they decide nothing but what is searched.
package struct PersonProfile: Sendable, Equatable {
    /// The name the person shows: a profile or push name.
    package var displayName: String
    package var firstName: String
    package var lastName: String
    /// Nicknames and former names.
    package var otherNames: [String]

    /// Telephone numbers, each with its country code, `+` or not; or as at home in a region of the run.
    package var phoneNumbers: [String]

    package init(
        displayName: String = "", firstName: String = "", lastName: String = "", otherNames: [String] = [],
        phoneNumbers: [String] = []
    ) {
        (self.displayName, self.firstName) = (displayName, firstName)
        (self.lastName, self.otherNames, self.phoneNumbers) = (lastName, otherNames, phoneNumbers)
    }

    /// Takes a name for one of the profile's, and keeps the one that stood there.
    mutating func learn(_ name: String, as field: WritableKeyPath<PersonProfile, String>) {
        if !self[keyPath: field].isEmpty { otherNames.append(self[keyPath: field]) }
        self[keyPath: field] = name
    }

    /// The same with all that another profile of the person tells.
    func adding(_ other: PersonProfile) -> PersonProfile {
        var both = other
        both.otherNames += allNames.filter { !$0.isEmpty && !other.allNames.contains($0) }
        both.phoneNumbers += phoneNumbers
        return both
    }

    /// Every name that is known, as it was written.
    var allNames: [String] { [displayName, firstName, lastName] + otherNames }

    /// Whether another profile tells of the same person, more or less of it: something in common, and nothing that
    /// contradicts.
    func isSamePerson(as other: PersonProfile) -> Bool {
        let names = [(displayName, other.displayName), (firstName, other.firstName), (lastName, other.lastName)]
            .filter { !$0.isEmpty && !$1.isEmpty }
        let numbers = !phoneNumbers.isEmpty && !other.phoneNumbers.isEmpty
        guard names.allSatisfy({ $0 == $1 }), !numbers || !Set(phoneNumbers).isDisjoint(with: other.phoneNumbers) else {
            return false
        }
        return numbers || !names.isEmpty || self == other
    }
}
