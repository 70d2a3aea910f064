import ArgumentParser
import Conversations
import Foundation
import NightlyRun
import StorePort

/// Legal holds and restrictions.
struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Places, releases and lists legal holds and restrictions.",
        subcommands: [PlaceHold.self, ReleaseHold.self, ListHolds.self])

    struct PlaceHold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "place",
            abstract: "Keeps a conversation, or all of its person, from every night until it is released.",
            discussion:
                "Example: retention hold place 4711 --reason \"claim 2026/12\" --by \"A. Peeters\" --review-on 2027-05-01"
        )

        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "The conversation's number.")
        var conversation: Int64
        @Flag(help: "Everything of the conversation's person, not this conversation alone.")
        var wholePerson = false
        @Flag(help: "A restriction of processing (Art. 18 GDPR): nothing but storage.")
        var restriction = false
        @Option(help: "Why. No name and no number: the words stand in reports.")
        var reason: String
        @Option(help: "Who decided it.")
        var by: String
        @Option(name: .long, help: "When it is looked at again, such as 2027-05-01.")
        var reviewOn: String

        func run() throws {
            guard let review = CivilDate(reviewOn) else {
                throw Failure(.usage, "--review-on takes a date", remedy: "write it as 2027-05-01")
            }
            guard !reason.trimmingCharacters(in: .whitespaces).isEmpty, !by.trimmingCharacters(in: .whitespaces).isEmpty
            else {
                throw Failure(.usage, "a hold needs a reason and an author", remedy: "give both in words")
            }
            guard !(reason + by).holdsLongNumber else {
                throw Failure(
                    .usage, "a hold's reason and author stand in reports and may hold no number",
                    remedy: "refer to the file by its reference")
            }
            let loaded = try policyOption.load()
            guard review > loaded.calendar.date(of: WallClock.now()) else {
                throw Failure(
                    .usage, "--review-on lies in the past", remedy: "name the day on which it is looked at again")
            }
            let lock = try loaded.lock()
            defer { withExtendedLifetime(lock) {} }
            let store = try loaded.open(.writing)
            guard let person = try store.person(ofConversation: conversation) else {
                throw Failure(
                    .unreadable, "there is no conversation \(conversation) in the store",
                    remedy: "see `retention preview --list`")
            }
            let hold = Hold(
                id: 0, kind: restriction ? .restriction : .hold,
                target: wholePerson ? .person(person) : .conversation(conversation), reason: reason, author: by,
                placedAt: WallClock.now(), reviewOn: review, releasedAt: nil)
            if let id = try store.place(hold) {
                Output.line("\(hold.kind.rawValue) \(id) placed, to be reviewed on \(review)")
            }
        }
    }

    struct ReleaseHold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Releases a hold; it still counts for \(Hold.releaseNoticeDays) days.")

        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "The hold's number, as `hold list` shows it.")
        var id: Int64
        @Option(help: "Who decided it.")
        var by: String

        func run() throws {
            let loaded = try policyOption.load()
            let lock = try loaded.lock()
            defer { withExtendedLifetime(lock) {} }
            guard try loaded.open(.writing).release(hold: id, by: by, at: WallClock.now()) else {
                throw Failure(.unreadable, "there is no hold \(id) in force", remedy: "see `retention hold list`")
            }
            Output.line("hold \(id) released; it still counts for \(Hold.releaseNoticeDays) days")
        }
    }

    struct ListHolds: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists holds and restrictions.")
        @OptionGroup var policyOption: PolicyOption

        func run() throws {
            let loaded = try policyOption.load(fallingBack: true)
            let today = loaded.calendar.date(of: WallClock.now())
            var table = TextTable(
                ["number", "kind", "on", "reason", "by", "placed", "review", "released"], leftColumns: 8)
            for hold in try loaded.open(.reading).read({ try $0.holds() }) {
                let target =
                    switch hold.target {
                    case .person(let id): "person \(id)";
                    case .conversation(let id): "conversation \(id)"
                    }
                table.add([
                    "\(hold.id)", hold.kind.rawValue, target, hold.reason, hold.author,
                    loaded.calendar.date(of: hold.placedAt).description,
                    hold.reviewOn.description + (hold.reviewOn < today && hold.releasedAt == nil ? " (overdue)" : ""),
                    hold.releasedAt.map { loaded.calendar.date(of: $0).description } ?? "-",
                ])
            }
            table.lines.forEach(Output.line)
        }
    }
}
