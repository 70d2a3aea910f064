import Conversations
import Foundation
import Importing
import NightlyRun
import Redaction
import StorePort

/// The persons of a hold, by their numbers or other addresses. Messages name lines and never what stands in them.
struct HeldNumbers {
    private let addresses: [(line: Int, address: PersonAddress)]

    /// - Parameter regions: of the policy's redaction: a number as it is dialled at home is one of the first.
    /// - Throws: `Failure` (65) for a line that is no address, or for no line at all.
    init(bytes: [UInt8], regions: [String]) throws {
        addresses = try InputLines.read(bytes, each: "number").map { number, text in
            guard let address = HeldNumbers.address(text, region: regions.first) else {
                throw Failure(
                    .unreadable, "standard input, line \(number): no telephone number or address",
                    remedy: "write a number with its country, such as +32 2 555 00 00, or as it is dialled in the "
                        + "first of the policy's `redaction.regions`; nothing was held")
            }
            return (number, address)
        }
    }

    /// A number as people and programs write it, `…@lid`, or an id for one business (`BE.…`).
    static func address(_ text: String, region: String?) -> PersonAddress? {
        if text.hasSuffix("@lid") { return PersonAddress(.lid, text) }
        if text.prefix(2).allSatisfy(\.isUppercase), text.dropFirst(2).first == "." {
            return PersonAddress(.bsuid, text)
        }
        return number(bare(text), region: region).map { PersonAddress(.phone, $0) }
    }

    /// Without what a link, an address book or a web page puts around a number, and the zero that is not dialled from abroad.
    private static func bare(_ text: String) -> String {
        var scalars = text.unicodeScalars
        scalars.removeAll {
            $0.properties.isWhitespace || [.format, .dashPunctuation].contains($0.properties.generalCategory)
        }
        var rest = Substring(String(scalars))
        for prefix in ["https://", "http://", "tel:", "wa.me/"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        for suffix in ["@s.whatsapp.net", "@c.us"] where rest.hasSuffix(suffix) { rest = rest.dropLast(suffix.count) }
        let isAbroad = rest.hasPrefix("+") || rest.hasPrefix("00")
        return isAbroad ? String(rest).replacing("(0)", with: "") : String(rest)
    }

    /// E.164 with its plus: of a number with its country (a plus, 00, or digits alone as the messenger writes them), or as
    /// it is dialled in the region.
    private static func number(_ text: String, region: String?) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.allSatisfy({ ($0.isASCII && $0.isNumber) || "+.-/()".contains($0) }) else { return nil }
        let international = digits.drop { $0 == "0" }
        if text.hasPrefix("+") || text.hasPrefix("00") {
            return (7...15).contains(international.count) ? "+" + international : nil
        }
        if digits.hasPrefix("0") { return region.flatMap { NationalForm.international(digits, region: $0) } }
        return text == digits && (10...15).contains(digits.count) ? "+" + digits : nil
    }

    /// Whose an address is in the store, where a number may stand without its plus, and the segments that hold it.
    static func holders(
        of address: PersonAddress, _ store: any MarkStore, _ search: ArchiveSearch
    ) throws -> (persons: [Int64], segments: [String]) {
        let bare = address.kind == .phone ? [String(address.value.dropFirst())] : []
        return try (
            store.persons(withAddress: [address.value] + bare),
            search.segments(holding: [.init(kind: address.kind.rawValue, value: address.value)])
        )
    }

    /// One hold for each person, and one for each number that only the archive knows: all or none.
    func placements(
        _ store: any MarkStore, _ search: ArchiveSearch, _ hash: KeyedHash, _ hold: (Hold.Target) -> Hold
    ) throws -> [HoldPlacement] {
        var placements: [HoldPlacement] = []
        for (line, address) in addresses {
            let (persons, segments) = try Self.holders(of: address, store, search)
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
