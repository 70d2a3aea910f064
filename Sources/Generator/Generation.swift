import Conversations
import GRDB
import SQLiteStore

/// Fills a store: the same arguments give the same rows.
struct Generation {
    let messages: Int
    let seed: UInt64
    let asOf: Instant
    /// Share of the persons whose conversations are old enough for the archive, 0 to 1.
    let due: Double
    /// Whether each message leaves the fingerprint that keeps sources from bringing it back.
    let fingerprints: Bool

    private static let operators = ["Anouk", "Bart", "Chloé", "Dirk", "Eva", "Fleur"]

    struct Result: Equatable {
        var persons = 0
        var conversations = 0
        var messages = 0
    }

    /// Writes everything in one transaction into a store that has no conversation yet.
    func fill(_ db: Database) throws -> Result {
        let outline = Outline(messages: messages, seed: seed, asOf: asOf, due: due)
        var result = Result(persons: outline.persons)
        try StoreWriter.unguarded(db) {
            let operators = try writeOperators(db)
            let writer = try StoreWriter(db, fingerprints: fingerprints)
            var clocks = [PersonClock](repeating: PersonClock(), count: outline.persons)
            for (index, talk) in outline.talks.enumerated() {
                let written = try write(index, talk, operators, with: writer)
                clocks[talk.person].take(written)
                result.conversations += 1
                result.messages += written.messages.count
            }
            for person in 0..<outline.persons { try write(person, clocks[person], with: writer) }
        }
        return result
    }

    private func writeOperators(_ db: Database) throws -> [Int] {
        try Generation.operators.map { name in
            try db.execute(sql: "insert or ignore into operator(name) values (?)", arguments: [name])
            return try Int.fetchOne(db, sql: "select id from operator where name = ?", arguments: [name]) ?? 0
        }
    }

    private func write(_ index: Int, _ talk: Outline.Talk, _ operators: [Int], with writer: StoreWriter) throws
        -> Exchange
    {
        var personDice = Dice(seed: seed &+ 1, part: talk.person)
        let person = InventedPerson(index: talk.person, dice: &personDice)
        let texts = MessageWriter(person: person, dice: &personDice)
        var dice = Dice(seed: seed &+ 2, part: index)
        let exchange = Exchange(talk, writer: texts, dice: &dice)
        try writer.write(
            conversation: index + 1, talk, exchange, keepsMedia: isYoung(closed: exchange.closed),
            operatorID: dice.pick(operators), &dice)
        return exchange
    }

    private func write(_ index: Int, _ clock: PersonClock, with writer: StoreWriter) throws {
        var dice = Dice(seed: seed &+ 1, part: index)
        let person = InventedPerson(index: index, dice: &dice)
        let isYoung = isYoung(closed: clock.closed)
        let hasStatus = isYoung && dice.happens(inThousand: 200)
        try writer.write(
            person: index + 1, person, lastInbound: clock.lastInbound, firstSeen: clock.opened + 2,
            status: hasStatus ? dice.pick(["🙂", "au travail", "druk druk", "hello", "…"]) : nil,
            done: isYoung ? [] : [.eraseProfilePhoto, .eraseProfileStatus], threadKey: dice.bytes(32))
    }

    /// Whether media and profile are still there: the nights before erased them 30 days after closing.
    private func isYoung(closed: Int64) -> Bool { closed + 31 * 86_400 > asOf.seconds }
}

/// What a person's conversations say about the person.
private struct PersonClock {
    var opened = Int64.max
    var closed: Int64 = 0
    /// 0 where the person never wrote.
    var lastInbound: Int64 = 0

    mutating func take(_ exchange: Exchange) {
        opened = min(opened, exchange.opened)
        closed = max(closed, exchange.closed)
        lastInbound = max(lastInbound, exchange.lastInbound ?? 0)
    }
}
