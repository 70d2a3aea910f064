import Testing

@testable import Policies

@Suite struct SuggestionTests {
    private let words = ["since", "steps", "source", "ceiling", "otherwise"]

    @Test(arguments: [
        ("sinse", "since"), ("sicne", "since"), ("step", "steps"), ("SOURCE", "source"), ("ceilling", "ceiling"),
        ("otherwhise", "otherwise"),
    ])
    func `a mistyped word finds the one that was meant`(typed: String, meant: String) {
        #expect(Suggestion.nearest(to: typed, among: words) == meant)
    }

    @Test(arguments: ["", "colour", "x", "erase", String(repeating: "since", count: 100)])
    func `a word like no other finds none`(typed: String) {
        #expect(Suggestion.nearest(to: typed, among: words) == nil)
    }
}
