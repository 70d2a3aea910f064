import ArgumentParser
import Archiving
import Conversations
import Importing
import NightlyRun
import Policies
import StorePort

/// Brings conversations into the store: chat exports and Cloud API payloads, files or folders.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Imports chat exports (.txt, .zip) and Cloud API webhooks (JSON, JSON lines).",
        discussion: """
            Importing the same file twice adds nothing. Files are shown by number and a short keyed hash, because \
            their names hold names and numbers. Example:
              retention import --role client --purpose assistance --ours Desk exports/
            """)

    @OptionGroup var policyOption: PolicyOption
    @Option(help: "client, prospect, candidate, operator or unknown. Default: what `intake` says.")
    var role: Role?
    @Option(help: "assistance, question, application, technical, quality, information or unknown.")
    var purpose: Purpose?
    @Option(help: "A word by which `intake.sources` choose role and purpose.")
    var label: String?
    @Option(help: "An author name or number that is ours, as the source writes it; may be repeated.")
    var ours: [String] = []
    @Flag(help: "Take every author as a person. Rehearsal stores only.")
    var oursUnknown = false
    @Option(help: "dmy or mdy, for exports whose dates cannot decide it.")
    var dateOrder: DateOrder?
    @Option(help: "Import as on this day, such as 2026-03-31. Rehearsal stores only.")
    var asOf: String?
    @Flag(help: "Show file names, on a terminal only.")
    var names = false
    @Flag(help: "JSON lines, with a summary as the last.")
    var json = false
    @Flag(help: "All older conversations are there now: quality figures may be computed of them, once.")
    var complete = false
    @Flag(help: "Show no progress.")
    var quiet = false
    @Argument(help: "Files or folders.")
    var paths: [String] = []

    func validate() throws {
        if paths.isEmpty && !complete { throw ValidationError("name files or folders to import") }
        if dateOrder == .ymd {
            throw ValidationError("--date-order is dmy or mdy: a date that begins with its year needs none")
        }
    }

    func run() throws {
        let loaded = try policyOption.load()
        let night = try loaded.night(asOf: loaded.instant(asOf))
        let lock = try loaded.lock()
        defer { withExtendedLifetime(lock) {} }
        let store = try loaded.openToRecord()
        let identity = try store.read { try $0.identity() }
        try Admission(night: night).checkBinding(identity)
        try refuseRehearsing(identity)
        let backlog = try Backlog(store)
        let absolute = paths.map(loaded.fromWorkingFolder)
        let watch = ImportWatch(ProgressLine(isQuiet: quiet || json), paths: absolute)
        defer { watch.end() }
        let importer = Importer(
            settings: try settings(loaded, night), store: store.importStore, reading: watch.read)
        let files = names && Output.isTerminal ? Importer.files(under: absolute) : []
        let summaries = try importer.importFiles(absolute) { summary in
            watch.finish(summary.file)
            if !json { show(summary, name: files.indices.contains(summary.file - 1) ? files[summary.file - 1] : nil) }
        }
        if json { for summary in summaries { try Output.json(Row(summary)) } }
        let waits = try backlog.note(asOf: night.asOf, complete: complete)
        if waits && !json {
            Output.line("Older conversations came in: figures of their weeks wait for `retention import --complete`.")
        }
        try conclude(summaries, policy: loaded.path)
    }

    /// What invents a fact is for a store that is made for trying.
    private func refuseRehearsing(_ identity: StoreIdentity) throws {
        guard !identity.isRehearsal else { return }
        if oursUnknown {
            throw Failure(
                .usage, "--ours-unknown is for rehearsal stores only",
                remedy: "say who we are: --ours NAME, or `intake.ours` in the policy")
        }
        if asOf != nil {
            throw Failure(
                .usage, "import --as-of is for rehearsal stores only",
                remedy: "leave it out: what is imported counts from today")
        }
    }

    private func settings(_ loaded: LoadedPolicy, _ night: Night) throws -> ImportSettings {
        let intake = loaded.policy.intake
        guard let zone = LocalCalendar(zone: intake.zone ?? loaded.policy.timeZone) else {
            throw Failure(
                .policy, "the zone of `intake` is not known to this version",
                remedy: "name one such as Europe/Brussels; a newer version has newer data of zones")
        }
        let sources = intake.sources.map { source in
            var source = source
            // Below the intake folder, where there is one.
            source.folder = source.folder.map { folder in
                loaded.absolute(folder.hasPrefix("/") ? folder : "\(intake.folder ?? ".")/\(folder)")
            }
            return source
        }
        let keys = night.keys
        return ImportSettings(
            ours: intake.ours + ours, operators: intake.operators, oursUnknown: oursUnknown, intakeCalendar: zone,
            policyCalendar: loaded.calendar,
            cutting: loaded.policy.conversations, now: night.asOf, notice: loaded.policy.notice.version,
            role: role, purpose: purpose, label: label, sources: sources, dateOrder: dateOrder,
            hash: KeyedHash(key: try keys.secret(of: .messageIDs)), media: loaded.places.media,
            refusalHash: try refusals(keys))
    }

    /// A refusal is kept under the digits of a number, whatever form it comes in.
    private func refusals(_ keys: KeyFolder) throws -> @Sendable (PersonAddress) -> [UInt8]? {
        let hasher = try keys.hasher(.suppression)
        return { address in
            guard address.kind == .phone || address.kind == .waID else { return nil }
            return hasher.hash(IndexedAddress(.init(kind: address.kind.rawValue, value: address.value)).bytes).bytes
        }
    }

    private func show(_ summary: ImportSummary, name: String?) {
        var parts = [
            summary.added.counted("message"), "\(summary.duplicates) known already", summary.notices.counted("notice"),
            "\(summary.media) media", summary.calls.counted("call"), "\(summary.unplaced.counted("line")) not placed",
        ]
        if summary.files > 0 { parts.append("\(summary.files.counted("file")) taken") }
        if summary.undated > 0 { parts.append("\(summary.undated) without a usable date") }
        if let order = summary.dateOrder, let evidence = summary.dateOrderEvidence {
            parts.append("dates \(order.rawValue) (\(evidence.rawValue))")
        }
        let place = "file \(summary.file) of \(summary.count) (\(name ?? summary.shortHash))"
        if let fault = summary.fault {
            Output.error("retention: \(place): \(fault)")
        } else {
            Output.line("\(place): \(parts.joined(separator: ", "))")
        }
    }

    private struct Row: Encodable {
        let file: Int, of: Int, hash: String, messages: Int, duplicates: Int, notices: Int, media: Int, calls: Int
        let taken: Int, unplaced: Int, undated: Int, dateOrder: String?, dateOrderKnownBy: String?, line: Int?,
            error: String?

        init(_ summary: ImportSummary) {
            (file, of, hash) = (summary.file, summary.count, summary.shortHash)
            taken = summary.files
            (messages, duplicates, notices) = (summary.added, summary.duplicates, summary.notices)
            (media, calls, unplaced, undated) = (summary.media, summary.calls, summary.unplaced, summary.undated)
            (dateOrder, dateOrderKnownBy) = (summary.dateOrder?.rawValue, summary.dateOrderEvidence?.rawValue)
            (line, error) = (summary.fault?.line, summary.fault.map { "\($0.what); \($0.remedy)" })
        }
    }

    private struct Summary: Encodable {
        let files: Int, refused: Int, messages: Int, duplicates: Int, notices: Int, media: Int, calls: Int
        let taken: Int, unplaced: Int, undated: Int, conversations: Int, unclassified: Int
    }

    /// Exit 3 where a file was refused, something could not be classified or has no usable date, so that no night ever ends it;
    /// one file alone ends with its own code.
    private func conclude(_ summaries: [ImportSummary], policy: String) throws {
        func sum(_ value: (ImportSummary) -> Int) -> Int { summaries.reduce(0) { $0 + value($1) } }
        let refused = summaries.filter { $0.fault != nil }
        let total = Summary(
            files: summaries.count, refused: refused.count, messages: sum(\.added), duplicates: sum(\.duplicates),
            notices: sum(\.notices), media: sum(\.media), calls: sum(\.calls), taken: sum(\.files),
            unplaced: sum(\.unplaced),
            undated: sum(\.undated), conversations: sum(\.conversations), unclassified: sum(\.unclassified))
        if json {
            try Output.json(total)
        } else {
            Output.line(
                "policy \(policy): \(total.files.counted("file")), \(total.refused) refused: "
                    + "\(total.messages.counted("message")) in \(total.conversations.counted("conversation")), "
                    + "\(total.duplicates) known already, \(total.unclassified) unclassified"
            )
        }
        if let only = summaries.first?.fault, summaries.count == 1, total.messages == 0 {
            throw ExitCode(only.exitCode)
        }
        if !refused.isEmpty || [total.unclassified, total.unplaced, total.undated].contains(where: { $0 > 0 }) {
            throw Code.partial.exit
        }
    }
}

extension Role: ExpressibleByArgument {}
extension Purpose: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {
    /// A date that begins with its year needs no order to be named.
    package static var allValueStrings: [String] { [DateOrder.dmy, .mdy].map(\.rawValue) }
}
