import Conversations

/// What a store can show of what was done to it, and what has to be done so that nothing erased is left in its file.
package protocol EvidenceStore: AnyObject {
    /// What the database looks like.
    var map: DataMap { get }
    /// Whether it is the product's own store, and not an application's.
    var isOwn: Bool { get }

    func auditLog() throws -> AuditLog
    /// When the clock on the wall last told the time of an event; nil where there is none yet.
    func lastClockedEvent() throws -> Instant?
    /// Takes events from before `instant` out of the log; the log goes on from the last of them. Returns how many.
    func trimAuditLog(before instant: Instant, at now: Instant) throws -> Int
    /// The nights for which a run was finished, in order, with what each came to.
    func nights() throws -> [FinishedNight]

    /// Rewrites the database file so that nothing erased is left in it. False where another program kept the store
    /// busy: then it is still to be done.
    func scrub(at now: Instant) throws -> Bool
    /// When the file was last rewritten; nil where it never was.
    func lastScrub() throws -> Instant?

    /// Keeps keyed hashes of numbers that a run is about to erase, until it was seen that they are gone.
    func rememberErased(_ hashes: [UInt64]) throws
    func erasedHashes() throws -> [UInt64]
    func forgetErased() throws
    /// How tables, indexes and triggers are defined, as text.
    func definitions() throws -> [String]
    /// Every text and blob that a row holds, of every table but the engine's own and the inner ones of search indexes,
    /// tables that the data map does not list last, until `body` says no. Addresses and persons come first. The
    /// bytes are valid inside the closure only.
    func eachStoredText(_ body: (StoredText) throws -> Bool) throws
    /// The triggers that say when a record was written to, and how many of them are not there.
    func triggers() throws -> (examined: Int, failing: Int)
    /// Columns that redaction or pseudonymising emptied, row by row, and how many of them hold something again.
    func emptied() throws -> (examined: Int, failing: Int)
    /// Rows that point to a row that is not there, by the links of the data map.
    func orphans() throws -> (examined: Int, failing: Int)
    /// Every file that a row names, relative to the media folder.
    func namedFiles() throws -> [String]
}

/// A run that came to its end.
package struct FinishedNight: Sendable, Equatable {
    package let run: Int
    /// The night that it was for.
    package let asOf: Instant
    /// What its process ended with; nil where that was not kept.
    package let exitCode: Int?
    package init(run: Int, asOf: Instant, exitCode: Int?) {
        (self.run, self.asOf, self.exitCode) = (run, asOf, exitCode)
    }
    /// Whether all that was due was done, and proven.
    package var isGood: Bool { exitCode ?? 0 == 0 }
}

/// A text or blob of a row.
package struct StoredText {
    package let table: String
    package let column: String
    /// Whether the data map lists the table.
    package let isListed: Bool
    package let bytes: UnsafeRawBufferPointer
    package init(table: String, column: String, isListed: Bool, bytes: UnsafeRawBufferPointer) {
        (self.table, self.column, self.isListed, self.bytes) = (table, column, isListed, bytes)
    }
}
