import ArgumentParser
import Archiving
import Conversations
import Foundation
import Importing
import NightlyRun
import Policies
import StorePort

extension String {
    /// Whether seven digits or more stand together, only spaces and the like between them: what may be a phone number.
    var holdsLongNumber: Bool { maskingNumbers != self }

    /// A path as an error may show it: the name of the file without such runs of digits, for files are named after people.
    var maskingNumbersInName: String {
        let path = self as NSString
        let name = path.lastPathComponent
        return name.holdsLongNumber
            ? (path.deletingLastPathComponent as NSString).appendingPathComponent(name.maskingNumbers) : self
    }

    /// The text with every such run of digits replaced: what a user typed may end in a mail.
    var maskingNumbers: String {
        var result = "", run = ""
        func flush() {
            result +=
                run.filter(\.isNumber).count >= 7
                ? "(a number)" + String(run.reversed().prefix { !$0.isNumber }.reversed()) : run
            run = ""
        }
        for character in self {
            if character.isNumber || (!run.isEmpty && " .-/()".contains(character)) || (run.isEmpty && character == "+")
            {
                run.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }
}

/// The exit codes of the command: a published contract. Those from 64 up are `sysexits.h`.
enum Code: Int32 {
    case done = 0
    /// `preview --detailed-exit-code` only.
    case changesDue = 2
    case partial = 3
    case limit = 20
    case stalePlan = 21
    case verification = 22
    case overdue = 23
    case usage = 64
    case unreadable = 65
    case missing = 66
    case other = 70
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case policy = 78

    var exit: ExitCode { ExitCode(rawValue) }

    /// Every code with what it means, in order.
    static let meanings: [(code: String, meaning: String)] = [
        ("0", "Done, or nothing due."),
        ("2", "Changes are due (preview --detailed-exit-code only)."),
        ("3", "Finished in part: some records or files failed, the time was over, or the scrub is pending."),
        ("20", "A safety limit stopped the run before any change."),
        ("21", "The saved plan is stale."),
        ("22", "Verification failed."),
        ("23", "Overdue records remain."),
        ("64", "Wrong usage."),
        ("65", "Input that cannot be read: a chat export, a payload, a damaged store or archive."),
        ("66", "The store, policy or key file is not there, or not the one that belongs here."),
        ("70", "A failure that fits no other code."),
        ("73, 74", "A file cannot be made; an I/O error or a full disk. Nothing is half done."),
        ("75", "Another run holds the lock, or the store stayed busy: try later."),
        ("78", "The policy or a data map is wrong, or the policy is not approved."),
        ("130, 143", "Stopped by a signal, in a consistent state."),
    ]
}

/// A failure in the words of the person at the terminal: what happened, what to do, and the exit code.
struct Failure: Error {
    let code: Code
    let text: String

    init(_ code: Code, _ what: String, remedy: String) { self.init(code, text: "retention: \(what)\n  \(remedy)") }

    /// What happened, without the name of the program.
    var what: String {
        let first = text.prefix { !$0.isNewline }
        return String(first.hasPrefix("retention: ") ? first.dropFirst("retention: ".count) : first)
    }

    /// What to do: the rest of the text.
    var remedy: String { text.drop { !$0.isNewline }.trimmingCharacters(in: .whitespacesAndNewlines) }

    private init(_ code: Code, text: String) { (self.code, self.text) = (code, text) }

    init(_ error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as StoreError: self.init(Self.code(error.kind), error.what, remedy: error.remedy)
        case let error as NightError: self.init(Self.code(error.kind), error.what, remedy: error.remedy)
        case let error as ArchiveError: self.init(Self.code(error.kind), error.what, remedy: error.remedy)
        case let error as PolicyProblems: self.init(.policy, text: error.rendered)
        default: self = Self.unforeseen(error)
        }
    }

    /// Parser errors word themselves. Anything else is shown by its type: its description might hold a value.
    private static func unforeseen(_ error: any Error) -> Failure {
        if Retention.exitCode(for: error) == .validationFailure {
            return Failure(.usage, text: usage(Retention.fullMessage(for: error).maskingNumbers))
        }
        return Failure(
            .other, "an unforeseen error of type \(type(of: error))",
            remedy: "look with `retention doctor`; where it finds nothing wrong, report this line as a fault "
                + "of version \(Retention.configuration.version)")
    }

    /// The exit code that an error ends the process with.
    static func exitCode(of error: any Error) -> Int32 {
        (error as? ExitCode)?.rawValue ?? Failure(error).code.rawValue
    }

    func endProcess() -> Never {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        Foundation.exit(code.rawValue)
    }

    /// The parser's words. Where a word stands in place of a subcommand, that is what is wrong, whatever option the parser
    /// stopped at.
    private static func usage(_ message: String) -> String {
        guard let mistyped = MistypedCommand.first(in: Array(CommandLine.arguments.dropFirst())) else { return message }
        let rest = message.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        return (["Error: \(mistyped.what)"] + rest).joined(separator: "\n")
    }

    private static func code(_ kind: StoreError.Kind) -> Code {
        switch kind {
        case .missing, .foreign: .missing
        case .damaged: .unreadable
        case .busy: .busy
        case .inputOutput: .inputOutput
        case .cannotCreate: .cannotCreate
        case .map: .policy
        case .refused: .partial
        }
    }

    private static func code(_ kind: ArchiveError.Kind) -> Code {
        switch kind {
        case .damaged: .unreadable
        case .missing: .missing
        case .misuse: .other
        case .cannotCreate: .cannotCreate
        case .inputOutput: .inputOutput
        }
    }

    private static func code(_ kind: NightError.Kind) -> Code {
        switch kind {
        case .limit: .limit
        case .stalePlan: .stalePlan
        case .usage: .usage
        case .damaged: .unreadable
        case .foreign: .missing
        case .space: .cannotCreate
        case .inputOutput: .inputOutput
        case .busy: .busy
        case .policy: .policy
        }
    }
}
