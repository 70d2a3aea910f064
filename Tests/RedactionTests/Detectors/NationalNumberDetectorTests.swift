import Testing

@testable import Redaction

/// Belgian national register numbers, by their checksum.
@Suite struct NationalNumberDetectorTests {
    @Test(arguments: [
        ("85.07.30-033.28", "national-number: 85.07.30-033.28"), ("85073003328", "national-number: 85073003328"),
        ("85 07 30 033 28", "national-number: 85 07 30 033 28"),
        ("art. 12\n85073003328", "national-number: 85073003328"),
    ])
    func `is found`(text: String, expected: String) {
        #expect(Look.found(text) == [expected])
    }

    @Test(arguments: ["85.07.30-033.29", "85.27.42-033.28"])
    func `stays`(text: String) {
        #expect(Look.found(text).isEmpty)
    }
}
