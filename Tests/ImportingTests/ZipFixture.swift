/// Writes zip files byte by byte (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16), stored without compression, with
/// whatever lies a test wants in them.
struct ZipFixture {
    struct Member {
        var name: String
        var bytes: [UInt8]
        /// What the directory says, where it is not the truth.
        var claimedSize: UInt32?
        var mode: UInt32 = 0o100644
        var isEncrypted = false
        var checksum: UInt32?

        init(_ name: String, _ text: String) { (self.name, bytes) = (name, Array(text.utf8)) }
    }

    static func archive(_ members: [Member]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let offset = UInt32(file.count)
            let fields = fields(member)
            file += number(0x0403_4B50, 4) + number(20, 2) + fields + Array(member.name.utf8) + member.bytes
            directory += number(0x0201_4B50, 4) + number(0x0314, 2) + number(20, 2) + fields
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(member.mode << 16, 4) + number(offset, 4)
            directory += Array(member.name.utf8)
        }
        let start = UInt32(file.count)
        file += directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
        file += number(UInt32(members.count), 2) + number(UInt32(members.count), 2)
        return file + number(UInt32(directory.count), 4) + number(start, 4) + number(0, 2)
    }

    /// Flags, method, time, date, check sum, the two sizes, the lengths of name and extra field.
    private static func fields(_ member: Member) -> [UInt8] {
        number(member.isEncrypted ? 0x0801 : 0x0800, 2) + number(0, 2) + number(0, 2) + number(0x5A21, 2)
            + number(member.checksum ?? crc32(member.bytes), 4) + number(UInt32(member.bytes.count), 4)
            + number(member.claimedSize ?? UInt32(member.bytes.count), 4) + number(UInt32(member.name.utf8.count), 2)
            + number(0, 2)
    }

    private static func number(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
