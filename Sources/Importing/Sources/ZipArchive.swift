import CLibzip
import Foundation

/// A zip file of an export: one chat, and the files that were sent in it. Members are listed under limits and
/// read as a stream; names are looked at, never used as paths.
///
/// Reference: <https://libzip.org/documentation/>.
final class ZipArchive {
    /// What a zip of an export never exceeds. A member of deflate cannot inflate by more than about 1,032 to 1.
    struct Limits {
        var members: Int64 = 50_000
        var nameLength = 512
        var depth = 4
        /// Bytes of a member, inflated.
        var textSize: UInt64 = 2 << 30
        /// Inflated bytes for one compressed byte, beyond the first MiB.
        var ratio: UInt64 = 200
    }

    struct Member: Equatable {
        let index: UInt64
        let size: UInt64
        /// The last part of its name.
        let name: [UInt8]
    }

    private let handle: OpaquePointer
    private let limits: Limits
    /// All files, in the order of the directory.
    private(set) var members: [Member] = []

    init(path: String, limits: Limits = Limits()) throws {
        let descriptor = try FileBytes.openRegular(path)
        var code: Int32 = 0
        guard let handle = zip_fdopen(descriptor, 0, &code) else {
            close(descriptor)
            throw ImportFault.zip("it is damaged or cut off (libzip error \(code))")
        }
        (self.handle, self.limits) = (handle, limits)
        let count = zip_get_num_entries(handle, 0)
        guard count <= limits.members else { throw ImportFault.zip("it has more than \(limits.members) members") }
        for index in 0..<UInt64(max(0, count)) {
            if let member = try member(index) { members.append(member) }
        }
    }

    deinit { zip_discard(handle) }

    /// The chat's text: `_chat.txt` (iOS), or the one text that is named as the messenger names it (Android).
    func chat() throws -> Member {
        let texts = members.filter { $0.name.suffix(4).map(\.asciiLowercased) == Array(".txt".utf8) }
        let named = texts.filter { $0.name == Array("_chat.txt".utf8) }
        let candidates = named.isEmpty ? texts.filter { ZipArchive.isChatName($0.name) } : named
        let chosen = candidates.isEmpty && texts.count == 1 ? texts : candidates
        guard let only = chosen.first else { throw ImportFault.zip("no member of it is the text of a chat") }
        guard chosen.count == 1 else { throw ImportFault.zip("it holds \(chosen.count) chats, and one is expected") }
        return only
    }

    /// Names that the messenger gives, in the languages of `ExportWords`: all hold its own.
    private static func isChatName(_ name: [UInt8]) -> Bool {
        String(decoding: PlainText.of(name, folded: true), as: UTF8.self).contains("whatsapp")
    }

    /// The inflated bytes of a member. Its check sum is compared at the end.
    func open(_ member: Member) throws -> some ByteSource { try ZipMemberBytes(self, handle, member) }

    /// Nil for a folder.
    private func member(_ index: UInt64) throws -> Member? {
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0,
            let raw = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW))
        else { throw ImportFault.zip("member \(index + 1) cannot be listed") }
        let name = Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map { UInt8(bitPattern: $0) }
        try check(name, index)
        if name.last == UInt8(ascii: "/") { return nil }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw ImportFault.zip("member \(index + 1) is encrypted")
        }
        try refuseLinks(index)
        guard status.size <= limits.textSize,
            status.size <= 1 << 20 || status.size / limits.ratio <= max(1, status.comp_size)
        else { throw ImportFault.zip("member \(index + 1) inflates beyond what a chat, a picture or a document does") }
        let last = name.lastIndex(of: UInt8(ascii: "/")).map { Array(name[($0 + 1)...]) } ?? name
        return Member(index: index, size: status.size, name: last)
    }

    /// Paths that lead out of where they are unpacked, and names that no messenger writes.
    private func check(_ name: [UInt8], _ index: UInt64) throws {
        let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isHostile =
            name.isEmpty || name.count > limits.nameLength || name.first == UInt8(ascii: "/")
            || parts.count > limits.depth
            || parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
            || name.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
            || (name.count >= 2 && name[1] == UInt8(ascii: ":") && name[0].isASCIILetter)
        guard !isHostile else {
            throw ImportFault.zip("member \(index + 1) has a name that leads elsewhere or that no messenger writes")
        }
    }

    /// On Unix the upper half of the attributes is the file's mode.
    private func refuseLinks(_ index: UInt64) throws {
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        guard zip_file_get_external_attributes(handle, index, 0, &system, &attributes) == 0,
            system == UInt8(ZIP_OPSYS_UNIX)
        else { return }
        let type = attributes >> 16 & UInt32(S_IFMT)
        guard type == 0 || type == UInt32(S_IFREG) || type == UInt32(S_IFDIR) else {
            throw ImportFault.zip("member \(index + 1) is a link or a device")
        }
    }
}

/// One member, inflated as it is read. It never gives more than the directory says.
private final class ZipMemberBytes: ByteSource {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let size: UInt64
    /// From 1, for messages.
    private let number: UInt64
    private var given: UInt64 = 0

    init(_ archive: ZipArchive, _ handle: OpaquePointer, _ member: ZipArchive.Member) throws {
        guard let file = zip_fopen_index(handle, member.index, 0) else {
            throw ImportFault.zip("member \(member.index + 1) cannot be opened")
        }
        (self.archive, self.file, size, number) = (archive, file, member.size, member.index + 1)
    }

    deinit { zip_fclose(file) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        let count = zip_fread(file, base, zip_uint64_t(buffer.count))
        guard count >= 0 else { throw ImportFault.zip("member \(number) is damaged or cut off") }
        given += UInt64(count)
        guard given <= size, count > 0 || given == size else {
            throw ImportFault.zip("member \(number) is not of the size that the zip says")
        }
        return Int(count)
    }
}

extension ImportFault {
    static func zip(_ what: String) -> ImportFault {
        ImportFault(.unreadable, "this zip is refused: \(what)", remedy: "export the chat again")
    }
}

extension UInt8 { fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(asciiLowercased) } }
