import ArgumentParser
import Archiving
import Conversations
import StorePort

/// Looks into the archive.
struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Lists, verifies and shows archive segments.",
        discussion: """
            Examples:
              retention archive list
              retention archive verify
            """,
        subcommands: [ListSegments.self, VerifySegments.self, ShowSegment.self])

    struct ListSegments: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the segments that the store names.",
            discussion: "Example: retention archive list --json")
        @OptionGroup var policyOption: PolicyOption
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false

        private struct Row: Encodable {
            let segment: String, rule: String, endsOn: CivilDate, conversations: Int, messages: Int, bytes: Int
            let sha256: String
        }
        private struct Summary: Encodable { let segments: Int, conversations: Int, messages: Int, bytes: Int }

        func run() throws {
            let store = try policyOption.load(fallingBack: true).openBound(.reading)
            let segments = try store.read { try $0.segments() }.filter { $0.erasedAt == nil }
            try json ? printJSON(segments) : printTable(segments)
        }

        private func printJSON(_ segments: [SegmentRow]) throws {
            for segment in segments {
                try Output.json(
                    Row(
                        segment: segment.name, rule: segment.rule, endsOn: segment.endsOn,
                        conversations: segment.conversations, messages: segment.messages, bytes: segment.bytes,
                        sha256: segment.sha256))
            }
            func sum(_ value: (SegmentRow) -> Int) -> Int { segments.reduce(0) { $0 + value($1) } }
            try Output.json(
                Summary(
                    segments: segments.count, conversations: sum(\.conversations), messages: sum(\.messages),
                    bytes: sum(\.bytes)))
        }

        private func printTable(_ segments: [SegmentRow]) {
            var table = TextTable(["segment", "rule", "ends on", "conversations", "messages", "bytes"], leftColumns: 3)
            for segment in segments {
                table.add([
                    segment.name, segment.rule, segment.endsOn.description, "\(segment.conversations)",
                    "\(segment.messages)", "\(segment.bytes)",
                ])
            }
            table.lines.forEach(Output.line)
        }
    }

    struct VerifySegments: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Reads every segment back and compares it with its manifest and the store.",
            discussion: "Example: retention archive verify")
        @OptionGroup var policyOption: PolicyOption
        @Flag(help: "JSON lines, with a summary as the last.")
        var json = false
        @Flag(help: "Show no progress.")
        var quiet = false

        private struct Row: Encodable { let segment: String, sound: Bool, error: String? }
        private struct Summary: Encodable { let examined: Int, failing: Int, proven: Bool }

        func run() throws {
            let loaded = try policyOption.load(fallingBack: true)
            let progress = ProgressLine(isQuiet: quiet || json)
            defer { progress?.end() }
            progress?.step("opening the store")
            let store = try loaded.openBound(.reading)
            let folder = try ArchiveFolder(path: loaded.places.archive)
            let segments = try store.read { try $0.segments() }.filter { $0.erasedAt == nil }
            progress?.begin(segments.reduce(0) { $0 + $1.bytes }, .bytes)
            progress?.step("reading segments")
            var (examined, failing) = (0, 0)
            for segment in segments {
                examined += 1
                do {
                    let manifest = try store.read { try $0.manifest(of: segment) }
                    _ = try folder.verify(manifest)
                    if json { try Output.json(Row(segment: segment.name, sound: true, error: nil)) }
                } catch let error as ArchiveError {
                    failing += 1
                    if json { try Output.json(Row(segment: segment.name, sound: false, error: error.what)) }
                    progress?.clear()
                    Output.error("retention: \(segment.name): \(error.what)\n  \(error.remedy)")
                }
                progress?.add(segment.bytes)
            }
            progress?.end()
            if json { try Output.json(Summary(examined: examined, failing: failing, proven: examined > 0)) }
            if !json {
                Output.line("segments examined \(examined), failing \(failing)\(examined == 0 ? " (not proven)" : "")")
            }
            if failing > 0 { throw Code.verification.exit }
        }
    }

    struct ShowSegment: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Prints the redacted lines of a segment.",
            discussion: """
                Example:
                  retention archive show 019fa36e-r1-b16-4b2cd5095ffe6e37
                """)
        @OptionGroup var policyOption: PolicyOption
        @Argument(help: "The segment's name, as `archive list` shows it.")
        var segment: String

        func run() throws {
            let loaded = try policyOption.load(fallingBack: true)
            let folder = try ArchiveFolder(path: loaded.places.archive)
            guard let name = SegmentName(segment.replacing(".jsonl.gz", with: "")) else {
                throw Failure(.usage, "that is not the name of a segment", remedy: "see `retention archive list`")
            }
            try folder.lines(of: folder.manifest(of: name), members: nil) { line in
                Output.line(String(decoding: line, as: UTF8.self))
            }
        }
    }
}
