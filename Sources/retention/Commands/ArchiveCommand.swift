import ArgumentParser
import Archiving
import Conversations
import StorePort

/// Looks into the archive.
struct ArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Lists, verifies and shows archive segments.",
        subcommands: [ListSegments.self, VerifySegments.self, ShowSegment.self])

    struct ListSegments: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the segments that the store names.")
        @OptionGroup var policyOption: PolicyOption

        func run() throws {
            let store = try policyOption.load(fallingBack: true).open(.reading)
            var table = TextTable(["segment", "rule", "ends on", "conversations", "messages", "bytes"], leftColumns: 3)
            for segment in try store.read({ try $0.segments() }) where segment.erasedAt == nil {
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
            commandName: "verify", abstract: "Reads every segment back and compares it with its manifest and the store."
        )
        @OptionGroup var policyOption: PolicyOption

        func run() throws {
            let loaded = try policyOption.load(fallingBack: true)
            let store = try loaded.open(.reading)
            let folder = try ArchiveFolder(path: loaded.places.archive)
            var (examined, failing) = (0, 0)
            for segment in try store.read({ try $0.segments() }) where segment.erasedAt == nil {
                examined += 1
                do {
                    let manifest = try SegmentManifest(canonicalJSON: Array(segment.manifest.utf8), name: segment.name)
                    _ = try folder.verify(manifest)
                } catch {
                    failing += 1
                    Output.error("retention: \(segment.name): \(error.what)\n  \(error.remedy)")
                }
            }
            Output.line("segments examined \(examined), failing \(failing)\(examined == 0 ? " (not proven)" : "")")
            if failing > 0 { throw Code.verification.exit }
        }
    }

    struct ShowSegment: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Prints the redacted lines of a segment.")
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
