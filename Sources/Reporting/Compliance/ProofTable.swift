import Conversations
import Crypto
import Foundation
import Verification

/// What a period proves: every check that exists, with the worst of what its nights found.
struct ProofTable {
    struct Line {
        let id: String
        let title: String
        var examined = 0
        var failing = 0
        var oldest: Instant?
        var nights = 0
        /// Whether a failure is for people to look into. Most are told again by every night until they are mended.
        var isFinding = false
        /// SHA-256 over what each night recorded of the check; nil where none did.
        var evidence: String?

        fileprivate mutating func take(_ check: Check) {
            isFinding = check.isFinding
            examined += check.examined
            let isToldAgain = check.isFinding && !CheckTitles.toldOnce.contains(check.id)
            failing = isToldAgain ? max(failing, check.failing) : failing + check.failing
            oldest = [oldest, check.oldest].compactMap(\.self).min()
        }

        var outcome: Check.Outcome { failing > 0 ? .failed : examined == 0 ? .notProven : .proven }
    }

    let lines: [Line]

    /// Every check of the catalogue, and any other that a night made.
    /// - Parameter outside: checks that no night made: of the policy, and of a verification by day.
    init(_ records: [RunRecord], outside: [Check] = []) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var found: [String: (line: Line, digest: SHA256)] = [:]
        func take(_ check: Check, head: String?) {
            var entry = found[check.id] ?? (Line(id: check.id, title: check.title), SHA256())
            entry.line.take(check)
            if head != nil { entry.line.nights += 1 }
            // A check is plain values: encoding it cannot fail; if it did, the evidence would differ and show it.
            entry.digest.update(data: (try? encoder.encode(check)) ?? Data())
            entry.digest.update(data: Data((head ?? "").utf8))
            found[check.id] = entry
        }
        for record in records { for check in record.checks { take(check, head: record.auditHead) } }
        for check in outside { take(check, head: nil) }
        let known = CheckTitles.english.keys.filter { found[$0] != nil || !CheckTitles.occasional.contains($0) }
            .sorted(by: ProofTable.isBefore)
        let others = found.keys.filter { CheckTitles.english[$0] == nil }.sorted(by: ProofTable.isBefore)
        lines = (known + others).map { id in
            guard let (made, digest) = found[id] else { return Line(id: id, title: CheckTitles.english[id] ?? id) }
            var line = made
            line.evidence = digest.finalize().hexadecimal
            return line
        }
    }

    /// `B2` before `B10`; names without a number last.
    static func isBefore(_ a: String, _ b: String) -> Bool { key(a) < key(b) }

    private static func key(_ id: String) -> (Int, String, Int, String) {
        guard let letter = id.first, letter.isUppercase, let number = Int(id.dropFirst()) else { return (1, "", 0, id) }
        return (0, String(letter), number, "")
    }
}
