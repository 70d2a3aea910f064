/// The name that a segment's two files share: `<store8>-r<run>-b<batch>-<sha16>`. It says whose the files are, and
/// nothing of what they hold.
package struct SegmentName: Hashable, Sendable {
    /// The first 8 hexadecimal digits of the store's id.
    package let store: String
    package let run: Int
    package let batch: Int
    /// The first 16 hexadecimal digits of the SHA-256 of the segment file.
    package let digest: String

    /// Nil where the store's id or the digest is too short or not lowercase hexadecimal, or a number is negative.
    package init?(storeID: String, run: Int, batch: Int, sha256: String) {
        let (store, digest) = (String(storeID.prefix(8)), String(sha256.prefix(16)))
        guard unhexadecimal(store)?.count == 4, unhexadecimal(digest)?.count == 8, run >= 0, batch >= 0 else {
            return nil
        }
        (self.store, self.run, self.batch, self.digest) = (store, run, batch, digest)
    }

    /// Reads what `description` writes, and nothing else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[1].hasPrefix("r"), parts[2].hasPrefix("b"), let run = Int(parts[1].dropFirst()),
            let batch = Int(parts[2].dropFirst())
        else { return nil }
        self.init(storeID: String(parts[0]), run: run, batch: batch, sha256: String(parts[3]))
        guard description == text else { return nil }
    }

    package var segmentFile: String { description + SegmentFile.Part.segment.rawValue }
    package var manifestFile: String { description + SegmentFile.Part.manifest.rawValue }
}

extension SegmentName: CustomStringConvertible {
    package var description: String { "\(store)-r\(run)-b\(batch)-\(digest)" }
}

extension SegmentName: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let name = SegmentName(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a segment"))
        }
        self = name
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The name of one file of a segment, final or temporary.
package struct SegmentFile: Hashable, Sendable {
    package enum Part: String, Sendable, CaseIterable {
        case segment = ".jsonl.gz"
        case manifest = ".manifest.json"
    }
    static let temporarySuffix = ".tmp"

    package let name: SegmentName
    package let part: Part
    /// Not yet under its final name: what a stopped run left.
    package let isTemporary: Bool

    init(_ name: SegmentName, _ part: Part, isTemporary: Bool = false) {
        (self.name, self.part, self.isTemporary) = (name, part, isTemporary)
    }

    /// Nil for a file that no run of ours makes.
    package init?(_ file: String) {
        let isTemporary = file.hasSuffix(Self.temporarySuffix)
        let final = isTemporary ? String(file.dropLast(Self.temporarySuffix.count)) : file
        guard let part = Part.allCases.first(where: { final.hasSuffix($0.rawValue) }),
            let name = SegmentName(String(final.dropLast(part.rawValue.count)))
        else { return nil }
        self.init(name, part, isTemporary: isTemporary)
        guard description == file else { return nil }
    }
}

extension SegmentFile: CustomStringConvertible {
    package var description: String { "\(name)\(part.rawValue)\(isTemporary ? Self.temporarySuffix : "")" }
}
