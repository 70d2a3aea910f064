import Conversations
import Foundation
import Testing

@testable import Policies

/// `Documentation/Policy.md` against the parser: its examples are parsed, its tables compared.
@Suite struct PolicyDocumentTests {
    private let text: String
    private let blocks: [(kind: String, text: String)]

    init() throws {
        text = String(decoding: try projectFile("Documentation/Policy.md"), as: UTF8.self)
        blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
            let lines = block.components(separatedBy: "\n")
            return (lines[0], lines.dropFirst().joined(separator: "\n"))
        }
    }

    private func examples(_ kind: String) -> [String] { blocks.filter { $0.kind == kind }.map(\.text) }

    /// The cells of every table row.
    private var rows: [[String]] {
        text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { row in
            row.dropFirst().dropLast().components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test func `every block of code is one that a test reads`() {
        let known = ["yaml whole", "yaml section", "yaml rules", "yaml datamap", "yaml wrong", "text error"]
        for block in blocks { #expect(known.contains(block.kind)) }
        for kind in known { #expect(!examples(kind).isEmpty) }
    }

    @Test func `the whole policy is one`() throws {
        for example in examples("yaml whole") { #expect(SamplePolicy.shown(example) == "") }
    }

    @Test func `sections fit into the whole policy`() throws {
        let whole = try #require(examples("yaml whole").first)
        for example in examples("yaml section") {
            let keys = example.split(separator: "\n").filter { !$0.hasPrefix(" ") }.compactMap {
                $0.split(separator: ":").first
            }
            let kept = whole.components(separatedBy: "\n").filter { line in !keys.contains { line.hasPrefix("\($0):") }
            }
            #expect(SamplePolicy.shown(example + kept.joined(separator: "\n")) == "")
        }
    }

    @Test func `rules fit before those of the whole policy`() throws {
        let whole = try #require(examples("yaml whole").first)
        for example in examples("yaml rules") {
            let indented = example.components(separatedBy: "\n").map { $0.isEmpty ? "" : "  " + $0 }.joined(
                separator: "\n")
            #expect(SamplePolicy.shown(whole.replacing("rules:\n", with: "rules:\n" + indented)) == "")
        }
    }

    @Test func `the data map is one`() throws {
        for example in examples("yaml datamap") {
            _ = try DataMapParser.parse(Array(example.utf8), file: "map.yaml")
        }
    }

    @Test func `wrong examples show the errors beside them`() {
        let pairs = Array(zip(examples("yaml wrong"), examples("text error")))
        #expect(pairs.count == examples("yaml wrong").count)
        for (wrong, error) in pairs {
            #expect(SamplePolicy.shown(wrong).contains(error.trimmingCharacters(in: .newlines)))
        }
    }

    @Test func `the table of defaults is what the parser does`() throws {
        var settings: [String: String] = [:]
        for (key, value) in try SamplePolicy.parse(SamplePolicy.text).settings { settings[key] = value }
        let stated = rows.filter { $0.count == 4 && ($0[3] == "none" || $0[3].hasPrefix("`")) }
        #expect(stated.count == 21)
        for row in stated {
            let key = row[0].replacing("`", with: "").replacing(":", with: "")
            #expect(settings[key] ?? "none" == row[3].replacing("`", with: ""), "\(key)")
        }
    }

    @Test func `every key that a policy may hold is in a table`() {
        let first = rows.map { $0[0].replacing("`", with: "").components(separatedBy: ": ")[0] }
        for key in PolicyReader.keys { #expect(first.contains(key.name), "\(key.name)") }
        for key in RuleReader.keys { #expect(first.contains(key.name), "\(key.name)") }
        for key in RuleReader.stepKeys { #expect(first.contains(key.name), "\(key.name)") }
        for key in DataMapReader.tableKeys { #expect(first.contains(key.name), "\(key.name)") }
    }

    @Test func `every word of the closed vocabularies is named`() {
        let words =
            Role.allCases.map(\.rawValue) + Purpose.allCases.map(\.rawValue) + RetentionClock.allCases.map(\.rawValue)
            + TextCategory.allCases.map(\.rawValue) + DataMap.Category.allCases.map(\.rawValue)
            + DataMap.Part.allCases.map(\.rawValue) + Policy.RedactionSettings.Replacement.allCases.map(\.rawValue)
            + Period.Unit.allCases.map(\.rawValue)
        for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
    }

    @Test func `the fields of each part are as the parser wants them`() throws {
        for part in DataMap.Part.allCases {
            let row = try #require(
                rows.last { $0[0].components(separatedBy: ", ").contains("`\(part.rawValue)`") && $0.count == 3 })
            let names = { (cell: String) in
                Set(cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
            }
            #expect(names(row[1]) == Set(part.requiredFields.map(\.rawValue)), "\(part)")
            #expect(
                names(row[2]) == Set(part.fields.map(\.rawValue)).subtracting(part.requiredFields.map(\.rawValue)),
                "\(part)")
        }
    }

    @Test func `every message that the table explains is one that the parser has`() throws {
        let folder = projectFolder.appending(path: "Sources/Policies")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let source = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let table = try #require(
            text.components(separatedBy: "| the message says").last?.components(separatedBy: "\n## ").first)
        let phrases = table.split(separator: "\n").dropFirst(2).filter { $0.hasPrefix("| ") }
            .compactMap { $0.dropFirst(2).components(separatedBy: " | ").first }.flatMap {
                $0.components(separatedBy: ", ")
            }
        #expect(phrases.count > 50)
        for phrase in phrases { #expect(source.contains(phrase), "\(phrase)") }
    }
}
