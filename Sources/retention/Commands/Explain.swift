import ArgumentParser
import Archiving
import Conversations
import NightlyRun
import Planning
import Policies
import StorePort

/// Says why a conversation is, or is not, due.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows a conversation's rule, its clocks, what was done, and what comes when.",
        discussion: "Example: retention explain 4711 --as-of 2027-03-31")

    @OptionGroup var policyOption: PolicyOption
    @Option(name: .long, help: "The night to look at. Default: tonight.")
    var asOf: String?
    @Argument(help: "The conversation's number in the store, as `preview --list` shows it.")
    var id: Int64
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false

    private struct Summary: Encodable { let conversation: Int64, explanation: [String] }

    func run() throws {
        let loaded = try policyOption.load(fallingBack: true)
        let night = try loaded.night(asOf: loaded.instant(asOf))
        let store = try loaded.openBound(.reading)
        let left = {
            try NightlyRun.explainLeft(
                night, store, ArchiveFolder(path: loaded.places.archive), conversation: id)
        }
        guard let lines = try NightlyRun.explain(night, store, conversation: id) ?? left() else {
            throw Failure(.missing, "there never was a conversation \(id)", remedy: "see `retention preview --list`")
        }
        if json { return try Output.json(Summary(conversation: id, explanation: lines)) }
        lines.forEach(Output.line)
    }
}
