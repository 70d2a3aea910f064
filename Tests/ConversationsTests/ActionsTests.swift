import Foundation
import Testing

@testable import Conversations

@Suite struct ActionsTests {
    /// The store holds these numbers: a change of one would give what was done another meaning.
    @Test func `each action keeps its stored bit`() {
        let stored: [(Actions, Int64)] = [
            (.eraseProfilePhoto, 1), (.eraseProfileStatus, 2), (.eraseMedia, 4), (.archive, 8), (.pseudonymise, 16),
            (.eraseAll, 32),
        ]
        for (action, bit) in stored { #expect(action.rawValue == bit) }
        let categories = [
            "phone", "name", "email", "iban", "card", "national-number", "handle", "ip-address", "birth-date",
            "address",
        ]
        #expect(TextCategory.allCases.map(\.rawValue) == categories)
        #expect(TextCategory.allCases.map(\.bit) == Array(16...25))
    }

    @Test func `to redact all is to redact each category, and no more`() {
        #expect(Actions.redactAll.redacted == Set(TextCategory.allCases))
        #expect(Actions.redactAll.isDisjoint(with: [.ofPerson, .archive, .eraseAll, .eraseMedia]))
    }

    @Test func `a set falls into its single actions`() {
        let set: Actions = [.eraseAll, .archive, .redact(.address)]
        #expect(set.each == [.archive, .eraseAll, .redact(.address)])
        #expect(Actions().each.isEmpty)
    }

    @Test func `a set is described in the policy's words`() {
        #expect(Actions().description == "nothing")
        #expect(([.eraseAll, .archive] as Actions).description == "erase all")
        #expect(Actions.redactAll.union([.archive, .eraseMedia]).description == "erase media, redact all, archive")
        #expect(
            ([.redact(.phone), .redact(.email), .pseudonymise] as Actions).description
                == "redact phone, redact email, pseudonymise")
    }

    @Test func `a set is encoded in words, and read back as it was`() throws {
        let sets: [Actions] = [
            [.eraseAll, .archive], Actions.redactAll.union([.eraseMedia, .pseudonymise]), .redact(.phone), [],
        ]
        let json = try JSONEncoder().encode(sets)
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"[["archive","erase all"],["erase media","redact all","pseudonymise"],["redact phone"],[]]"#)
        #expect(try JSONDecoder().decode([Actions].self, from: json) == sets)
        for action in Actions(rawValue: 0x3FF_003F).each {
            #expect(try JSONDecoder().decode(Actions.self, from: JSONEncoder().encode(action)) == action)
        }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Actions].self, from: Data("[32]".utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Actions.self, from: Data(#"["shred"]"#.utf8)) }
    }
}
