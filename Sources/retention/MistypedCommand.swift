import ArgumentParser
import Policies

/// "Did you mean" for the word in place of a subcommand; the parser says it of options only.
enum MistypedCommand {
    /// - Parameter arguments: without the name of the program.
    static func suggestion(for arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Retention.self
        for word in arguments {
            var names: [String] = []
            var next: (any ParsableCommand.Type)?
            for candidate in command.configuration.subcommands where candidate.configuration.shouldDisplay {
                names.append(candidate._commandName)
                if candidate._commandName == word { next = candidate }
            }
            guard let next else { return Suggestion.nearest(to: word, among: names) }
            command = next
        }
        return nil
    }
}
