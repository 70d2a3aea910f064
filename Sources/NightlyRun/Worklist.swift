import Conversations
import Crypto
import Foundation
import Planning
import StorePort

/// The records that a plan counted as due: what the run acts on, from the same pass over the same snapshot.
///
/// It is held in memory for the whole run, so a conversation takes 32 bytes in it: rules and ends are named by number.
struct Worklist: Sendable {
    struct Conversation: Sendable {
        let mark: RecordMark
        let actions: Actions
        fileprivate let rule: UInt16
        /// For what is archived: the place of its end.
        fileprivate let end: UInt32
    }

    struct Person: Sendable {
        let mark: RecordMark
        let actions: Actions
    }

    struct Segment: Sendable {
        let name: String
        let rule: String
    }

    private(set) var conversations: [Conversation] = []
    private var rules = Numbering<String>()
    private var ends = Numbering<ArchiveEnd>()
    var persons: [Person] = []
    var segments: [Segment] = []
    /// Segments whose end date has come and which hold somebody under a legal hold.
    var heldSegments: Set<String> = []
    var sources: [IntakeFolder.File] = []
    /// Lower bounds that were found too low, with what they can be raised to.
    private(set) var floors: [Bound] = []
    private(set) var wakes: [Bound] = []

    /// How many bounds of a kind a night raises. More would be memory without a limit; what is left over is looked at
    /// again on the next night, and raised then.
    static let boundsAtOnce = 1 << 18

    mutating func add(floor: Bound) { if floors.count < Self.boundsAtOnce { floors.append(floor) } }

    mutating func add(wake: Bound) { if wakes.count < Self.boundsAtOnce { wakes.append(wake) } }

    mutating func add(_ mark: RecordMark, rule: String, actions: Actions, end: ArchiveEnd?) {
        conversations.append(
            Conversation(
                mark: mark, actions: actions, rule: UInt16(clamping: rules.number(of: rule)),
                end: end.map { UInt32(clamping: ends.number(of: $0)) } ?? UInt32.max))
    }

    func rule(of item: Conversation) -> String { rules.values[Int(item.rule)] }

    func end(of item: Conversation) -> ArchiveEnd? {
        item.end == UInt32.max ? nil : ends.values[Int(item.end)]
    }

    /// All that the night is to act on.
    var count: Int { conversations.count + persons.count + segments.count + sources.count }

    /// The years in which something of this list ends as an archive.
    var endYears: Set<Int> { Set(ends.values.map(\.date.year)) }

    /// Some of the conversations, by their places in the list: four bytes each where a copy would take 32.
    typealias Places = ArraySlice<UInt32>

    func conversations(at places: Places) -> [Conversation] { places.map { conversations[Int($0)] } }

    /// Conversations whose text or media change where they are, by rule, then in the order of ids.
    var redacting: [(rule: String, places: Places)] {
        runs(where: { $0.actions.isDisjoint(with: [.archive, .eraseAll]) }, by: { Int($0.rule) })
    }

    var erasing: [(rule: String, places: Places)] {
        runs(where: { $0.actions.contains(.eraseAll) }, by: { Int($0.rule) })
    }

    var isArchiving: Bool { conversations.contains(where: isArchived) }

    private func isArchived(_ item: Conversation) -> Bool { item.actions.contains(.archive) && item.end != UInt32.max }

    /// Conversations that leave for an archive, by what one segment may hold: one rule, one end month and one clock,
    /// by which a shorter policy can date it anew.
    var archiving: [(rule: String, places: Places)] {
        var heaps = Numbering<String>()
        let ofEnds = ends.values.map { "\($0.date.yearAndMonth) \($0.clock.rawValue)" }
        let inOrder = Set(ofEnds).sorted()
        for heap in inOrder { _ = heaps.number(of: heap) }
        let places = ofEnds.map { heaps.number(of: $0) }
        return runs(where: isArchived, by: { Int($0.rule) * inOrder.count + places[Int($0.end)] })
    }

    private func runs(where isWanted: (Conversation) -> Bool, by heap: (Conversation) -> Int) -> [(
        rule: String, places: Places
    )] {
        var places: [UInt32] = []
        for (place, item) in conversations.enumerated() where isWanted(item) { places.append(UInt32(clamping: place)) }
        places.sort { a, b in
            let (a, b) = (conversations[Int(a)], conversations[Int(b)])
            let (first, second) = (heap(a), heap(b))
            return first == second ? a.mark.id < b.mark.id : first < second
        }
        var runs: [(rule: String, places: Places)] = []
        var start = 0
        for index in places.indices {
            let item = conversations[Int(places[index])]
            guard index + 1 == places.count || heap(item) != heap(conversations[Int(places[index + 1])]) else {
                continue
            }
            runs.append((rule(of: item), places[start...index]))
            start = index + 1
        }
        return runs
    }

    /// SHA-256 over every record, its revision and its actions, in order of ids. Puts the lists in that order.
    mutating func sortedDigest() -> String {
        conversations.sort { $0.mark.id < $1.mark.id }
        persons.sort { $0.mark.id < $1.mark.id }
        var hash = SHA256()
        func add(_ kind: Int64, _ mark: RecordMark, _ actions: Actions) {
            let values = (
                kind.littleEndian, mark.id.littleEndian, mark.revision.littleEndian, actions.rawValue.littleEndian
            )
            withUnsafeBytes(of: values) { hash.update(bufferPointer: $0) }
        }
        for item in conversations { add(1, item.mark, item.actions) }
        for item in persons { add(2, item.mark, item.actions) }
        for source in sources.sorted(by: { $0.path < $1.path }) { hash.update(data: Data(source.hash)) }
        for name in segments.map(\.name).sorted() { hash.update(data: Data(name.utf8)) }
        return hash.finalize().hexadecimal
    }
}

/// Gives each value a number, in the order in which they come.
private struct Numbering<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        // The same one as before is the usual case.
        if let last = values.indices.last, values[last] == value { return last }
        if let number = numbers[value] { return number }
        values.append(value)
        numbers[value] = values.count - 1
        return values.count - 1
    }
}
