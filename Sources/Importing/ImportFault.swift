/// Why a source was not imported, or not all of it. It names places and remedies, never a value that stands there.
package struct ImportFault: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Exit 65: it cannot be read as what it should be.
        case unreadable
        /// Exit 65: it can be read, and somebody must say how.
        case question
        /// Exit 74: the file or the disk failed.
        case inputOutput
        /// Exit 66: not there.
        case missing
    }
    package let kind: Kind
    /// The line or record, from 1, where it has a place.
    package let line: Int?
    /// What is wrong.
    package let what: String
    /// What to do about it.
    package let remedy: String

    package init(_ kind: Kind, line: Int? = nil, _ what: String, remedy: String) {
        (self.kind, self.line, self.what, self.remedy) = (kind, line, what, remedy)
    }

    /// `sysexits.h`; the code the file alone would end with.
    package var exitCode: Int32 {
        switch kind {
        case .unreadable, .question: 65
        case .missing: 66
        case .inputOutput: 74
        }
    }
}

extension ImportFault: CustomStringConvertible {
    package var description: String { (line.map { "line \($0): " } ?? "") + what + "; " + remedy }
}

extension ImportFault {
    static let notRegular = ImportFault(
        .unreadable, "this is not a regular file (a link, a pipe or a device)", remedy: "give the file itself")
    static let notAChat = ImportFault(
        .unreadable, "no line begins with a date and a time as in a chat export",
        remedy: "give an export of the messenger (.txt or .zip) or webhook payloads (JSON)")
    static let everyAuthorIsOurs = ImportFault(
        .question, "every author of this chat is ours, so nobody is the person",
        remedy: "correct `ours` under `intake`, or name our own authors otherwise")
    static let noAuthorIsOurs = ImportFault(
        .question, "which author of this chat are we? None of them is ours",
        remedy: "add our author name, as the export writes it, to `ours` under `intake`")
    static let undecidableDates = ImportFault(
        .question, "is the day or the month first? No date in this file has a value above 12",
        remedy: "say it with --date-order dmy or --date-order mdy")
    static let contradictoryDates = ImportFault(
        .question, "is the day or the month first? Dates in this file have values above 12 in both places",
        remedy: "split the file where its dates change, or say it with --date-order for those that could be either")

    static func unreadable(_ reason: String) -> ImportFault {
        ImportFault(.inputOutput, "the file cannot be read: \(reason)", remedy: "check its permissions and the disk")
    }
    static func lineTooLong(line: Int, limit: Int) -> ImportFault {
        ImportFault(
            .unreadable, line: line, "the line is longer than \(limit / 1024) KiB",
            remedy: "check that the file is what it should be")
    }
    static func notUTF8(line: Int) -> ImportFault {
        ImportFault(
            .unreadable, line: line, "the bytes are not UTF-8", remedy: "export again, or convert the file to UTF-8")
    }
}
