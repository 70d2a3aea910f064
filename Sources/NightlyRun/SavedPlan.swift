import Conversations
import Crypto
import Foundation
import Planning

/// A plan in a file: made by `preview --out`, read by a person, applied once by `run --plan` within seven days.
package struct SavedPlan: Sendable, Equatable, Codable {
    package static let daysValid = 7
    package var format = 1
    package var plan: Plan
    package var savedAt: Instant

    package init(plan: Plan, savedAt: Instant) { (self.plan, self.savedAt) = (plan, savedAt) }

    /// As a person reads it, a value a line.
    package func readableJSON() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// - Throws: `NightError` of kind `damaged` where the bytes are no saved plan.
    package init(json: [UInt8], file: String) throws {
        do {
            self = try JSONDecoder().decode(SavedPlan.self, from: Data(json))
        } catch {
            throw NightError(
                .damaged, "\(file) is not a saved plan",
                remedy: "make one with `retention preview --out plan.json`, read it, and name it with --plan")
        }
        guard format == 1 else {
            throw NightError(.damaged, "\(file) is of format \(format)", remedy: "make it anew with this version")
        }
    }

    static func canonical(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(value))
    }

    /// Where a plan made now differs from this one, line by line; empty where they are the same.
    func differences(from current: Plan) -> [String] {
        var found: [String] = []
        if plan.storeID != current.storeID { found.append("it is of another store") }
        if plan.policyHash != current.policyHash { found.append("the policy has changed since") }
        if plan.asOf != current.asOf { found.append("it is for another night") }
        func key(_ line: PlanLine) -> String { "\(line.rule), \(line.subject.rawValue): \(line.actions)" }
        let before = Dictionary(plan.lines.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(current.lines.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        for name in Set(before.keys).union(after.keys).sorted() where before[name]?.due != after[name]?.due {
            found.append("\(name): \(before[name]?.due.records ?? 0) due then, \(after[name]?.due.records ?? 0) now")
        }
        if found.isEmpty && plan.worklistDigest != current.worklistDigest {
            found.append("the same counts, but of other records or other versions of them")
        }
        return found
    }
}

extension Plan {
    /// SHA-256 of the plan's canonical JSON: what preview prints and the run records.
    package func digest() throws -> String { SHA256.hash(data: try SavedPlan.canonical(self)).hexadecimal }
}
