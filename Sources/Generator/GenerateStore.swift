import ArgumentParser
import Conversations
import Foundation
import GRDB
import SQLiteStore

/// Makes stores of any size for measuring and testing. Nothing in them belongs to anybody.
@main
struct GenerateStore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Generator",
        abstract: "Fill a store with invented conversations: the same arguments give the same rows.",
        discussion: """
            The store is one that `retention init --rehearsal` made and nothing was imported into, or a new file, \
            which then has the tables but belongs to no policy. A kill leaves a file that is good for nothing.
            """)

    @Option(help: "The store's file.") var store: String
    @Option(help: "How many messages; about 10 a conversation and 30 a person.") var messages = 1_000_000
    @Option(help: "Another seed gives other rows.") var seed: UInt64 = 7
    @Option(help: "The day, as 2026-11-23, that ages are counted back from.") var asOf: CivilDate
    @Option(help: "Share of persons whose conversations are 13 to 30 months old, 0 to 1.") var due = 0.5
    @Flag(help: "Also write a fingerprint of every message, as an import does.") var seen = false

    func validate() throws {
        guard (0...100_000_000).contains(messages) else { throw ValidationError("--messages is 0 to 100000000") }
        guard (0...1).contains(due) else { throw ValidationError("--due is 0 to 1") }
    }

    func run() throws {
        let isNew = !FileManager.default.fileExists(atPath: store)
        let queue = try DatabaseQueue(path: store)
        if isNew { try GenerateStore.makeTables(queue) }
        let generation = Generation(
            messages: messages, seed: seed, asOf: Instant(seconds: asOf.daysSince1970 * 86_400), due: due,
            fingerprints: seen)
        let result = try queue.inDatabase { db in
            try GenerateStore.refuseUnlessEmptyRehearsal(db, isNew: isNew)
            return try generation.fill(db)
        }
        print("\(result.persons) persons, \(result.conversations) conversations, \(result.messages) messages")
    }

    /// The tables of a store, without the row that binds one to a policy.
    static func makeTables(_ queue: DatabaseQueue) throws {
        try NativeSchema.migrator().migrate(queue)
        try ControlSchema.migrator().migrate(queue)
    }

    /// Only a store made for trying is ever written to, and only one that holds nothing yet.
    static func refuseUnlessEmptyRehearsal(_ db: Database, isNew: Bool) throws {
        let isRehearsal =
            try db.tableExists("retention_store")
            && Bool.fetchOne(db, sql: "select rehearsal from retention_store") == true
        guard isNew || isRehearsal else {
            throw ValidationError("this file is no rehearsal store; make one with `retention init --rehearsal`")
        }
        guard try Int.fetchOne(db, sql: "select count(*) from conversation") == 0 else {
            throw ValidationError("this store holds conversations already; make another one")
        }
    }
}

extension CivilDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
