import Conversations
import Crypto
import Dispatch
import Glibc

/// A segment: the bytes of its file, and what is known of them. Nothing of it is on disk yet.
package struct Segment: Sendable, Equatable {
    package let bytes: [UInt8]
    package let manifest: SegmentManifest
    /// The manifest's canonical JSON, for the store and the file beside the segment.
    package let manifestJSON: [UInt8]
    package var name: SegmentName { manifest.name }
}

/// The lines of a segment, deflated, before it has a name.
package struct DeflatedLines: Sendable {
    private let bytes: [UInt8]
    private let sha256: String
    private let messages: Int
    private let members: [SegmentManifest.Member]
    private let index: [IndexHash: [Int]]

    init(
        bytes: [UInt8], sha256: String, messages: Int, members: [SegmentManifest.Member], index: [IndexHash: [Int]]
    ) {
        (self.bytes, self.sha256, self.messages) = (bytes, sha256, messages)
        (self.members, self.index) = (members, index)
    }

    /// The segment under these facts.
    package func segment(_ facts: SegmentFacts) throws(ArchiveError) -> Segment {
        let manifest = try SegmentManifest(
            facts: facts, sha256: sha256, bytes: bytes.count, messages: messages, members: members, index: index)
        return Segment(bytes: bytes, manifest: manifest, manifestJSON: manifest.canonicalJSON)
    }
}

/// Gathers the lines of one batch, cuts them into members at line ends, and deflates each by itself on all cores.
///
/// It touches no file. Memory: the lines, once more what they compress to, and the index.
package struct SegmentBuilder: Sendable {
    /// A member is closed before the line that would take it past this size; a longer line is a member of its own.
    static let memberBytes = 1 << 20

    private struct Draft {
        var start: Int
        var end: Int
        var conversations: Int
        let first: Int64
        var last: Int64
    }

    private let limit: Int
    private var lines: [UInt8] = []
    private var drafts: [Draft] = []
    private var messages = 0
    private var hashes: [(hash: IndexHash, member: Int)] = []

    /// - Parameter limit: bytes of lines that a batch may hold. One conversation that is longer is a batch of its own.
    package init(limit: Int = 16 << 20) {
        self.limit = limit
        lines.reserveCapacity(limit)
    }

    package var isEmpty: Bool { drafts.isEmpty }
    /// No further line belongs in this batch.
    package var isFull: Bool { lines.count >= limit }
    /// Bytes of lines so far, line ends included.
    package var jsonBytes: Int { lines.count }
    package var conversations: Int { drafts.reduce(0) { $0 + $1.conversations } }

    /// Whether a line of that many bytes (without its line end) still belongs in this batch.
    package func hasRoom(for count: Int) -> Bool { isEmpty || lines.count + count + 1 <= limit }

    /// At most what both files of the segment can take on disk, as gathered so far. Compressed text takes about a
    /// quarter of it.
    package var spaceNeeded: Int {
        Self.spaceNeeded(jsonBytes: lines.count, conversations: conversations, hashes: hashes.count)
    }

    /// At most what both files of a batch take on disk.
    ///
    /// - Parameter hashes: keyed hashes given with the lines, counted once for each line.
    package static func spaceNeeded(jsonBytes: Int, conversations: Int, hashes: Int) -> Int {
        // Two members in a row hold more than `memberBytes` together, so there are at most this many.
        let members = min(conversations, 2 * (jsonBytes / memberBytes) + 1)
        let segment = GzipMember.greatestBytes(deflating: jsonBytes) + 32 * members
        let manifest = 2048 + 256 * members + 48 * hashes
        return segment + manifest + 2 * 4096
    }

    /// Adds the line of one conversation.
    ///
    /// - Parameters:
    ///   - conversation: its id, above that of the line before.
    ///   - messages: how many the line holds.
    ///   - line: one line of JSON, redacted, without a line end.
    ///   - hashes: keyed hashes by which the line is to be found; the same one twice counts once.
    package mutating func append(
        conversation: Int64, messages: Int, line: UnsafeRawBufferPointer, hashes: [IndexHash]
    ) throws(ArchiveError) {
        guard drafts.last.map({ $0.last < conversation }) ?? true else {
            throw misuse(
                "conversation \(conversation) came after \(drafts.last?.last ?? 0)",
                "give lines in the order of their ids")
        }
        guard line.count < GzipMember.greatestLines else {
            throw ArchiveError(
                .damaged, "the line of conversation \(conversation) has \(line.count) bytes",
                remedy: "at most \(GzipMember.greatestLines) fit into an archive; the conversation stays in the store")
        }
        guard let first = line.baseAddress, !line.isEmpty, memchr(first, 0x0A, line.count) == nil else {
            throw misuse(
                "the line of conversation \(conversation) is empty or more than one", "write it with ConversationLine")
        }
        let start = lines.count
        lines.append(contentsOf: line)
        lines.append(UInt8(ascii: "\n"))
        if let member = drafts.indices.last, lines.count - drafts[member].start <= Self.memberBytes {
            drafts[member].end = lines.count
            drafts[member].conversations += 1
            drafts[member].last = conversation
        } else {
            drafts.append(
                Draft(start: start, end: lines.count, conversations: 1, first: conversation, last: conversation))
        }
        self.messages += messages
        self.hashes += hashes.map { ($0, drafts.count - 1) }
    }

    /// The same, of a line in an array.
    package mutating func append(
        conversation: Int64, messages: Int, line: [UInt8], hashes: [IndexHash]
    ) throws(ArchiveError) {
        var failure: ArchiveError?
        line.withUnsafeBytes { bytes in
            do throws(ArchiveError) {
                try append(conversation: conversation, messages: messages, line: bytes, hashes: hashes)
            } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Deflates the members and puts the segment together. The same lines, hashes and facts give the same bytes.
    package func finish(_ facts: SegmentFacts) throws(ArchiveError) -> Segment { try deflated().segment(facts) }

    /// All of a segment but its name and what stands in its manifest beside the lines: the part that takes time.
    package func deflated() throws(ArchiveError) -> DeflatedLines {
        guard !isEmpty else { throw misuse("a segment without a line", "finish only a batch that holds something") }
        let deflated = try deflateAll()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(deflated.reduce(0) { $0 + $1.count })
        var members: [SegmentManifest.Member] = []
        for (draft, member) in zip(drafts, deflated) {
            members.append(
                SegmentManifest.Member(
                    offset: bytes.count, bytes: member.count, jsonBytes: draft.end - draft.start,
                    conversations: draft.conversations, first: draft.first, last: draft.last))
            bytes += member
        }
        return DeflatedLines(
            bytes: bytes, sha256: SHA256.hash(data: bytes).hexadecimal, messages: messages, members: members,
            index: index())
    }

    private func deflateAll() throws(ArchiveError) -> [[UInt8]] {
        var results = [Result<[UInt8], ArchiveError>](repeating: .success([]), count: drafts.count)
        lines.withUnsafeBytes { lines in
            results.withUnsafeMutableBufferPointer { results in
                // Each iteration reads its own lines and writes its own element only.
                nonisolated(unsafe) let (lines, results) = (lines, results)
                DispatchQueue.concurrentPerform(iterations: drafts.count) { number in
                    let draft = drafts[number]
                    results[number] = Result { () throws(ArchiveError) in
                        try GzipMember.deflated(UnsafeRawBufferPointer(rebasing: lines[draft.start..<draft.end]))
                    }
                }
            }
        }
        var members: [[UInt8]] = []
        for result in results { members.append(try result.get()) }
        return members
    }

    private func index() -> [IndexHash: [Int]] {
        var index: [IndexHash: [Int]] = [:]
        // Members come in rising order, so a repetition is the last one again.
        for (hash, member) in hashes where index[hash]?.last != member { index[hash, default: []].append(member) }
        return index
    }

    private func misuse(_ what: String, _ remedy: String) -> ArchiveError {
        ArchiveError(.misuse, what, remedy: remedy)
    }
}
