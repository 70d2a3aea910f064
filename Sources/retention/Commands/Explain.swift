import ArgumentParser
import Archiving
import Conversations
import NightlyRun
import Planning
import Policies
import SQLiteStore
import StorePort

/// Says why a conversation is, or is not, due, and which conversations are somebody's.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows a conversation's rule, its clocks, what was done, and what comes when.",
        discussion: """
            With --persons, telephone numbers, other addresses or names are read from standard input, one a line, and the \
            numbers of their conversations are shown. A name finds what is in the store alone. Examples:
              retention explain 4711 --as-of 2027-03-31
              retention explain --persons < file
            """)

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .long, help: "The night to look at. Default: tonight.")
    var asOf: String?
    @Argument(help: "The conversation's number in the store, as `preview --list` or --persons shows it.")
    var id: Int64?
    @Flag(help: "Which conversations are those of the persons on standard input.")
    var persons = false
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    private struct Summary: Encodable { let conversation: Int64, explanation: [String] }

    func validate() throws {
        if (id == nil) != persons { throw ValidationError("give a conversation's number, or --persons") }
    }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let night = try loaded.night(asOf: loaded.instant(asOf))
        let store = try loaded.openBound(.reading)
        guard let id else { return try lookUp(night, store, loaded) }
        let left = {
            try NightlyRun.explainLeft(
                night, store, ArchiveFolder(path: loaded.places.archive), conversation: id)
        }
        guard let lines = try NightlyRun.explain(night, store, conversation: id) ?? left() else {
            throw Failure(.missing, "there never was a conversation \(id)", remedy: "see `retention explain --persons`")
        }
        if json { return try Output.json(Summary(conversation: id, explanation: lines)) }
        lines.forEach(Output.line)
    }

    private struct Lines: Encodable { let lines: Int, conversations: Int }

    private func lookUp(_ night: Night, _ store: SQLiteStore, _ loaded: LoadedPolicy) throws {
        let lookup = try PersonLookup(bytes: StandardInput.bytes(), regions: loaded.policy.redaction.regions)
        let search = try ArchiveSearch(night.keys, folder: ArchiveFolder(path: loaded.places.archive), store)
        let found = try lookup.find(night, store, search)
        guard json else { return found.map(\.words).forEach(Output.line) }
        for line in found { try Output.json(line) }
        try Output.json(Lines(lines: found.count, conversations: Set(found.flatMap(\.conversations)).count))
    }
}
