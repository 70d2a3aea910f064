import Archiving
import Foundation
import Importing
import NightlyRun
import StorePort

/// What there is of persons whose numbers, other addresses or names stand on standard input. Answers name lines, and never
/// what stands in them.
struct PersonLookup {
    /// Of one line.
    struct Found: Encodable {
        let line: Int
        /// By number, in the store.
        var conversations: [Int64]
        /// By name, in the archive: a name finds none, since the index of a segment holds addresses alone.
        var segments: [String]

        var words: String {
            var parts: [String] = []
            if !conversations.isEmpty {
                parts.append("conversation " + conversations.map(String.init).joined(separator: ", "))
            }
            if !segments.isEmpty { parts.append("archived in \(segments.joined(separator: ", "))") }
            return "line \(line): \(parts.isEmpty ? "nobody" : parts.joined(separator: "; "))"
        }
    }

    private let lines: [(number: Int, text: String)]
    private let region: String?

    /// - Parameter regions: of the policy's redaction: a number as it is dialled at home is one of the first.
    /// - Throws: `Failure` (65) where there is no line.
    init(bytes: [UInt8], regions: [String]) throws {
        lines = try InputLines.read(bytes, each: "number, address or name")
        region = regions.first
    }

    func find(_ night: Night, _ store: any NightStore & MarkStore, _ search: ArchiveSearch) throws -> [Found] {
        var conversations: [Int64: [Int64]] = [:]
        try store.read { snapshot in
            try snapshot.eachPerson(wakingBy: nil, asOf: night.asOf) {
                conversations[$0.id] = $0.conversations.map(\.facts.id)
            }
        }
        let named = try persons(of: conversations.keys.sorted(), store)
        return try lines.map { line in
            var (persons, segments) = (named[Self.folded(line.text)] ?? [], [String]())
            if let address = HeldNumbers.address(line.text, region: region) {
                let holders = try HeldNumbers.holders(of: address, store, search)
                persons += holders.persons
                segments = holders.segments
            }
            let ids = Set(persons.flatMap { conversations[$0] ?? [] })
            return Found(line: line.number, conversations: ids.sorted(), segments: segments)
        }
    }

    private static let atOnce = 500

    /// The persons of each name that a line may be, folded.
    private func persons(of ids: [Int64], _ store: any NightStore) throws -> [String: [Int64]] {
        let wanted = Set(lines.map { Self.folded($0.text) })
        var persons: [String: [Int64]] = [:]
        for ids in ids.chunked(by: Self.atOnce) {
            for person in try store.profiles(of: Array(ids)) {
                // An export knows a saved contact by its name alone.
                let names = person.names + person.addresses.map(\.value)
                for name in Set(names.map(Self.folded)).intersection(wanted) {
                    persons[name, default: []].append(person.id)
                }
            }
        }
        return persons
    }

    /// Without case and accents, in which people and address books differ.
    private static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
