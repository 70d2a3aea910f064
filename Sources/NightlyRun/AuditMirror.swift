import Archiving
import Conversations
import Foundation
import Glibc
import StorePort

/// The audit log a second time, outside the store: a file of JSON lines beside it, one event a line, appended to and
/// never rewritten but to take away what the policy's period ended. A store that was set back to an earlier night lacks
/// what its mirror goes on to tell.
package struct AuditMirror {
    package let path: String

    package init(store: String) { path = store + ".audit.jsonl" }

    private struct Line: Codable {
        var anchor: AuditLog.Anchor?
        var event: AuditEvent?
    }

    /// What the file holds; nil where there is none yet. A last line without its end was cut off by a stop and counts
    /// for nothing.
    /// - Throws: `NightError` of kind `damaged` for a line that is no event.
    package func read() throws -> AuditLog? {
        guard let bytes = try content() else { return nil }
        var log = AuditLog(anchor: nil, events: [])
        for (number, line) in bytes[..<wholeLines(bytes)].split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)),
                read.event != nil || read.anchor != nil
            else {
                throw NightError(
                    .damaged, "line \(number + 1) of \(path) is no event of the audit log",
                    remedy: "find out who changed it; keep the file, and move it away to start another")
            }
            if let event = read.event { log.events.append(event) }
            if let anchor = read.anchor { log.anchor = anchor }
        }
        return log
    }

    /// The same, of a file that tells nothing which the store does not know of.
    /// - Throws: as `read` and `check`.
    func read(against log: AuditLog) throws -> AuditLog? {
        guard let known = try read() else { return nil }
        try check(known, against: log)
        return known
    }

    /// Nil where there is no file. One that cannot be read is no missing one: taken for that, it would be written anew.
    private func content() throws -> Data? {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if file < 0 && errno == ENOENT { return nil }
        guard file >= 0 else { throw refused("read") }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do { return try handle.readToEnd() ?? Data() } catch { throw refused("read") }
    }

    private func wholeLines(_ bytes: Data) -> Int {
        (bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }) ?? 0
    }

    /// - Throws: `NightError` of kind `damaged` where the file tells what the store does not know of.
    private func check(_ known: AuditLog, against log: AuditLog) throws {
        guard known.events.isEmpty || log.holds(head: known.head) else {
            throw NightError(
                .damaged,
                "the audit log \(path) ends with event \(known.events.last?.seq ?? 0), which the store does not have: "
                    + "the store is older than its log, or another one",
                remedy:
                    "bring back the store of the last night; where an older one was restored on purpose, keep the log "
                    + "as the record of what was done since, under another name"
            )
        }
    }

    /// Adds what the store's log has and the file has not.
    /// - Throws: as `check`.
    package func follow(_ log: AuditLog) throws { try follow(log, after: read()) }

    /// - Parameter known: what the file holds, where it was read before.
    func follow(_ log: AuditLog, after known: AuditLog?) throws {
        guard let known else { return try write(log) }
        try check(known, against: log)
        if known.anchor != log.anchor { return try write(log) }
        let last = known.events.last?.seq ?? known.anchor?.seq ?? 0
        try append(log.events.filter { $0.seq > last })
    }

    static let title = "the copy of the audit log outside the store says the same"

    /// Whether what the file holds has every event that finished runs wrote to it: the run that finishes does so last of all. A file that
    /// was cut short, emptied or taken away is made whole by the next run, and must not be so in silence.
    ///
    /// - Parameter isBeforeRun: whether a run is about to make it whole. It may have been stopped before it did so the last
    ///   time, so that the events of one run may be missing.
    static func completeness(of known: AuditLog?, against log: AuditLog, isBeforeRun: Bool) -> (
        examined: Int, failing: Int
    ) {
        let ends = log.events.filter { $0.event == AuditEvent.runFinished }.map(\.seq)
        guard let told = (isBeforeRun ? ends.dropLast() : ends[...]).last else { return (0, 0) }
        let last = known?.events.last?.seq ?? known?.anchor?.seq ?? 0
        return (log.events.count { $0.seq <= told }, log.events.count { $0.seq <= told && $0.seq > last })
    }

    private func lines(_ lines: [Line]) throws -> [UInt8] {
        try lines.flatMap { try SavedPlan.canonical($0) + [UInt8(ascii: "\n")] }
    }

    private func write(_ log: AuditLog) throws {
        let all = (log.anchor.map { [Line(anchor: $0)] } ?? []) + log.events.map { Line(event: $0) }
        try DurableFile.write(lines(all), to: path, replacing: true, anyFolder: true)
    }

    private func append(_ events: [AuditEvent]) throws {
        guard !events.isEmpty else { return }
        let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw refused() }
        defer { close(file) }
        let bytes = try lines(events.map { Line(event: $0) })
        // After the last whole line: what a stop cut off goes.
        let end = off_t(wholeLines(try content() ?? Data()))
        guard fchmod(file, 0o600) == 0, ftruncate(file, end) == 0 else { throw refused() }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                pwrite(file, $0.baseAddress, $0.count, end + off_t(written))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw refused() }
            written += count
        }
        guard fsync(file) == 0 else { throw refused() }
    }

    private func refused(_ what: String = "written") -> NightError {
        NightError(
            .inputOutput, "the audit log \(path) cannot be \(what): \(String(cString: strerror(errno)))",
            remedy: "check the disk, and owner and mode of the file; the next run goes on")
    }
}
