import Conversations

/// What a segment is for: the facts that its manifest records and that the lines themselves do not give.
package struct SegmentFacts: Sendable, Equatable {
    /// 16 hexadecimal digits.
    package var storeID: String
    package var run: Int
    package var batch: Int
    package var rule: String
    /// Of the parsed policy.
    package var policyHash: String
    /// The end year whose archive key the pseudonyms and the index were made with.
    package var cohort: Int
    /// Names that key without telling it: `KeyFolder.id(of:)`.
    package var keyID: String
    /// The date whose night erases the segment.
    package var endsOn: CivilDate

    package init(
        storeID: String, run: Int, batch: Int, rule: String, policyHash: String, cohort: Int, keyID: String,
        endsOn: CivilDate
    ) {
        (self.storeID, self.run, self.batch, self.rule) = (storeID, run, batch, rule)
        (self.policyHash, self.cohort, self.keyID, self.endsOn) = (policyHash, cohort, keyID, endsOn)
    }
}

/// What is known of a segment: enough to find, check and read every part of it. Kept as canonical JSON in the store,
/// and beside the segment.
package struct SegmentManifest: Sendable, Equatable {
    /// The version of the format that `Documentation/ArchiveFormat.md` describes.
    package static let format = 1

    /// A gzip member: where it is in the file, and which lines it holds.
    package struct Member: Sendable, Equatable, Codable {
        package let offset: Int
        /// Compressed.
        package let bytes: Int
        /// Of its lines, line ends included.
        package let jsonBytes: Int
        /// Lines: one a conversation.
        package let conversations: Int
        package let first: Int64
        package let last: Int64
    }

    package let facts: SegmentFacts
    /// Of the segment file, 64 hexadecimal digits.
    package let sha256: String
    /// Of the segment file.
    package let bytes: Int
    package let messages: Int
    package let members: [Member]
    /// Each keyed hash and the members (rising numbers, from 0) that hold its conversations.
    package let index: [IndexHash: [Int]]
    package let name: SegmentName

    package var conversations: Int { members.reduce(0) { $0 + $1.conversations } }
    package var jsonBytes: Int { members.reduce(0) { $0 + $1.jsonBytes } }

    /// The members to read for a keyed hash; none where the segment does not hold it.
    package func members(holding hash: IndexHash) -> [Int] { index[hash] ?? [] }

    /// Refuses numbers that cannot be: they would lead a reader astray.
    init(
        facts: SegmentFacts, sha256: String, bytes: Int, messages: Int, members: [Member], index: [IndexHash: [Int]]
    ) throws(ArchiveError) {
        guard let name = SegmentName(storeID: facts.storeID, run: facts.run, batch: facts.batch, sha256: sha256),
            unhexadecimal(sha256)?.count == 32, unhexadecimal(facts.storeID)?.count == 8
        else {
            throw ArchiveError(
                .damaged, "a manifest whose store id, run or digest has not its form", remedy: Self.remedy)
        }
        (self.facts, self.sha256, self.bytes, self.messages) = (facts, sha256, bytes, messages)
        (self.members, self.index, self.name) = (members, index, name)
        guard isSound else {
            throw ArchiveError(.damaged, "the manifest of \(name) contradicts itself", remedy: Self.remedy)
        }
    }

    static let remedy = "restore it from the store or a backup, then `retention archive verify`"

    /// Sizes are within bounds that no sum of them overflows, members follow one another from the first byte to the last, ids rise, and the index names members that are there.
    private var isSound: Bool {
        var (offset, last) = (0, Int64.min)
        for (number, member) in members.enumerated() {
            guard member.offset == offset, (1...GzipMember.greatestBytes).contains(member.bytes),
                (1...GzipMember.greatestLines).contains(member.jsonBytes),
                (1...member.jsonBytes).contains(member.conversations),
                member.jsonBytes <= member.bytes * GzipMember.greatestRatio,
                number == 0 || member.first > last, member.last >= member.first
            else { return false }
            (offset, last) = (offset + member.bytes, member.last)
        }
        return !members.isEmpty && offset == bytes && messages >= 0
            && index.values.allSatisfy { numbers in
                !numbers.isEmpty && numbers.allSatisfy(members.indices.contains)
                    && zip(numbers, numbers.dropFirst()).allSatisfy(<)
            }
    }
}
