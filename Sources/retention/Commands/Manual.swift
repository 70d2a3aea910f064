import ArgumentParser

/// Prints the manual page, for the installation.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Prints the manual page.", discussion: "Example: retention manual | man -l -", shouldDisplay: false)

    func run() throws {
        let page = try ManualPage(dump: Retention._dumpHelp())
        Output.line(page.text(version: Retention.configuration.version, codes: Code.meanings))
    }
}
