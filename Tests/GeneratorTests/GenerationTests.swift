import Conversations
import Foundation
import GRDB
import SQLiteStore
import Testing

@testable import Generator

private let asOf = Instant(seconds: 1_795_392_000)  // 2026-11-23
private let day: Int64 = 86_400

private func filled(messages: Int = 3000, seed: UInt64 = 7, due: Double = 0.5, seen: Bool = false) throws
    -> DatabaseQueue
{
    let queue = try DatabaseQueue()
    try GenerateStore.makeTables(queue)
    let generation = Generation(messages: messages, seed: seed, asOf: asOf, due: due, fingerprints: seen)
    _ = try queue.inDatabase { try generation.fill($0) }
    return queue
}

/// Every row of every table that is written, as text.
private func everything(_ queue: DatabaseQueue) throws -> [String] {
    try queue.read { db in
        try ["person", "address", "thread", "operator", "conversation", "message", "media", "retention_seen"].flatMap {
            let columns = try db.columns(in: $0).map { "quote(\"\($0.name)\")" }.joined(separator: " || ',' || ")
            return try String.fetchAll(db, sql: "select \(columns) from \($0) order by 1")
        }
    }
}

private func integer(_ queue: DatabaseQueue, _ sql: String) throws -> Int {
    try queue.read { try #require(try Int.fetchOne($0, sql: sql)) }
}

@Test func `the same arguments give the same rows and another seed gives others`() throws {
    let rows = try everything(try filled(messages: 600, seen: true))
    #expect(rows.count > 1300)
    #expect(try everything(try filled(messages: 600, seen: true)) == rows)
    #expect(try everything(try filled(messages: 600, seed: 8, seen: true)) != rows)
}

/// The digest is of this version's rows: whoever changes a phrase or a choice changes measured stores, and says so here.
@Test func `the rows are those of the version before`() throws {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in try everything(try filled(messages: 300)).joined(separator: "\n").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    #expect(String(hash, radix: 16) == "cc17ff3d942954d8")
}

@Test(arguments: [0, 1, 17, 1000])
func `there are as many messages as were asked for`(_ messages: Int) throws {
    let queue = try filled(messages: messages)
    #expect(try integer(queue, "select count(*) from message") == messages)
    #expect(try integer(queue, "select total(messages) from conversation") == messages)
}

@Test func `about ten messages a conversation and thirty a person`() throws {
    let queue = try filled(messages: 20_000)
    let conversations = try integer(queue, "select count(*) from conversation")
    let persons = try integer(queue, "select count(*) from person")
    #expect((1850...2150).contains(conversations))
    #expect((600...730).contains(persons))
}

@Test(arguments: [0.0, 0.25, 0.5, 1.0])
func `the share that is due is old client assistance and the rest is young`(_ due: Double) throws {
    let queue = try filled(messages: 20_000, due: due)
    let all = try integer(queue, "select count(*) from conversation")
    // 13 months are at most 397 days, 30 months at least 912.
    let old = try integer(
        queue,
        """
        select count(*) from conversation where role = 'client' and purpose = 'assistance'
          and last_inbound_at between \(asOf.seconds - 912 * day) and \(asOf.seconds - 396 * day)
        """)
    let young = try integer(
        queue, "select count(*) from conversation where last_inbound_at > \(asOf.seconds - 300 * day)")
    #expect(old + young == all)
    #expect(abs(Double(old) / Double(all) - due) < 0.04)
    #expect(try integer(queue, "select count(*) from message where sent_at >= \(asOf.seconds)") == 0)
}

@Test func `every clock and count follows from the messages`() throws {
    let queue = try filled(messages: 5000)
    let wrong = try integer(
        queue,
        """
        select count(*) from conversation c join (
          select conversation, min(sent_at) opened, max(sent_at) collected, count(*) messages,
            coalesce(max(case when direction = 0 then sent_at end), max(sent_at)) last_inbound,
            min(case when direction = 0 then sent_at end) first_inbound, total(direction = 0) inbound,
            total(length(cast(text as blob))) bytes
          from message group by conversation) m on m.conversation = c.id
        where (c.opened_at, c.collected_at, c.messages, c.last_inbound_at, c.inbound, c.bytes)
            <> (m.opened, m.collected, m.messages, m.last_inbound, m.inbound, m.bytes)
          or c.first_inbound_at is not m.first_inbound
          or c.responded_at is not (select min(sent_at) from message where conversation = c.id and direction = 1
               and sent_at >= c.first_inbound_at)
          or c.answered <> (select direction <> 0 from message where conversation = c.id order by n desc limit 1)
          or c.closed_at <> c.collected_at + \(day) * case when c.answered then 7 else 30 end
          or c.first_seen_at < c.opened_at or c.last_seen_at < c.collected_at
          or c.revision <> c.messages + (select count(*) from media where conversation = c.id)
        """)
    #expect(wrong == 0)
    #expect(
        try integer(
            queue,
            """
            select count(*) from person p where last_inbound_at <> coalesce((select max(m.sent_at) from conversation c
              join message m on m.conversation = c.id where c.person = p.id and m.direction = 0), 0)
            """) == 0)
    #expect(try integer(queue, "select count(*) from pragma_foreign_key_check") == 0)
}

@Test func `talks of one thread are cut by more than thirty days of silence`() throws {
    let queue = try filled(messages: 5000)
    #expect(
        try integer(
            queue,
            """
            select count(*) from conversation a join conversation b on a.thread = b.thread and a.id < b.id
            where b.opened_at - a.collected_at <= 30 * \(day)
            """) == 0)
}

@Test func `six messages in a hundred hold a telephone number and the others none`() throws {
    let queue = try filled(messages: 20_000)
    let texts = try queue.read { try String.fetchAll($0, sql: "select text from message where text is not null") }
    let share = Double(texts.count { longestRunOfDigits($0) >= 9 }) / Double(texts.count)
    #expect((0.053...0.067).contains(share))
}

@Test func `numbers are written in many groupings`() throws {
    var dice = Dice(seed: 1)
    let shapes = Set((0..<2000).map { _ in String(WrittenNumber.any(&dice).map { $0.isNumber ? "9" : $0 }) })
    #expect(shapes.count >= 24)
}

@Test func `all three languages are written`() throws {
    let queue = try filled(messages: 5000)
    for word in ["bonjour", "goedendag", "hello"] {
        #expect(try integer(queue, "select count(*) from message where text like '%\(word)%'") > 20, "\(word)")
    }
    #expect(try integer(queue, "select count(*) from message where text like '%{%'") == 0)
}

@Test func `triggers and indexes are there again afterwards`() throws {
    let names =
        "select group_concat(name) from (select name from sqlite_master where type in ('trigger', 'index') order by 1)"
    let empty = try DatabaseQueue()
    try GenerateStore.makeTables(empty)
    let before = try empty.read { try String.fetchOne($0, sql: names) }
    let after = try filled(messages: 10).read { try String.fetchOne($0, sql: names) }
    #expect(before == after)
    #expect(before?.contains("message_new") == true)
}

@Test func `fingerprints are written only when asked for`() throws {
    #expect(try integer(try filled(messages: 500), "select count(*) from retention_seen") == 0)
    #expect(try integer(try filled(messages: 500, seen: true), "select count(*) from retention_seen") == 500)
}

@Test func `a store that is no rehearsal or is not empty is refused`() throws {
    let queue = try filled(messages: 10)
    #expect(throws: (any Error).self) {
        try queue.inDatabase { try GenerateStore.refuseUnlessEmptyRehearsal($0, isNew: true) }
    }
    let real = try DatabaseQueue()
    try GenerateStore.makeTables(real)
    let row = "insert into retention_store values (1, '0123456789abcdef', 'p', 'k', ?, 0)"
    try real.write { try $0.execute(sql: row, arguments: [0]) }
    #expect(throws: (any Error).self) {
        try real.inDatabase { try GenerateStore.refuseUnlessEmptyRehearsal($0, isNew: false) }
    }
    try real.write { try $0.execute(sql: "update retention_store set rehearsal = 1") }
    try real.inDatabase { try GenerateStore.refuseUnlessEmptyRehearsal($0, isNew: false) }
}

/// Digits that stand together but for what people group numbers with.
private func longestRunOfDigits(_ text: String) -> Int {
    var (run, longest) = (0, 0)
    for scalar in text.unicodeScalars {
        if ("0"..."9").contains(scalar) {
            run += 1
        } else if !" ./-()+\u{a0}".unicodeScalars.contains(scalar) {
            run = 0
        }
        longest = max(longest, run)
    }
    return longest
}
