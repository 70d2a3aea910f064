import Conversations
import Foundation
import StorePort

/// Takes the files out of a zip that messages name, into the media folder, under names that tell nothing. A file's
/// name is written to the store before the file is made and taken back with the message's row: a file that lost its
/// import is unlinked by the next night.
final class MediaExtraction {
    /// Inflated bytes that one file may have: the messenger sends none above 2 GiB.
    private static let largest: UInt64 = 2 << 30

    private let archive: ZipArchive
    private let folder: String
    private let members: [[UInt8]: ZipArchive.Member]
    private let chat: ZipArchive.Member
    private var named: Set<UInt64> = []
    /// Files that were taken, and why the first of those that could not be was left.
    private(set) var taken = 0
    private(set) var fault: ImportFault?

    /// - Parameter folder: the store's media folder.
    init(_ archive: ZipArchive, chat: ZipArchive.Member, folder: String) {
        (self.archive, self.chat, self.folder) = (archive, chat, folder)
        let named = archive.members.filter { $0 != chat }.map { (PlainText.of($0.name, folded: false), $0) }
        members = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// Files in the zip that no message names, or that could not be taken: while there are any, it is not erased.
    var left: Int { archive.members.count { $0 != chat && !named.contains($0.index) } }

    private struct Wanted {
        let index: Int
        let member: ZipArchive.Member
        let name: String
        /// Of a message that was imported without its file.
        let place: SeenMessage?
    }

    /// Takes the files of those messages that were never imported, whose rows are written afterwards, and of those
    /// that were imported without their file.
    func take(_ messages: inout [ImportedMessage], store: any ImportStore) throws {
        var wanted: [(index: Int, member: ZipArchive.Member)] = []
        for index in messages.indices {
            guard let name = messages[index].attachment, let member = members[name] else { continue }
            named.insert(member.index)
            wanted.append((index, member))
        }
        guard !wanted.isEmpty else { return }
        let files = try store.importing { transaction in
            var prints: Set<Fingerprint> = []
            return try wanted.compactMap { index, member -> Wanted? in
                let print = messages[index].fingerprint
                guard prints.insert(print).inserted else { return nil }
                let place = try transaction.seen(print)
                if let place, try !transaction.lacksFile(place) { return nil }
                let name = MediaExtraction.neutralName()
                try transaction.expect(file: name)
                return Wanted(index: index, member: member, name: name, place: place)
            }
        }
        try requireRoom(files.reduce(0) { $0 + $1.member.size })
        for file in files {
            do {
                let bytes = try write(file.member, to: file.name)
                messages[file.index].file = MediaFile(name: file.name, bytes: bytes)
                taken += 1
            } catch let error as ImportFault where error.kind == .unreadable {
                // The message stays without its file, and so does the zip.
                named.remove(file.member.index)
                fault = fault ?? error
            }
        }
        try synchronizeFolder()
        try store.importing { transaction in
            for file in files {
                guard let place = file.place, let taken = messages[file.index].file else { continue }
                try transaction.attach(taken, to: place)
            }
        }
    }

    private static func neutralName() -> String {
        (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
    }

    /// Streams one member into a new file of mode 0600. Returns its size.
    private func write(_ member: ZipArchive.Member, to name: String) throws -> Int64 {
        guard member.size <= Self.largest else { throw ImportFault.zip("a file in it is larger than 2 GiB") }
        let source = try archive.open(member)
        let path = "\(folder)/\(name)"
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refused() }
        defer { close(descriptor) }
        do {
            var block = [UInt8](repeating: 0, count: 256 * 1024)
            var total: Int64 = 0
            while true {
                let count = try block.withUnsafeMutableBytes { try source.read(into: $0) }
                guard count > 0 else { break }
                try block.withUnsafeBytes { try writeAll(.init(rebasing: $0[..<count]), to: descriptor) }
                total += Int64(count)
            }
            guard fsync(descriptor) == 0 else { throw refused() }
            return total
        } catch {
            unlink(path)
            throw error
        }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw refused() }
            rest = .init(rebasing: rest[count...])
        }
    }

    /// The directory of the zip says how much comes; it is held to it while it is read.
    private func requireRoom(_ bytes: UInt64) throws {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { throw refused() }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        guard bytes <= free else {
            throw ImportFault(
                .inputOutput, "the media folder's disk has room for \(free) bytes, and \(bytes) are to come",
                remedy: "free space and import the file again; nothing of its rest was taken")
        }
    }

    private func synchronizeFolder() throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw refused() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw refused() }
    }

    private func refused() -> ImportFault {
        ImportFault(
            .inputOutput, "the media folder refused a file: \(String(cString: strerror(errno)))",
            remedy: "check that it is there and yours, and the disk; then import the file again")
    }
}
