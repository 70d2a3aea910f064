import Foundation
import Redaction

/// A labelled message: only what a redactor may know of it.
struct Gold: Decodable {
    struct Profile: Decodable {
        var display: String?
        var first: String?
        var last: String?
        var nick: String?
        var phone: String?
    }

    var id: String?
    var text: String
    var conv: String?
    var seq: Int?
    var profile: Profile?

    var person: PersonProfile? {
        guard let profile else { return nil }
        return PersonProfile(
            displayName: profile.display ?? "", firstName: profile.first ?? "", lastName: profile.last ?? "",
            otherNames: profile.nick.map { [$0] } ?? [], phoneNumbers: profile.phone.map { [$0] } ?? [])
    }

    static func read(_ path: String) throws -> [Gold] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map {
            try decoder.decode(Gold.self, from: $0)
        }
    }

    /// Writes the texts alone, each with a zero byte behind it, for other tools.
    static func writeTexts(from gold: String, to output: String) throws {
        var texts = Data()
        for message in try read(gold) { texts.append(contentsOf: Array(message.text.utf8) + [0]) }
        try texts.write(to: URL(fileURLWithPath: output))
    }

    /// Neighbouring messages of one conversation, together.
    static func conversations(_ all: [Gold]) -> [[Gold]] {
        var groups: [[Gold]] = []
        for message in all {
            if let last = groups.last?.last, let conv = message.conv, last.conv == conv {
                groups[groups.count - 1].append(message)
            } else {
                groups.append([message])
            }
        }
        return groups
    }
}
