import Conversations
import Crypto
import Foundation
import GRDB

/// The chain of audit events: each carries the hash of the one before, so that a removed or altered one shows.
/// The head is printed in every report: that copy, in other hands, is the witness.
enum AuditChain {
    /// What stands in place of a predecessor of the first event.
    static let origin = String(repeating: "0", count: 64)

    static func append(_ event: String, detail: String, at: Instant, _ db: Database) throws {
        let previous =
            try String.fetchOne(db, sql: "select hash from retention_audit order by seq desc limit 1") ?? origin
        try db.execute(
            sql: "insert into retention_audit(at, event, detail, previous, hash) values (?, ?, ?, ?, ?)",
            arguments: [at.seconds, event, detail, previous, hash(previous, at: at, event, detail)])
    }

    /// SHA-256 over the four parts, each with its length, so that no two lists of parts are the same bytes.
    static func hash(_ previous: String, at: Instant, _ event: String, _ detail: String) -> String {
        var digest = SHA256()
        for part in [previous, "\(at.seconds)", event, detail] {
            digest.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        return digest.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
