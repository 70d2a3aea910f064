import Foundation
import Testing

@testable import Policies

@Suite struct PolicyProblemTests {
    private func list(_ text: String) -> ProblemList { ProblemList(SourceText(Array(text.utf8), file: "a.yaml")) }

    @Test func `a problem has its place as values`() throws {
        let problems = list("one\n  two: 3\n")
        problems.add(SourceMark(line: 2, column: 8), "three", remedy: "write four")
        let problem = try #require(problems.all.problems.first)
        #expect(problem.file == "a.yaml" && problem.line == 2 && problem.column == 8)
        #expect(problem.message == "three" && problem.remedy == "write four")
        #expect(problem.sourceLine == "  two: 3" && problem.caret == 7)
    }

    @Test func `a tab is as wide below as above`() {
        let problems = list("\ta: b\n")
        problems.add(SourceMark(line: 1, column: 2), "here", remedy: "none")
        #expect(problems.all.rendered == "a.yaml:1:2: error: here\n    \ta: b\n    \t^\n  remedy: none")
    }

    @Test func `problems come in the file's order, and of one place in the order found`() {
        let problems = list("a\nb\n")
        for (line, message) in [(2, "third"), (1, "first"), (1, "second")] {
            problems.add(SourceMark(line: line, column: 1), message, remedy: "")
        }
        #expect(problems.all.problems.map(\.message) == ["first", "second", "third"])
    }

    @Test func `of a file with thousands of problems the first are shown, and how many there are`() throws {
        let keys = (0..<5_001).map { _ in "a" }.joined(separator: ",")
        let shown = SamplePolicy.shown("{" + keys + "}")
        #expect(shown.components(separatedBy: ": error: ").count == 201)
        #expect(shown.hasSuffix("\nand 4809 more problems: is this the file you meant?"))
        let few = list("a")
        for line in 1...200 { few.add(SourceMark(line: line, column: 1), "b", remedy: "c") }
        #expect(
            few.all.rendered.components(separatedBy: "error: b").count == 201
                && !few.all.rendered.contains("more problems"))
    }
}
