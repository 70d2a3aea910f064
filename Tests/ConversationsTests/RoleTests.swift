import Testing

@testable import Conversations

@Suite struct RoleTests {
    @Test(arguments: ["Client", "vip", "", "klant"])
    func `a word of another vocabulary stands for unknown`(_ word: String) {
        #expect(Role(stored: word) == .unknown)
        #expect(Purpose(stored: word) == .unknown)
    }

    @Test func `the words of the policy stand for themselves`() {
        for role in Role.allCases { #expect(Role(stored: role.rawValue) == role) }
        for purpose in Purpose.allCases { #expect(Purpose(stored: purpose.rawValue) == purpose) }
    }
}
