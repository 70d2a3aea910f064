import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import StorePort

/// Legal holds and restrictions.
struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Adds, lists, reviews and releases legal holds and restrictions.",
        discussion: """
            A hold keeps what it is placed on from every night, until it is released. Examples:
              retention hold list
              retention help hold add
            """,
        subcommands: [AddHold.self, ListHolds.self, ReviewHold.self, ReleaseHold.self])

    /// What every decision about a hold says of itself. The store keeps it for as long as the hold.
    static func requireWords(_ texts: String...) throws {
        guard texts.allSatisfy({ !$0.trimmingCharacters(in: .whitespaces).isEmpty }) else {
            throw Failure(.usage, "a hold needs a reason and an author", remedy: "give both in words")
        }
        guard !texts.contains(where: \.holdsLongNumber) else {
            throw Failure(
                .usage, "a hold's reason and author may hold no telephone number: the store keeps them",
                remedy: "refer to the file by its reference")
        }
    }

    static func reviewDate(_ text: String, _ loaded: LoadedPolicy) throws -> CivilDate {
        guard let review = CivilDate(text) else {
            throw Failure(.usage, "--review-on takes a date", remedy: "write it as 2027-05-01")
        }
        let today = loaded.calendar.date(of: WallClock.now())
        guard review > today else {
            throw Failure(.usage, "--review-on lies in the past", remedy: "name the day on which it is looked at again")
        }
        let last = today.adding(months: mostMonths)
        guard review <= last else {
            throw Failure(
                .usage, "--review-on lies more than \(mostMonths) months ahead",
                remedy: "name a day until \(last); a hold that is still needed then stays by `retention hold review`")
        }
        return review
    }

    /// A hold keeps what should be erased: whether it still has to is asked twice a year at the least.
    private static let mostMonths = 6

    static func notInForce(_ id: Int64) -> Failure {
        Failure(.unreadable, "there is no hold \(id) in force", remedy: "see `retention hold list`")
    }

    private struct Decision: Encodable { let hold: Int64, state: String, policy: String }

    static func say(_ line: String, _ id: Int64, _ state: String, _ loaded: LoadedPolicy, json: Bool) throws {
        if json { try Output.json(Decision(hold: id, state: state, policy: loaded.path)) } else { Output.line(line) }
    }

    /// What a hold is called: it may be a restriction.
    private static func word(for id: Int64, _ store: any NightStore) throws -> String {
        let kind = try store.read { try $0.holds() }.first { $0.id == id }?.kind ?? .hold
        return "\(kind.rawValue) \(id)"
    }

    struct ReviewHold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "review", abstract: "Records that a hold was looked at and stays until the next review.",
            discussion: """
                The next review is at most six months away. Example:
                  retention hold review 3 --by "A. Peeters" --review-on 2027-05-01
                """)

        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "The hold's number, as `hold list` shows it.")
        var id: Int64
        @Option(help: "Who looked at it.")
        var by: String
        @Option(name: .long, help: "When it is looked at again, such as 2027-05-01; within six months.")
        var reviewOn: String
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false

        func run() throws {
            let loaded = try policyOption.load()
            try HoldCommand.requireWords(by)
            let next = try HoldCommand.reviewDate(reviewOn, loaded)
            let lock = try loaded.lock()
            defer { withExtendedLifetime(lock) {} }
            let store = try loaded.openToRecord()
            guard try store.review(hold: id, by: by, next: next, at: WallClock.now()) else {
                throw HoldCommand.notInForce(id)
            }
            let line = "\(try HoldCommand.word(for: id, store)) stays, to be reviewed on \(next)"
            try HoldCommand.say(line, id, "reviewed", loaded, json: json)
        }
    }

    struct ReleaseHold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Releases a hold; it still counts for \(Hold.releaseNoticeDays) days.",
            discussion: "Example: retention hold release 3 --by \"A. Peeters\"")

        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "The hold's number, as `hold list` shows it.")
        var id: Int64
        @Option(help: "Who decided it.")
        var by: String
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false

        func run() throws {
            let loaded = try policyOption.load()
            try HoldCommand.requireWords(by)
            let lock = try loaded.lock()
            defer { withExtendedLifetime(lock) {} }
            let store = try loaded.openToRecord()
            guard try store.release(hold: id, by: by, at: WallClock.now()) else { throw HoldCommand.notInForce(id) }
            let released = "\(try HoldCommand.word(for: id, store)) released"
            try HoldCommand.say(
                "\(released); it still counts for \(Hold.releaseNoticeDays) days", id, "released", loaded, json: json)
        }
    }

    struct ListHolds: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists holds and restrictions.",
            discussion: "Example: retention hold list --json")
        @OptionGroup var policyOption: PolicyOption
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false

        private struct Row: Encodable {
            let hold: Int64, kind: String, on: String, reason: String, by: String, placed: CivilDate,
                reviewOn: CivilDate
            let overdue: Bool, released: CivilDate?
        }
        private struct Summary: Encodable { let holds: Int, inForce: Int, overdue: Int }

        func run() throws {
            let loaded = try policyOption.load(fallingBack: true)
            let today = loaded.calendar.date(of: WallClock.now())
            let rows = try loaded.openBound(.reading).read { try $0.holds() }.map { hold in
                Row(
                    hold: hold.id, kind: hold.kind.rawValue, on: hold.target.words(loaded.calendar),
                    reason: hold.reason, by: hold.author, placed: loaded.calendar.date(of: hold.placedAt),
                    reviewOn: hold.reviewOn, overdue: hold.reviewOn < today && hold.releasedAt == nil,
                    released: hold.releasedAt.map(loaded.calendar.date))
            }
            if json {
                for row in rows { try Output.json(row) }
                return try Output.json(
                    Summary(
                        holds: rows.count, inForce: rows.count { $0.released == nil },
                        overdue: rows.count(where: \.overdue)))
            }
            var table = TextTable(
                ["number", "kind", "on", "reason", "by", "placed", "review", "released"], leftColumns: 8)
            for row in rows {
                table.add([
                    "\(row.hold)", row.kind, row.on, row.reason, row.by, row.placed.description,
                    row.reviewOn.description + (row.overdue ? " (overdue)" : ""), row.released?.description ?? "-",
                ])
            }
            table.lines.forEach(Output.line)
        }
    }
}

extension Hold.Target {
    /// What is held, by numbers of the store and dates alone.
    func words(_ calendar: LocalCalendar) -> String {
        switch self {
        case .person(let id): "person \(id)"
        case .conversation(let id): "conversation \(id)"
        case .span(let from, let until): "\(calendar.date(of: from)) to \(calendar.date(of: until + -1))"
        case .archived: "archived conversations"
        }
    }
}
