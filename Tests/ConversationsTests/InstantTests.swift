import Testing

@testable import Conversations

@Suite struct InstantTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_230_768_000, "2009-01-01T00:00:00Z"),
        (1_774_746_000, "2026-03-29T01:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    ])
    func `an instant is written in UTC and read back`(_ seconds: Int64, _ text: String) {
        #expect(Instant(seconds: seconds).description == text)
        #expect(Instant(text) == Instant(seconds: seconds))
    }

    @Test(arguments: [
        "2026-03-29T24:00:00Z", "2026-03-29T23:60:00Z", "2026-03-29T23:59:60Z", "2026-02-29T00:00:00Z",
        "2026-03-29 01:00:00Z", "2026-03-29T01:00:00+00:00", "2026-03-29T01:00:00", "2026-03-29T01:00:00.5Z", "",
    ])
    func `another form, or a time that does not exist, is no instant`(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `the earliest plausible instant is the start of 2009`() {
        #expect(Instant.earliestPlausible.description == "2009-01-01T00:00:00Z")
    }
}
