import Crypto
import Dispatch

/// What a check read, and found to be as its manifest says.
package struct SegmentCheck: Sendable, Equatable {
    package let conversations: Int
    /// Of the segment file.
    package let bytes: Int
    /// Of the lines.
    package let jsonBytes: Int
}

extension OpenFile {
    /// Reads the whole file and compares it with its manifest: size, SHA-256, and each member at its place inflating
    /// to its size and its number of lines. The members and the digest are worked on by all cores.
    func check(_ manifest: SegmentManifest) throws(ArchiveError) -> SegmentCheck {
        let size = try size()
        guard size == manifest.bytes else { throw .damaged("\(name) has \(size) bytes, not \(manifest.bytes)") }
        let members = manifest.members
        let (descriptor, name) = (descriptor, name)
        var failures = [ArchiveError?](repeating: nil, count: members.count + 1)
        failures.withUnsafeMutableBufferPointer { failures in
            // Each iteration writes its own element only.
            nonisolated(unsafe) let failures = failures
            DispatchQueue.concurrentPerform(iterations: members.count + 1) { number in
                let place = SegmentBytes(descriptor: descriptor, name: name)
                do throws(ArchiveError) {
                    if number == 0 {
                        try place.compareDigest(manifest.sha256, manifest.bytes)
                    } else {
                        try place.countLines(of: members[number - 1], number: number - 1)
                    }
                } catch { failures[number] = error }
            }
        }
        if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
        return SegmentCheck(
            conversations: manifest.conversations, bytes: manifest.bytes, jsonBytes: manifest.jsonBytes)
    }
}

/// The bytes of an open segment file, for several readers at a time. It does not own the descriptor.
struct SegmentBytes: Sendable {
    let descriptor: Int32
    let name: String

    /// - Parameter bytes: of the whole file.
    func compareDigest(_ sha256: String, _ bytes: Int) throws(ArchiveError) {
        var digest = SHA256()
        var offset = 0
        while offset < bytes {
            let piece = try readExactly(min(1 << 20, bytes - offset), of: descriptor, at: offset, name: name)
            digest.update(data: piece)
            offset += piece.count
        }
        guard digest.finalize().hexadecimal == sha256 else {
            throw .damaged("the SHA-256 of \(name) is not the one in its manifest")
        }
    }

    func countLines(of member: SegmentManifest.Member, number: Int) throws(ArchiveError) {
        var (lines, last) = (0, UInt8(0))
        try inflate(member, number: number) { piece in
            for byte in piece where byte == UInt8(ascii: "\n") { lines += 1 }
            last = piece.last ?? last
        }
        guard lines == member.conversations, last == UInt8(ascii: "\n") else {
            throw .damaged("member \(number) of \(name) holds \(lines) lines, not \(member.conversations)")
        }
    }

    /// Gives the bytes of a member piece by piece. Errors name the file and the member.
    func inflate(
        _ member: SegmentManifest.Member, number: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws(ArchiveError) {
        let compressed = try readExactly(member.bytes, of: descriptor, at: member.offset, name: name)
        do {
            try compressed.withUnsafeBytes { try GzipMember.inflate($0, to: member.jsonBytes, body) }
        } catch let error as ArchiveError {
            throw ArchiveError(error.kind, "member \(number) of \(name): \(error.what)", remedy: error.remedy)
        } catch {
            throw .damaged("member \(number) of \(name) could not be read")
        }
    }
}
