import Conversations
import Foundation
import GRDB
import Planning
import StorePort

/// The lines of a run's plan and what was done of each so far, kept until the run's record tells it.
struct RunLines {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Some records of a batch that had the same done to them.
    struct Part: Hashable {
        let rule: String
        let actions: Actions
    }

    /// Lines of which nothing is due as well: they say where the others stand.
    func plan(_ lines: [PlanLine], of run: Int) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for (place, line) in lines.enumerated() {
            try db.execute(
                sql: """
                    insert into retention_run_line(run, place, rule, subject, actions, planned, done)
                    values (?, ?, ?, ?, ?, ?, 0)
                    """,
                arguments: [
                    run, place, line.rule, line.subject.rawValue, line.actions.rawValue,
                    String(decoding: encoder.encode(line), as: UTF8.self),
                ])
        }
    }

    /// Counts records under each line that asks for nothing that was not done to them.
    func count(_ parts: [Part: Int], _ subject: PlanSubject, of run: Int) throws {
        for (part, records) in parts {
            try db.execute(
                sql: """
                    update retention_run_line set done = done + ?
                    where run = ? and rule = ? and subject = ? and actions & ? = actions
                    """,
                arguments: [records, run, part.rule, subject.rawValue, part.actions.rawValue])
        }
    }

    func forget(until run: Int) throws {
        try db.execute(sql: "delete from retention_run_line where run <= ?", arguments: [run])
    }
}

extension BatchSum.Action {
    /// What the records of such a batch are.
    var subject: PlanSubject {
        switch self {
        case .archive, .erase, .redact: .conversations
        case .persons: .persons
        case .endSegments: .segments
        case .endSources: .sources
        }
    }
}
