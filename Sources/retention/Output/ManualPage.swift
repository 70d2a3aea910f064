import Foundation

/// The manual page of the command in the form of man(7), from what the argument parser says of every command: so the
/// page cannot differ from the command.
struct ManualPage {
    /// A command as the parser describes it.
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool
        let arguments: [Argument]?
        let subcommands: [Command]?

        fileprivate var shown: [Command] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }
        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let shouldDisplay: Bool

        /// `--help` and `--version`, which the parser adds to each.
        fileprivate var isOfEveryCommand: Bool { (names ?? []).contains { $0.name == "help" || $0.name == "version" } }
    }

    private struct Dump: Decodable { let command: Command }

    private let command: Command

    /// - Parameter dump: what `--experimental-dump-help` prints.
    init(dump: String) throws { command = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command }

    /// - Parameter codes: the exit codes with what they mean.
    func text(version: String, codes: [(code: String, meaning: String)]) -> String {
        let name = command.commandName
        var lines = [
            ".TH \(name.uppercased()) 1 \"\" \"\(name) \(Self.escaped(version))\" \"User Commands\"", ".SH NAME",
            "\(name) \\- \(Self.escaped(command.abstract ?? ""))", ".SH SYNOPSIS", ".B \(name)",
            ".I command", "[options]", ".SH DESCRIPTION",
        ]
        lines += Self.lines(of: command.discussion ?? "") + [".SH COMMANDS"]
        for subcommand in command.shown { lines += Self.section(subcommand, path: name) }
        lines.append(".SH EXIT STATUS")
        for (code, meaning) in codes { lines += [".TP", ".B \(code)", Self.escaped(meaning)] }
        lines += [
            ".SH FILES", ".TP", ".I \(Self.escaped(PolicyOption.installed))",
            "The policy that is taken where none is named.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ command: Command, path: String) -> [String] {
        let name = "\(path) \(command.commandName)"
        guard command.shown.isEmpty else { return command.shown.flatMap { section($0, path: name) } }
        var lines = [".SS \(escaped(name))", escaped(command.abstract ?? "")]
        if let discussion = command.discussion { lines += [".PP"] + Self.lines(of: discussion) }
        for argument in command.arguments ?? [] where argument.shouldDisplay && !argument.isOfEveryCommand {
            lines += [".TP", heading(argument), escaped(argument.abstract ?? "")]
        }
        return lines
    }

    /// Examples stand as they are typed.
    private static func lines(of discussion: String) -> [String] {
        [".nf"] + discussion.split(separator: "\n").flatMap { wrapped(String($0)) }.map(escaped) + [".fi"]
    }

    private static func heading(_ argument: Argument) -> String {
        let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
        let value = argument.kind == "flag" ? "" : "\\fI\(escaped(argument.valueName ?? "value"))\\fR"
        return [names.isEmpty ? "" : "\\fB\(escaped(names))\\fR", value].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Lines of at most 76 characters; one that is indented is an example and stays whole.
    private static func wrapped(_ line: String) -> [String] {
        guard line.count > 76, !line.hasPrefix(" ") else { return [line] }
        var lines = [""]
        for word in line.split(separator: " ") {
            if lines[lines.count - 1].count + word.count > 75 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    /// A backslash, a hyphen, and a dot or quote that begins a line mean something to man(7).
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }.joined(separator: "\n")
    }
}
