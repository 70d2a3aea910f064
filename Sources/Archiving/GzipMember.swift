import CZlib

/// One gzip member (RFC 1952) as this product writes it: deflate at level 6, no name, no comment, no time, the operating
/// system "unknown", so that the same lines give the same bytes and the header tells nothing.
enum GzipMember {
    /// ID1 ID2, CM = deflate, FLG = 0, MTIME = 0, XFL = 0, OS = 255. A member that begins otherwise is not ours.
    static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// Deflate reaches at most 1032:1; a member that claims more is refused before a byte of it is inflated.
    static let greatestRatio = 1_100

    /// The longest that the lines of a member may be: one conversation of a gibibyte.
    static let greatestLines = 1 << 30

    /// What a member of the longest lines may take.
    static let greatestBytes = greatestBytes(deflating: greatestLines)

    /// What `count` bytes may take when deflated: zlib's own bound, with the gzip header and trailer.
    static func greatestBytes(deflating count: Int) -> Int {
        count + (count >> 12) + (count >> 14) + (count >> 25) + 13 + 18
    }

    static func deflated(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) -> [UInt8] {
        guard bytes.count <= greatestLines else {
            throw ArchiveError(
                .damaged, "\(bytes.count) bytes in one member", remedy: "a conversation may have \(greatestLines) bytes"
            )
        }
        var stream = z_stream()
        var status = deflateInit2_(
            &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw failure(status) }
        defer { deflateEnd(&stream) }
        var fixed = gz_header()
        fixed.os = 255
        let capacity = greatestBytes(deflating: bytes.count)
        let member = withUnsafeMutablePointer(to: &fixed) { head in
            // zlib keeps the pointer until the header is written, which is within this closure.
            deflateSetHeader(&stream, head)
            return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                stream.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = uInt(clamping: bytes.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(clamping: capacity)
                status = deflate(&stream, Z_FINISH)
                filled = capacity - Int(stream.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw failure(status) }
        return member
    }

    /// Inflates one member, giving its bytes piece by piece, and checks that it is one member and nothing more, of
    /// exactly `count` bytes, with the right checksum. Memory: one piece of 64 KiB, whatever the member claims.
    static func inflate(
        _ member: UnsafeRawBufferPointer, to count: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard member.count <= greatestBytes, member.starts(with: header) else {
            throw ArchiveError.damaged("the header is not as this product writes it")
        }
        guard count <= member.count * greatestRatio else {
            throw ArchiveError.damaged("it claims to inflate beyond 1:\(greatestRatio)")
        }
        var stream = z_stream()
        var status = inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw failure(status) }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: member.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = uInt(clamping: member.count)
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { piece.deallocate() }
        var total = 0
        repeat {
            stream.next_out = piece.bindMemory(to: UInt8.self).baseAddress
            stream.avail_out = uInt(piece.count)
            status = CZlib.inflate(&stream, Z_NO_FLUSH)
            let made = piece.count - Int(stream.avail_out)
            guard status == Z_OK || status == Z_STREAM_END, made > 0 || status == Z_STREAM_END else {
                throw ArchiveError.damaged("it does not inflate")
            }
            total += made
            guard total <= count else { throw ArchiveError.damaged("it inflates to more than \(count) bytes") }
            try body(UnsafeRawBufferPointer(rebasing: piece[..<made]))
        } while status != Z_STREAM_END
        guard stream.avail_in == 0 else { throw ArchiveError.damaged("\(stream.avail_in) bytes follow its end") }
        guard total == count else { throw ArchiveError.damaged("it inflates to \(total) bytes, not \(count)") }
    }

    private static func failure(_ status: Int32) -> ArchiveError {
        ArchiveError(.inputOutput, "zlib could not work (status \(status))", remedy: "free memory and run again")
    }
}
