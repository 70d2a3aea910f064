import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import StorePort

/// Records what imports cannot know.
struct Mark: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Records that an application was decided, a conversation closed, a relation ended, or its role or purpose.",
        discussion: """
            One conversation by its number, or many as CSV lines `number,value` on standard input. Examples:
              retention mark decided 4711 2026-11-20
              retention mark role --policy Retention.yaml < roles.csv
            """)

    enum What: String, ExpressibleByArgument, CaseIterable { case decided, closed, ended, role, purpose }

    @OptionGroup var policyOption: PolicyOption
    @Argument(help: "decided, closed, ended, role or purpose.")
    var what: What
    @Argument(help: "The conversation's number; without it, CSV is read from standard input.")
    var id: Int64?
    @Argument(help: "A date such as 2026-11-20, or the role or purpose.")
    var value: String?

    func run() throws {
        let loaded = try policyOption.load()
        let marks = try marks(loaded.calendar)
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let unknown = try loaded.open(.writing).mark(marks, at: WallClock.now())
        guard unknown.isEmpty else {
            throw Failure(
                .unreadable, "\(unknown.count) conversations are not in the store, the first is \(unknown[0])",
                remedy: "correct the numbers; nothing was marked")
        }
        Output.line("\(marks.count) marked under policy \(loaded.path)")
    }

    private func marks(_ calendar: LocalCalendar) throws -> [StorePort.Mark] {
        if let id {
            guard let value else {
                throw Failure(
                    .usage, "a conversation needs a value", remedy: "give a date, a role or a purpose after its number")
            }
            return [.init(conversation: id, fact: try fact(value, calendar, place: "the value"))]
        }
        var marks: [StorePort.Mark] = []
        var number = 0
        while let line = readLine() {
            number += 1
            guard !line.isEmpty else { continue }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 2, let id = Int64(cells[0]) else {
                throw Failure(
                    .unreadable, "standard input, line \(number): not a number and a value",
                    remedy: "write lines such as 4711,2026-11-20; nothing was marked")
            }
            marks.append(
                .init(conversation: id, fact: try fact(cells[1], calendar, place: "standard input, line \(number)")))
        }
        guard !marks.isEmpty else {
            throw Failure(.unreadable, "standard input holds no line", remedy: "write lines such as 4711,2026-11-20")
        }
        return marks
    }

    private func fact(_ value: String, _ calendar: LocalCalendar, place: String) throws -> StorePort.Mark.Fact {
        switch what {
        case .role:
            if let role = Role(rawValue: value) { return .role(role) }
            throw wrong(place, Role.allCases.map(\.rawValue).joined(separator: ", "))
        case .purpose:
            if let purpose = Purpose(rawValue: value) { return .purpose(purpose) }
            throw wrong(place, Purpose.allCases.map(\.rawValue).joined(separator: ", "))
        case .decided, .closed, .ended:
            guard let instant = CivilDate(value).map(calendar.startOfDay) ?? Instant(value) else {
                throw wrong(place, "a date such as 2026-11-20")
            }
            guard instant >= .earliestPlausible, instant <= WallClock.now() else {
                throw wrong(place, "a date from 2009 on that is not in the future")
            }
            return what == .decided ? .decided(instant) : what == .closed ? .closed(instant) : .ended(instant)
        }
    }

    private func wrong(_ place: String, _ wanted: String) -> Failure {
        Failure(
            .unreadable, "\(place): not what `\(what.rawValue)` takes", remedy: "give \(wanted); nothing was marked")
    }
}
