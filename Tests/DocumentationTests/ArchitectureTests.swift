import Foundation
import Testing

@Test func `the tree of the architecture page is the tree of the sources`() throws {
    let shown = try folders(inTree: try Project.text("Documentation/Architecture.md"))
    let there = try Project.folders(under: "Sources")
    #expect(there.count > 15)
    for folder in there.subtracting(shown).sorted() { Issue.record("Documentation/Architecture.md lacks \(folder)") }
    for folder in shown.subtracting(there).sorted() {
        Issue.record("Documentation/Architecture.md shows \(folder), which is not there")
    }
}

@Test func `the table of the architecture page is that of the package`() throws {
    let shown = try modules(inTable: try Project.text("Documentation/Architecture.md"))
    let declared = try PackageManifest(try Project.text("Package.swift")).modules
    #expect(declared.count > 10)
    for (name, uses) in declared {
        #expect(shown[name] == uses, "Documentation/Architecture.md, row \(name): the package says \(uses.sorted())")
    }
    for name in shown.keys where declared[name] == nil {
        Issue.record("Documentation/Architecture.md has a row \(name), and the package has no such module")
    }
}

@Test(arguments: ["Conversations", "Policies", "Planning", "Redaction", "Verification", "Reporting"])
func `a module that decides can reach none that acts`(_ pure: String) throws {
    let modules = try PackageManifest(try Project.text("Package.swift")).modules
    var reached: Set<String> = []
    var open = [pure]
    while let name = open.popLast() {
        for used in modules[name] ?? [] where reached.insert(used).inserted { open.append(used) }
    }
    #expect(
        reached.isDisjoint(with: [
            "Archiving", "StorePort", "SQLiteStore", "Importing", "NightlyRun", "retention", "CZlib", "CLibzip", "GRDB",
            "Logging", "ArgumentParser",
        ]))
}

/// The folders of the page's tree, as paths from the top. Two blanks are a level; a name ends with a slash.
private func folders(inTree page: String) throws -> Set<String> {
    let block = try #require(page.split(separator: "```text\n").dropFirst().first?.split(separator: "```").first)
    var path: [Substring] = []
    var folders: Set<String> = []
    for line in block.split(separator: "\n") {
        let depth = line.prefix { $0 == " " }.count / 2
        let name = try #require(line.split(separator: " ").first)
        try #require(name.hasSuffix("/") && depth <= path.count, "a line of the tree: \(line)")
        path = path.prefix(depth) + [name.dropLast()]
        if depth > 0 { folders.insert(path.joined(separator: "/")) }
    }
    return folders
}

/// What each module uses, modules and products together.
private func modules(inTable page: String) throws -> [String: Set<String>] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.firstIndex { $0.hasPrefix("| module |") })
    var modules: [String: Set<String>] = [:]
    for line in lines[(head + 2)...].prefix(while: { $0.hasPrefix("|") }) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        try #require(cells.count == 5, "a line of the table: \(line)")
        modules[cells[1]] = Set((cells[2...3]).flatMap { $0.split(separator: ", ").map(String.init) })
    }
    return modules
}
