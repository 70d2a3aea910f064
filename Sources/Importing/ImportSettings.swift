import Conversations
import Policies
import StorePort

/// What an import is told: who we are, when it is, and what the conversations are about.
package struct ImportSettings: Sendable {
    /// Our own authors in exports and our own numbers in payloads, as they are written there.
    package var ours: [String]
    /// Our own people, by the names under which they write in exports.
    package var operators: [String]
    /// Takes every author as a person. For rehearsal stores only; the caller sees to that.
    package var oursUnknown: Bool
    /// Of the local times in exports.
    package var intakeCalendar: LocalCalendar
    /// Of the policy: the one in which silences are counted.
    package var policyCalendar: LocalCalendar
    package var cutting: Policy.Cutting
    /// A message dated later has no date; new records are first seen now.
    package var now: Instant
    package var notice: CivilDate
    /// For every conversation of this import; nil where `sources` say it.
    package var role: Role?
    package var purpose: Purpose?
    /// A word by which `sources` may be chosen.
    package var label: String?
    /// The first that matches applies. Folders are absolute paths.
    package var sources: [Policy.Source]
    /// For exports that cannot decide it themselves.
    package var dateOrder: DateOrder?
    /// The key of message fingerprints, thread keys and source hashes.
    package var hash: KeyedHash
    /// The keyed hash under which a refusal of information outlives the person with that number; nil where none is kept.
    package var refusalHash: (@Sendable (PersonAddress) -> [UInt8]?)?
    /// The folder that files out of zips go to; absolute.
    package var media: String

    package init(
        ours: [String], operators: [String] = [], oursUnknown: Bool = false, intakeCalendar: LocalCalendar,
        policyCalendar: LocalCalendar,
        cutting: Policy.Cutting, now: Instant, notice: CivilDate, role: Role? = nil, purpose: Purpose? = nil,
        label: String? = nil, sources: [Policy.Source] = [], dateOrder: DateOrder? = nil, hash: KeyedHash,
        media: String, refusalHash: (@Sendable (PersonAddress) -> [UInt8]?)? = nil
    ) {
        (self.operators, self.media, self.refusalHash) = (operators, media, refusalHash)
        (self.ours, self.oursUnknown, self.intakeCalendar) = (ours, oursUnknown, intakeCalendar)
        (self.policyCalendar, self.cutting, self.now, self.notice) = (policyCalendar, cutting, now, notice)
        (self.role, self.purpose, self.label, self.sources) = (role, purpose, label, sources)
        (self.dateOrder, self.hash) = (dateOrder, hash)
    }

    /// A time that can be one: not before 2009, not after this import.
    func usable(_ time: Instant?) -> Instant? {
        guard let time, time >= .earliestPlausible, time <= now else { return nil }
        return time
    }

    /// The hashes under which a refusal of the counterpart may have been kept.
    func refusals(_ counterpart: Counterpart) -> [[UInt8]] {
        refusalHash.map { counterpart.addresses.compactMap($0) } ?? []
    }

    /// What conversations of a source are, by the options, then by the first line of the intake that matches.
    func origin(path: String, numbers: [String]) -> ConversationClass {
        let match = sources.first { source in
            if let number = source.number { return numbers.contains { Ours.isSameNumber($0, number) } }
            if let folder = source.folder {
                return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
            }
            if let label = source.label { return label == self.label }
            return false
        }
        return ConversationClass(role: role ?? match?.role ?? .unknown, purpose: purpose ?? match?.purpose ?? .unknown)
    }
}

/// Role and purpose of what a source holds.
struct ConversationClass: Hashable {
    var role: Role
    var purpose: Purpose
    var isUnknown: Bool { role == .unknown || purpose == .unknown }
}

/// Recognises our own authors and numbers.
struct Ours {
    private let names: Set<[UInt8]>
    private let numbers: Set<String>

    init(_ entries: [String]) {
        names = Set(entries.map { PlainText.of(Array($0.utf8), folded: true) })
        numbers = Set(entries.compactMap(Ours.digits))
    }

    func includes(_ author: [UInt8]) -> Bool {
        if names.contains(PlainText.of(author, folded: true)) { return true }
        return Ours.digits(String(decoding: author, as: UTF8.self)).map(numbers.contains) ?? false
    }

    static func isSameNumber(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let a = digits(a), let b = digits(b) else { return false }
        return a == b
    }

    /// The digits of what is written as a number; nil for anything else.
    private static func digits(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+", " ", "-", "(", ")", ".", "\u{A0}", "\u{202A}", "\u{202C}", "\u{200E}", "\u{202F}": continue
            default: return nil
            }
        }
        return digits.count >= 6 ? digits : nil
    }
}
