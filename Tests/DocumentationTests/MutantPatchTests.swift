import Foundation
import Testing

/// The patches that `Scripts/fault-mutants` breaks the source with: one that fits no longer proves nothing.
@Test(arguments: try Project.files(in: "Tests/FaultMutants"))
func `a mutant's patch fits the source`(_ name: String) throws {
    let patch = try Project.text("Tests/FaultMutants/\(name)").components(separatedBy: "\n")
    let path = try #require(patch.first { $0.hasPrefix("+++ b/") }).dropFirst("+++ b/".count)
    let source = try Project.text(String(path)).components(separatedBy: "\n")
    let hunks = patch.split { $0.hasPrefix("@@ ") }.dropFirst()
    #expect(hunks.count > 0)
    for hunk in hunks {
        let before = hunk.filter { $0.hasPrefix(" ") || $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        #expect(hunk.contains { $0.hasPrefix("+") || $0.hasPrefix("-") })
        #expect(source.indices.contains { source[$0...].starts(with: before) }, "\(path)")
    }
}
