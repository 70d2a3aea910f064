import Conversations
import Foundation
import Importing
import NightlyRun
import StorePort

/// The persons of a hold, by their numbers or other addresses. Messages name lines and never what stands in them.
struct HeldNumbers {
    private let addresses: [(line: Int, address: PersonAddress)]

    /// - Throws: `Failure` (65) for a line that is no address, or for no line at all.
    init(bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.unreadable, "standard input is not UTF-8", remedy: "write one number a line, as UTF-8")
        }
        addresses = try text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .compactMap { index, line in
                let value = line.trimmingCharacters(in: .whitespaces.union(["\u{FEFF}"]))
                guard !value.isEmpty else { return nil }
                guard let address = HeldNumbers.address(value) else {
                    throw Failure(
                        .unreadable, "standard input, line \(index + 1): no telephone number or address",
                        remedy: "write a number with its country, such as +32 2 555 00 00; nothing was held")
                }
                return (index + 1, address)
            }
        guard !addresses.isEmpty else {
            throw Failure(.unreadable, "standard input holds no number", remedy: "write one number a line")
        }
    }

    /// A number with its country (a plus, or 00), `…@lid`, or an id for one business (`BE.…`).
    private static func address(_ text: String) -> PersonAddress? {
        if text.hasSuffix("@lid") { return PersonAddress(.lid, text) }
        if text.prefix(2).allSatisfy(\.isUppercase), text.dropFirst(2).first == "." {
            return PersonAddress(.bsuid, text)
        }
        let isInternational = text.hasPrefix("+") || text.hasPrefix("00")
        let digits = text.filter(\.isASCII).filter(\.isNumber).drop { $0 == "0" }
        let allowed = text.allSatisfy { ($0.isASCII && $0.isNumber) || "+ .-/()".contains($0) }
        guard isInternational, allowed, (7...15).contains(digits.count) else { return nil }
        return PersonAddress(.phone, "+" + digits)
    }

    /// One hold for each person, and one for each number that only the archive knows: all or none.
    func placements(
        _ store: any MarkStore, _ search: ArchiveSearch, _ hash: KeyedHash, _ hold: (Hold.Target) -> Hold
    ) throws -> [HoldPlacement] {
        var placements: [HoldPlacement] = []
        for (line, address) in addresses {
            var values = [address.value]
            if address.kind == .phone { values.append(String(address.value.dropFirst())) }
            let persons = try store.persons(withAddress: values)
            let segments = try search.segments(holding: [.init(kind: address.kind.rawValue, value: address.value)])
            guard !persons.isEmpty || !segments.isEmpty else {
                throw Failure(
                    .unreadable, "standard input, line \(line): nobody in the store or the archive has that address",
                    remedy: "correct the line, or take it out; nothing was held")
            }
            let own = hash.ofPerson(kind: address.kind.rawValue, value: address.value).bytes
            let targets = persons.isEmpty ? [Hold.Target.archived] : persons.map(Hold.Target.person)
            placements += targets.map { HoldPlacement(hold($0), segments: segments, addresses: [own]) }
        }
        return placements
    }
}
