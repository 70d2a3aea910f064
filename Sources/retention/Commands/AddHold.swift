import ArgumentParser
import Archiving
import Conversations
import Foundation
import Importing
import NightlyRun
import StorePort

extension HoldCommand {
    /// Places holds. Persons are named by a conversation of theirs, or by their numbers on standard input.
    struct AddHold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Keeps a conversation, a person or a span of time from every night until it is released.",
            discussion: """
                Say what is held in one of four ways: a conversation's number; the same with --whole-person; --numbers, \
                with telephone numbers or other addresses on standard input, one a line; or --from and --until. A number \
                that was silent for half a year is another person's from then on, and --numbers holds all of them. What \
                has left for the archive is held with its whole segment. Examples:
                  retention hold add 4711 --whole-person --reason "claim 2026/12" \\
                      --by "A. Peeters" --review-on 2027-05-01
                  retention hold add --numbers --reason "claim 2026/12" \\
                      --by "A. Peeters" --review-on 2027-05-01 < file
                  retention hold add --from 2026-01-01 --until 2026-03-31 \\
                      --reason audit --by DPO --review-on 2027-05-01
                """)

        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "A conversation's number.")
        var conversation: Int64?
        @Flag(help: "Everything of the conversation's person, not this conversation alone.")
        var wholePerson = false
        @Flag(help: "Everything of the persons whose numbers or addresses stand on standard input, one a line.")
        var numbers = false
        @Option(help: "The first day of a span of time; held is every conversation with a message in it.")
        var from: String?
        @Option(help: "The last day of that span.")
        var until: String?
        @Flag(help: "A restriction of processing (Art. 18 GDPR): nothing but storage.")
        var restriction = false
        @Option(help: "Why. No name and no number: the store keeps the words, and `hold list` shows them.")
        var reason: String
        @Option(help: "Who decided it.")
        var by: String
        @Option(name: .long, help: "When it is looked at again, such as 2027-05-01; within six months.")
        var reviewOn: String
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false

        func validate() throws {
            let isSpan = from != nil || until != nil
            guard [conversation != nil, numbers, isSpan].count(where: { $0 }) == 1, (from == nil) == (until == nil),
                !wholePerson || conversation != nil
            else {
                throw ValidationError(
                    "say what is held: a conversation's number, --numbers, or --from with --until; one of them")
            }
        }

        func run() throws {
            let loaded = try policyOption.load()
            try HoldCommand.requireWords(reason, by)
            let review = try HoldCommand.reviewDate(reviewOn, loaded)
            let lock = try lock(loaded)
            defer { withExtendedLifetime(lock) {} }
            let store = try loaded.openToRecord()
            let night = try loaded.night(asOf: WallClock.now())
            try Admission(night: night).checkBinding(store.read { try $0.identity() })
            let search = try ArchiveSearch(night.keys, folder: ArchiveFolder(path: loaded.places.archive), store)
            func hold(_ target: Hold.Target) -> Hold {
                Hold(
                    id: 0, kind: restriction ? .restriction : .hold, target: target, reason: reason, author: by,
                    placedAt: night.asOf, reviewOn: review, releasedAt: nil)
            }
            var placements: [HoldPlacement] = []
            if let conversation {
                placements = [try placement(of: conversation, store, search, hold)]
            } else if numbers {
                placements = try HeldNumbers(
                    bytes: StandardInput.bytes(), regions: loaded.policy.redaction.regions
                ).placements(
                    store, search, KeyedHash(key: night.keys.secret(of: .messageIDs)), hold)
            } else {
                placements = [try span(loaded.calendar, search, hold)]
            }
            guard let ids = try store.place(placements) else {
                throw Failure(.unreadable, "what was to be held has just left the store", remedy: "try again")
            }
            try show(Array(zip(ids, placements)), review, loaded)
        }

        /// A hold cannot wait for the end of a run that may be erasing what it is for.
        private func lock(_ loaded: LoadedPolicy) throws -> RunLock {
            do { return try loaded.lock() } catch let error as NightError where error.kind == .busy {
                throw NightError(
                    .busy, error.what,
                    remedy: "nothing is held yet, and a run goes on erasing: stop it (`systemctl stop retention`, or "
                        + "SIGTERM: it ends at its next batch border), place the hold, and run again")
            }
        }

        private func placement(
            of conversation: Int64, _ store: any MarkStore, _ search: ArchiveSearch, _ hold: (Hold.Target) -> Hold
        ) throws -> HoldPlacement {
            if let person = try store.person(ofConversation: conversation) {
                return HoldPlacement(hold(wholePerson ? .person(person) : .conversation(conversation)))
            }
            let segments = try search.segments(holding: conversation)
            guard !segments.isEmpty else {
                throw Failure(
                    .unreadable, "there is no conversation \(conversation) in the store or the archive",
                    remedy: "see `retention explain --persons`")
            }
            guard !wholePerson else {
                throw Failure(
                    .unreadable, "conversation \(conversation) is archived and names nobody any more",
                    remedy: "hold its person by number: `retention hold add --numbers`")
            }
            return HoldPlacement(hold(.archived), segments: segments)
        }

        private func span(_ calendar: LocalCalendar, _ search: ArchiveSearch, _ hold: (Hold.Target) -> Hold) throws
            -> HoldPlacement
        {
            guard let first = from.flatMap({ CivilDate($0) }), let last = until.flatMap({ CivilDate($0) }),
                first <= last
            else {
                throw Failure(
                    .usage, "--from and --until take two dates, the earlier first", remedy: "write them as 2026-01-31")
            }
            let start = calendar.startOfDay(first)
            let end = calendar.startOfDay(CivilDate(daysSince1970: last.daysSince1970 + 1))
            return HoldPlacement(
                hold(.span(from: start, until: end)), segments: try search.segments(from: start, until: end))
        }

        private struct Row: Encodable { let hold: Int64, kind: String, on: String, segments: Int }
        private struct Summary: Encodable { let placed: Int, reviewOn: CivilDate, policy: String }

        private func show(
            _ placed: [(id: Int64, placement: HoldPlacement)], _ review: CivilDate, _ loaded: LoadedPolicy
        )
            throws
        {
            for (id, placement) in placed {
                let hold = placement.hold
                let target = hold.target.words(loaded.calendar)
                if json {
                    try Output.json(
                        Row(hold: id, kind: hold.kind.rawValue, on: target, segments: placement.segments.count))
                    continue
                }
                let segments = placement.segments.isEmpty ? "" : " and \(placement.segments.count) archive segments"
                Output.line("\(hold.kind.rawValue) \(id) placed on \(target)\(segments), to be reviewed on \(review)")
            }
            if json { try Output.json(Summary(placed: placed.count, reviewOn: review, policy: loaded.path)) }
        }
    }
}
