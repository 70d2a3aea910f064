import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import StorePort

/// Records what imports cannot know.
struct Mark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract:
            "Records that an application was decided, a conversation closed, a relation ended, or its role or purpose.",
        discussion: """
            One conversation by its number, or many as CSV lines `number,value` on standard input; `none` takes a date \
            back. All are set or none. Examples:
              retention mark decided 4711 2026-11-20
              retention mark closed 4711 none
              retention mark role --policy Retention.yaml < roles.csv
            """)

    enum What: String, ExpressibleByArgument, CaseIterable { case decided, closed, ended, role, purpose }

    @OptionGroup var policyOption: PolicyOption
    @Argument(help: "decided, closed, ended, role or purpose.")
    var what: What
    @Argument(help: "The conversation's number; without it, CSV is read from standard input.")
    var id: Int64?
    @Argument(help: "A date such as 2026-11-20, none, or the role or purpose.")
    var value: String?
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    /// A mark and where it was written.
    private struct Placed {
        let mark: StorePort.Mark
        /// Where its value stands.
        let place: String
        /// How its conversation is named where there is none of that number: what stands in a file may be a telephone
        /// number, and is named by its place.
        let conversation: String
    }

    func run() throws {
        let loaded = try policyOption.load()
        let marks = try marks(loaded.calendar)
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let refusals = try loaded.openToRecord().mark(marks.map(\.mark), at: WallClock.now())
        if let first = refusals.first { throw refused(marks[first.index], first.reason, of: refusals.count) }
        if json {
            try Output.json(Summary(kind: what.rawValue, marked: marks.count, policy: loaded.path))
        } else {
            Output.line("\(marks.count) marked under policy \(loaded.path)")
        }
    }

    private struct Summary: Encodable { let kind: String, marked: Int, policy: String }

    private func refused(_ mark: Placed, _ reason: MarkRefusal.Reason, of count: Int) -> Failure {
        let more = count > 1 ? " (and \(count - 1) more)" : ""
        switch reason {
        case .unknown:
            return Failure(
                .unreadable, "\(mark.conversation) in the store\(more)",
                remedy: "correct the number, see `retention explain --persons`; nothing was marked")
        case .beforeItsBeginning:
            return Failure(
                .unreadable,
                "\(mark.place): the date lies before conversation \(mark.mark.conversation) began\(more)",
                remedy: "correct the date, see `retention explain`; nothing was marked")
        }
    }

    private func marks(_ calendar: LocalCalendar) throws -> [Placed] {
        if let id {
            guard let value else {
                throw Failure(
                    .usage, "a conversation needs a value", remedy: "give a date, a role or a purpose after its number")
            }
            let place = "the value"
            return [
                Placed(
                    mark: .init(conversation: id, fact: try fact(value, calendar, place)), place: place,
                    conversation: "there is no conversation \(id)")
            ]
        }
        let marks = try lines().map { line in try placed(line, calendar) }
        guard !marks.isEmpty else {
            throw Failure(.unreadable, "standard input holds no line", remedy: "write lines such as 4711,2026-11-20")
        }
        return marks
    }

    private func lines() throws -> [MarkLines.Line] {
        let bytes = try StandardInput.bytes()
        do throws(MarkLines.Problem) {
            return try MarkLines.read(bytes)
        } catch {
            throw Failure(
                .unreadable, "standard input, line \(error.line), column \(error.column): \(error.what)",
                remedy: "write lines such as 4711,2026-11-20; nothing was marked")
        }
    }

    private func placed(_ line: MarkLines.Line, _ calendar: LocalCalendar) throws -> Placed {
        let place = "standard input, line \(line.number)"
        guard line.cells.count == 2, let id = Int64(line.cells[0].text) else {
            throw Failure(
                .unreadable, "\(place), column 1: not a number and a value",
                remedy: "write lines such as 4711,2026-11-20; nothing was marked")
        }
        let value = line.cells[1]
        let exact = "\(place), column \(value.column)"
        return Placed(
            mark: .init(conversation: id, fact: try fact(value.text, calendar, exact)), place: exact,
            conversation: "\(place), column 1: there is no such conversation")
    }

    private func fact(_ value: String, _ calendar: LocalCalendar, _ place: String) throws -> StorePort.Mark.Fact {
        switch what {
        case .role:
            if let role = Role(rawValue: value) { return .role(role) }
            throw wrong(place, Role.allCases.map(\.rawValue).joined(separator: ", "))
        case .purpose:
            if let purpose = Purpose(rawValue: value) { return .purpose(purpose) }
            throw wrong(place, Purpose.allCases.map(\.rawValue).joined(separator: ", "))
        case .decided: return .decided(try date(value, calendar, place))
        case .closed: return .closed(try date(value, calendar, place))
        case .ended: return .ended(try date(value, calendar, place))
        }
    }

    /// Nil for `none`.
    private func date(_ value: String, _ calendar: LocalCalendar, _ place: String) throws -> Instant? {
        if value == "none" { return nil }
        guard let instant = CivilDate(value).map(calendar.startOfDay) ?? Instant(value) else {
            throw wrong(place, "a date such as 2026-11-20, or none")
        }
        guard instant >= .earliestPlausible, instant <= WallClock.now() else {
            throw wrong(place, "a date from 2009 on that is not in the future")
        }
        return instant
    }

    private func wrong(_ place: String, _ wanted: String) -> Failure {
        Failure(
            .unreadable, "\(place): not what `\(what.rawValue)` takes", remedy: "give \(wanted); nothing was marked")
    }
}
