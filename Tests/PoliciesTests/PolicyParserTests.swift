import Foundation
import Testing

@testable import Policies

/// The project's folder, from the place of this file.
let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func projectFile(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: projectFolder.appending(path: path)))
}

@Suite struct PolicyParserTests {
    @Test func `the shipped policy is read`() throws {
        let policy = try PolicyParser.parse(try projectFile("Retention.yaml"), file: "Retention.yaml")
        #expect(policy.rules.count == 12)
        #expect(policy.rules.first { $0.name == "client-assistance" }?.steps.last?.after.description == "36 months")
    }
}
