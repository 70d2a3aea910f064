import Archiving
import Conversations
import Foundation
import Glibc
import StorePort
import Verification

/// A search of files, byte by byte, for values that were erased. It is made by a process of its own: opening and
/// closing the store's file in a process that SQLite works in would drop all locks of that process.
package struct ResidueScan {
    /// What to search, and for what. It goes to the other process through a pipe: nobody can read it there.
    package struct Request: Sendable {
        package var files: Files
        package var values: ResidueValues
        /// Those of the values that are a value of a row by themselves: the store's files are not searched for them.
        package var living: ResidueHits

        /// Writes a line of JSON, and the values behind it.
        func write(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
            try Array(JSONEncoder().encode(files) + [lineFeed]).withUnsafeBytes(write)
            try values.write(write)
            try living.write(write)
        }

        /// Nil where the bytes are not what `write` gives.
        package init?(reading bytes: some Sequence<UInt8>) {
            let bytes = Array(bytes)
            guard let end = bytes.firstIndex(of: lineFeed),
                let files = try? JSONDecoder().decode(Files.self, from: Data(bytes[..<end]))
            else { return nil }
            let read: (ResidueValues, ResidueHits)? = bytes.withUnsafeBytes { bytes in
                var reader = ValueReader(UnsafeRawBufferPointer(rebasing: bytes[(end + 1)...]))
                guard let values = ResidueValues(reading: &reader), let living = ResidueHits(reading: &reader),
                    reader.isAtEnd
                else { return nil }
                return (values, living)
            }
            guard let (values, living) = read else { return nil }
            self.init(files: files, values: values, living: living)
        }

        init(files: Files, values: ResidueValues, living: ResidueHits) {
            (self.files, self.values, self.living) = (files, values, living)
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// What is read, as paths.
    package struct Files: Codable, Sendable {
        /// The files of the store: itself, its journal and its log.
        package var store: [String]
        /// Whatever else is not compressed.
        package var others: [String]
        package var archive: String
        /// The segments of the night, which are checked.
        package var segments: [WrittenSegment]
        /// Whether their lines are searched for persons' own numbers.
        package var searchesSegments: Bool
    }

    package struct Answer: Codable, Sendable {
        package var files = 0
        package var bytes = 0
        package var store = ResidueHits()
        package var others = ResidueHits()
        package var segments = ResidueHits()
        /// Segments that do not open or match.
        package var damagedSegments = 0
        /// Whether what rows of the store hold was set aside; the process that searches knows none.
        private(set) var isSifted = false
        /// What only tables hold that the data map does not list.
        private(set) var unlisted = ResidueHits()

        private enum CodingKeys: CodingKey { case files, bytes, store, others, segments, damagedSegments }

        mutating func sift(_ held: HeldValues) {
            store.subtract(held.all)
            (unlisted, isSifted) = (held.unlisted, true)
        }
    }

    /// Small enough to stay in a core's own cache while it is looked at several times.
    private static let piece = 128 << 10

    /// Reads all files of a request: the archives on one core, all others on another one. One that is not there holds
    /// nothing.
    package static func answer(_ request: Request) throws -> Answer {
        let inArchive = Alongside { try segments(of: request) }
        var answer = try inArchive.during { try files(of: request) }
        if let found = try inArchive.value() {
            answer.files += found.files
            answer.bytes += found.bytes
            answer.segments = found.segments
            answer.damagedSegments = found.damagedSegments
        }
        return answer
    }

    private static func files(of request: Request) throws -> Answer {
        var answer = Answer()
        let inStore = ResidueSearch(request.values.without(request.living))
        for path in request.files.store { answer.store.formUnion(try scan(path, inStore, &answer)) }
        let search = ResidueSearch(request.values)
        for path in request.files.others {
            answer.others.formUnion(try scan(path, search, &answer, isWrittenByUs: true))
        }
        return answer
    }

    /// Each segment is inflated once, to be checked and to be searched.
    private static func segments(of request: Request) throws -> Answer {
        var answer = Answer()
        let files = request.files
        guard !files.segments.isEmpty else { return answer }
        var own = request.values
        (own.numbers, own.texts, own.hashes) = (own.own, [], [])
        let inLines = ResidueSearch(own)
        let folder = try ArchiveFolder(path: files.archive)
        for segment in files.segments {
            answer.files += 1
            answer.bytes += segment.jsonBytes
            do {
                try folder.verify(segment) { lines in
                    if files.searchesSegments { inLines.scanWritten(lines, into: &answer.segments) }
                }
            } catch let error as ArchiveError where error.kind == .inputOutput {
                // A disk that cannot be read says nothing of what is on it: the search does not end.
                throw error
            } catch { answer.damagedSegments += 1 }
        }
        return answer
    }

    private static func scan(
        _ path: String, _ search: ResidueSearch, _ answer: inout Answer, isWrittenByUs: Bool = false
    ) throws -> ResidueHits {
        var hits = ResidueHits()
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0 && errno == ENOENT { return hits }
        guard file >= 0 else { throw refused(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return hits }
        answer.files += 1
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece + search.overlap, alignment: 16)
        defer { buffer.deallocate() }
        var (kept, done) = (0, false)
        while !done {
            let count = read(file, buffer.baseAddress.map { $0 + kept }, piece)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw refused(path) }
            answer.bytes += count
            done = count == 0
            let filled = kept + count
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
            if isWrittenByUs { search.scanWritten(bytes, into: &hits) } else { search.scan(bytes, into: &hits) }
            kept = min(filled, search.overlap)
            if let base = buffer.baseAddress { memmove(base, base + filled - kept, kept) }
        }
        return hits
    }

    private static func refused(_ path: String) -> NightError {
        NightError(
            .inputOutput, "the file \(path) cannot be searched: \(String(cString: strerror(errno)))",
            remedy: "check its owner and mode")
    }
}

/// The process that makes the search: this program again, under a command that no help names.
package struct ScannerProcess: Sendable {
    /// The name of that command.
    package static let command = "scan-residue"
    let executable: String

    package init(executable: String) { self.executable = executable }

    package func answer(_ request: ResidueScan.Request) throws -> ResidueScan.Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = [Self.command]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        // A process that dies early must not take this one with it.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        do {
            try process.run()
            try request.write { try input.fileHandleForWriting.write(contentsOf: Data($0)) }
            try input.fileHandleForWriting.close()
        } catch {
            throw failed()
        }
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0,
            let answer = try? JSONDecoder().decode(ResidueScan.Answer.self, from: answer)
        else { throw failed() }
        return answer
    }

    private func failed() -> NightError {
        NightError(
            .inputOutput, "the search for erased values did not end",
            remedy: "what was erased is erased; run again to have it proven")
    }
}
