import Foundation
import Testing

@testable import Reporting

/// What a report prints is what its published schema says.
struct SchemaTests {
    nonisolated(unsafe) private static let schema: [String: Any]? = {
        let project = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = project.appendingPathComponent("Documentation/Report.schema.json")
        return (try? Data(contentsOf: file)).flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
    }()

    @Test func `every report is as the schema says`() throws {
        let schema = try #require(Self.schema)
        for document in [try exampleCompliance(), try exampleQuality(), try exampleLive()] {
            let json = try JSONSerialization.jsonObject(with: Data(try Report.json(document)))
            #expect(problems(json, schema, schema) == [], "\(document.kind)")
        }
    }

    @Test(arguments: ["format", "sections", "facts"])
    func `the schema refuses a report that lacks something`(_ key: String) throws {
        let schema = try #require(Self.schema)
        let json = try JSONSerialization.jsonObject(with: Data(try Report.json(exampleCompliance())))
        var report = try #require(json as? [String: Any])
        report[key] = nil
        #expect(problems(report, schema, schema) == ["$: lacks \(key)"])
        report[key] = "x"
        #expect(!problems(report, schema, schema).isEmpty)
    }

    /// The part of JSON Schema that the published one uses.
    private func problems(_ value: Any, _ schema: [String: Any], _ root: [String: Any], at place: String = "$")
        -> [String]
    {
        if let reference = schema["$ref"] as? String {
            let name = reference.replacing("#/$defs/", with: "")
            guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(place): no definition \(name)"]
            }
            return problems(value, definition, root, at: place)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let fits = choices.contains { problems(value, $0, root, at: place).isEmpty }
            return fits ? [] : ["\(place): fits no choice"]
        }
        if let constant = schema["const"] as? NSObject, constant != value as? NSObject {
            return ["\(place): not \(constant)"]
        }
        if let allowed = schema["enum"] as? [NSObject], !allowed.contains(where: { $0 == value as? NSObject }) {
            return ["\(place): none of the choices"]
        }
        if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
            !types.contains(where: { isOf($0, value) })
        {
            return ["\(place): not \(types)"]
        }
        return inside(value, schema, root, place)
    }

    private func inside(_ value: Any, _ schema: [String: Any], _ root: [String: Any], _ place: String) -> [String] {
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            return list.enumerated().flatMap { problems($1, items, root, at: "\(place)[\($0)]") }
        }
        guard let object = value as? [String: Any] else { return [] }
        let known = schema["properties"] as? [String: Any] ?? [:]
        var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): lacks \($0)" }
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            if let own = known[key] as? [String: Any] {
                found += problems(value, own, root, at: "\(place).\(key)")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                found += problems(value, others, root, at: "\(place).\(key)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(place): has \(key)")
            }
        }
        return found
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": value is Bool
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }
}
