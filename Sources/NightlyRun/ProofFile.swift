import Conversations
import Foundation
import Reporting
import Verification

/// What `retention verify --json` printed, read back for the compliance report.
package enum ProofFile {
    /// The last line: of which store, and when.
    package struct Summary: Codable {
        package let checks: Int, proven: Int, failed: Int, findings: Int, notProven: Int
        package let store: String
        package let at: Instant

        package init(_ checks: [Check], store: String, at: Instant) {
            let failed = checks.filter { $0.outcome == .failed }
            (self.checks, self.store, self.at) = (checks.count, store, at)
            (self.failed, findings) = (failed.count { !$0.isFinding }, failed.count { $0.isFinding })
            proven = checks.count { $0.outcome == .proven }
            notProven = checks.count { $0.outcome == .notProven }
        }
    }

    /// - Throws: `NightError` of kind `damaged` where a line cannot be read or the end is missing, of kind `foreign`
    ///   where it is of another store.
    package static func read(_ bytes: Data, storeID: String) throws -> Verified {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let checks = try lines.dropLast().enumerated().map { number, line in
            guard let check = try? JSONDecoder().decode(Check.self, from: line) else { throw damaged(number + 1) }
            return check
        }
        guard let last = lines.last, let summary = try? JSONDecoder().decode(Summary.self, from: last),
            summary.checks == checks.count
        else { throw damaged(max(1, lines.count)) }
        guard summary.store == storeID else {
            throw NightError(
                .foreign, "the verification is of another store", remedy: "verify this one: retention verify --json")
        }
        return Verified(at: summary.at, checks: checks)
    }

    private static func damaged(_ line: Int) -> NightError {
        NightError(
            .damaged, "line \(line) of the verification cannot be read",
            remedy: "write it again: retention verify --json > FILE")
    }
}
