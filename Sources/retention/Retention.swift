import ArgumentParser
import CMalloc

/// The command: arguments in, one table or JSON lines out, an exit code that says how it went.
///
/// Each command says its name: deriving one from its type costs a search of all types, at every start.
@main
struct Retention: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Keeps the retention promises of a privacy policy on stored conversations.",
        discussion: """
            A policy file (Retention.yaml) says what is kept for how long. `check` reads it, `preview` shows what is \
            due without changing anything, `run` does exactly that, `report` shows what a night did. Examples:
              retention check --policy Retention.yaml
              retention preview --policy Retention.yaml
              retention help run
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Check.self, Import.self, Preview.self, Run.self, Report.self, Record.self, Notice.self,
            Verify.self, Explain.self, Mark.self, HoldCommand.self, ArchiveCommand.self, Redact.self, Doctor.self,
            Manual.self, ScanResidue.self,
        ])

    static func main() {
        // A night handles buffers of some megabytes; freed, they go back to the system at once. Left alone, glibc keeps
        // more of them with each one that it frees (mallopt(3), M_MMAP_THRESHOLD).
        mallopt(M_MMAP_THRESHOLD, 256 << 10)
        StandardStreams.prepare()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            try GivenNumbers.refuse(arguments)
            try MistypedCommand.refuseHelpOfNone(arguments)
            var command = try parseAsRoot()
            do {
                try command.run()
            } catch let code as ExitCode {
                // What the command found says more than where its words went.
                try? StandardStreams.finish()
                throw code
            }
            try StandardStreams.finish()
        } catch  where error is ExitCode || exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            try? StandardStreams.finish()
            Failure(error).endProcess()
        }
    }
}
