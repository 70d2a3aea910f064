import Testing

@testable import Redaction

/// Message ids that hold a number.
@Suite struct MessageIDDetectorTests {
    @Test(arguments: [("id wamid.HBgLMzI0NzAwMDAwMTIVAgARGBI=", "message-id: wamid.HBgLMzI0NzAwMDAwMTIVAgARGBI=")])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["wamid.AAAA", "id HBgLMz"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
