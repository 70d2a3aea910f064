import Conversations
import Foundation
import GRDB
import Testing

/// The clock on the wall set back, far ahead, to nights that are an hour short or long, and over midnight; on a store
/// that is no rehearsal.
@Suite struct ClockTests {
    private static let day = 86_400

    /// A desk with a policy that somebody approved, before its first night and after it.
    private static let beforeFirstNight = Result { try approved() }
    private static let afterFirstNight = Result {
        let desk = try FaultDesk(beforeFirstNight.get())
        let result = try desk.command(["run"])
        guard result.code == 0 else { throw Violation("the first night gave \(result.code): \(result.errors)") }
        return try Tree(reading: desk.folder)
    }

    private static func approved() throws -> Tree {
        let desk = try FaultDesk()
        for path in ["/store.db", "/store.db.audit.jsonl", "/keys", "/archive", "/reports", "/media", "/store.db.tmp"] {
            try? FileManager.default.removeItem(atPath: desk.folder + path)
        }
        let today = Int64(Date().timeIntervalSince1970) / 86_400
        var lines = ["25/01/2021, 09:00 - Les messages et les appels sont chiffrés de bout en bout."]
        for age in stride(from: Int64(700), through: 1, by: -50) {
            let date = CivilDate(daysSince1970: today - age)
            let head = "\(date.day < 10 ? "0" : "")\(date.day)/\(date.month < 10 ? "0" : "")\(date.month)/\(date.year)"
            lines.append("\(head), 10:00 - +32 470 99 99 99: Bonjour, ma facture du jour \(age) est fausse")
            lines.append("\(head), 10:05 - Assistance: Merci, je regarde")
        }
        let export = desk.folder + "/chat.txt"
        try lines.joined(separator: "\n").appending("\n").write(toFile: export, atomically: false, encoding: .utf8)
        for arguments in [
            ["init"], ["import", "--role", "client", "--purpose", "assistance", "--ours", "Assistance", export],
            ["check", "--approve", "--by", "A. Peeters"],
        ] {
            let result = try desk.command(arguments)
            guard result.code == 0 else { throw Violation("\(arguments) gave \(result.code): \(result.errors)") }
        }
        return try Tree(reading: desk.folder)
    }

    private func run(_ desk: FaultDesk, ahead: Int, _ arguments: [String] = ["run"]) throws -> Command.Result {
        try desk.command(arguments, adding: ["FAULT_CLOCK": "\(ahead)"])
    }

    private struct Jump: Sendable, CustomStringConvertible {
        let ahead: Int
        var isFirstNight = false
        var description: String { "\(ahead) seconds ahead\(isFirstNight ? ", before the first night" : "")" }
    }

    @Test func `a clock that was set back or far ahead stops the run before anything changes`() {
        let day = Self.day
        let jumps = [
            -3_600, -2 * 3_600, -day, -400 * day, 41 * day, 42 * day, 100 * day, 365 * day, 3_653 * day, 4_100 * day,
        ]
        let first = [42, 100, 365, 4_100].map { Jump(ahead: $0 * day, isFirstNight: true) }
        Cases.run(jumps.map { Jump(ahead: $0) } + first) { jump in
            let tree = try (jump.isFirstNight ? Self.beforeFirstNight : Self.afterFirstNight).get()
            let desk = try FaultDesk(tree)
            let result = try run(desk, ahead: jump.ahead)
            var violations = result.code == 20 ? [] : ["exit \(result.code): \(result.errors)"]
            let left = try Tree(reading: desk.folder)
            for (path, bytes) in tree.files where left.files[path] != bytes && path != "/store.db.lock" {
                violations.append("\(path) changed")
            }
            return violations
        }
    }

    /// Instants that a night in Brussels may begin at, in order: about one a month, among them both changes of the
    /// hour, the 29th of February and the moment before midnight.
    private func nights() throws -> [Instant] {
        let calendar = try #require(LocalCalendar(zone: "Europe/Brussels"))
        let now = Int64(Date().timeIntervalSince1970)
        let today = now / 86_400
        var nights: [Instant] = []
        for days in 1...900 {
            let date = CivilDate(daysSince1970: today + Int64(days))
            let midnight = calendar.startOfDay(date)
            let next = calendar.startOfDay(CivilDate(daysSince1970: today + Int64(days + 1)))
            let isOdd = next - midnight != 86_400
            if isOdd || (date.month == 2 && date.day == 29) {
                // Before, in and after the hour that is missing or there twice.
                nights += [7_000, 9_000, 12_700].map { midnight + $0 }
            } else if date.day == 15 {
                nights.append(days % 2 == 0 ? midnight + -1 : midnight + 9_000)
            }
        }
        return nights
    }

    /// When the last message came of each conversation that is in the store.
    private static func live(_ desk: FaultDesk) throws -> [Int64] {
        defer { withExtendedLifetime(desk) {} }
        return try DatabaseQueue(path: desk.store).read { db in
            try Int64.fetchAll(db, sql: "select last_inbound_at from conversation order by 1")
        }
    }

    /// The same of those that are not archived: twelve months on from the day, as a calendar of the system counts, a day more
    /// has begun.
    private static func expected(at night: Instant) throws -> [Int64] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Brussels"))
        return try messages.get().filter { message in
            let day = Date(timeIntervalSince1970: TimeInterval(message))
            guard let end = calendar.date(byAdding: .month, value: 12, to: calendar.startOfDay(for: day)),
                let due = calendar.date(byAdding: .day, value: 1, to: end)
            else { return true }
            return night.seconds < Int64(calendar.startOfDay(for: due).timeIntervalSince1970)
        }
    }

    private static let messages = Result { try live(FaultDesk(beforeFirstNight.get())) }

    @Test func `nights of changed hours, leap days and midnights pass, and erase on the day that is due`() throws {
        let desk = try FaultDesk(try Self.afterFirstNight.get())
        let now = Int64(Date().timeIntervalSince1970)
        let graceEnds = now + 16 * Int64(Self.day)
        var (looked, different) = (0, Set<Int>())
        for night in try nights() {
            let result = try run(desk, ahead: Int(night.seconds) - Int(Date().timeIntervalSince1970))
            #expect(result.code == 0, "\(night): \(result.errors)")
            guard result.code == 0 else { return }
            guard night.seconds > graceEnds else { continue }
            let live = try Self.live(desk)
            // The one that begins a second before midnight may find that the day has come.
            let expected = try [night, night + 60].map(Self.expected)
            #expect(expected.contains(live), "\(night)")
            looked += 1
            different.insert(live.count)
        }
        #expect(looked > 40 && different.count > 5)
        let left = try Contents(copyOf: desk)
        #expect(left.violations == [])
        #expect(left.conversations.isEmpty)
    }
}
