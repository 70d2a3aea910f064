import ArgumentParser
import Policies

/// "Did you mean" for the word in place of a subcommand; the parser says it of options only.
struct MistypedCommand {
    let word: String
    let meant: String?

    /// The first word that should be a subcommand and is none; nil where each is one.
    /// - Parameter arguments: without the name of the program.
    static func first(in arguments: [String]) -> MistypedCommand? {
        var command: any ParsableCommand.Type = Retention.self
        // `help` takes the words of a command; it may stand before any of them.
        for word in arguments where word != "help" && !word.hasPrefix("-") {
            var (names, shown): ([String], [String]) = ([], [])
            var next: (any ParsableCommand.Type)?
            for candidate in command.configuration.subcommands {
                names.append(candidate._commandName)
                if candidate.configuration.shouldDisplay { shown.append(candidate._commandName) }
                if candidate._commandName == word { next = candidate }
            }
            // Of a command without subcommands, what follows is an argument.
            guard !names.isEmpty else { return nil }
            guard let next else {
                return MistypedCommand(word: word, meant: Suggestion.nearest(to: word, among: shown))
            }
            command = next
        }
        return nil
    }

    var what: String {
        "There is no command '\(word.maskingNumbers)'." + (meant.map { " Did you mean '\($0)'?" } ?? "")
    }

    /// The parser answers a request for help on what is no command with the help of all, as if nothing were wrong.
    /// - Throws: `Failure` (64).
    static func refuseHelpOfNone(_ arguments: [String]) throws {
        let asks = arguments.first == "help" || arguments.contains { $0 == "--help" || $0 == "-h" }
        guard asks, let mistyped = first(in: arguments) else { return }
        throw Failure(.usage, mistyped.what, remedy: "see `retention help` for all commands")
    }
}
