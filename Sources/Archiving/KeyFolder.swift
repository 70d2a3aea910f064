import Conversations
import Crypto
import Glibc

/// What a key is for. Each purpose has a key of its own from the first day, so that destroying one leaves the others.
package enum KeyPurpose: Hashable, Sendable {
    /// Hashes of message ids and of threads, for imports.
    case messageIDs
    /// People who want no information, after their number went.
    case suppression
    /// People who were blocked.
    case blocks
    /// What was erased.
    case ledger
    /// Pseudonyms and indexes of the segments that end in that year: one cohort.
    case archive(endYear: Int)

    /// The name of its file in the key folder.
    package var file: String {
        switch self {
        case .messageIDs: "message-ids.key"
        case .suppression: "suppression.key"
        case .blocks: "blocks.key"
        case .ledger: "ledger.key"
        case .archive(let year): "archive-\(year).key"
        }
    }

    static let single: [KeyPurpose] = [.messageIDs, .suppression, .blocks, .ledger]
    /// No message of the messenger is older.
    static let firstYear = 2009
    /// End years that `retention init` makes keys for, counted from its own.
    static let yearsAhead = 30

    static func all(through year: Int) -> [KeyPurpose] {
        single + (firstYear...max(firstYear, year)).map { .archive(endYear: $0) }
    }
}

/// The keys of a store: files of 32 random bytes in hexadecimal, in a folder that only their owner may enter.
///
/// It is made once, by `retention init`; nothing else ever makes a key. Messages name files, never what is in them.
package struct KeyFolder: Sendable {
    package let path: String
    private let keys: [KeyPurpose: SymmetricKey]
    /// SHA-256, in hexadecimal, over the names and ids of all keys: what a store is bound to. It tells nothing of a key.
    package let fingerprint: String

    /// Makes the folder and all keys through 30 years after `date`. A folder, file or link that is there is refused (73).
    package static func create(at path: String, date: CivilDate) throws(ArchiveError) -> KeyFolder {
        try draft(at: path, date: date)
        return try publish(at: path)
    }

    /// Where the keys are made: a folder beside theirs, which gets its name when all are durable. A stopped `init` leaves
    /// no half set of keys under the name.
    package static func draftPath(of path: String) -> String { Folder.plain(path) + ".retention-init" }

    /// Makes all keys, under the name of their draft.
    @discardableResult
    package static func draft(at path: String, date: CivilDate) throws(ArchiveError) -> KeyFolder {
        let (final, draft) = (Folder.plain(path), draftPath(of: path))
        var status = stat()
        guard lstat(final, &status) != 0 else { throw .system(EEXIST, to: "make the key folder", final) }
        guard lstat(draft, &status) != 0 else {
            throw ArchiveError(
                .cannotCreate, "\(draft) is there, left by an `init` that was stopped",
                remedy: "remove it: no store was ever bound to its keys")
        }
        try Folder.make(draft)
        let folder = try Folder(path: draft, demand: .secret)
        for purpose in KeyPurpose.all(through: date.year + KeyPurpose.yearsAhead) {
            let key = SymmetricKey(size: .bits256).withUnsafeBytes { $0.hexadecimal }
            let file = try OpenFile(creating: purpose.file, in: folder)
            try file.write(Array("\(key)\n".utf8))
            try file.synchronize()
        }
        try folder.synchronize()
        return try open(at: draft)
    }

    /// Gives the draft its name.
    @discardableResult
    package static func publish(at path: String) throws(ArchiveError) -> KeyFolder {
        let final = Folder.plain(path)
        guard rename(draftPath(of: path), final) == 0 else { throw .system(errno, to: "name the key folder", final) }
        try Folder.synchronize(path: Folder.parent(of: final))
        return try open(at: final)
    }

    /// Opens a key folder. A folder or key that is not there is 66; one that others may enter or read, or that belongs
    /// to another user, 73; a key that has not its form, 65.
    package static func open(at path: String) throws(ArchiveError) -> KeyFolder {
        let folder: Folder
        do throws(ArchiveError) { folder = try Folder(path: path, demand: .secret) } catch {
            throw error.whereMissing(
                "mount its volume, or restore the key folder of this store from its backup: no new key would do")
        }
        var keys: [KeyPurpose: SymmetricKey] = [:]
        for purpose in KeyPurpose.all(through: try lastYear(in: folder)) {
            keys[purpose] = try key(purpose, in: folder)
        }
        return KeyFolder(path: folder.path, keys: keys)
    }

    private init(path: String, keys: [KeyPurpose: SymmetricKey]) {
        (self.path, self.keys) = (path, keys)
        let lines = keys.map { "\($0.key.file) \(Self.mark($0.value).hexadecimal)\n" }.sorted()
        fingerprint = SHA256.hash(data: Array(lines.joined().utf8)).hexadecimal
    }

    private static func lastYear(in folder: Folder) throws(ArchiveError) -> Int {
        let years = try folder.names().compactMap { name in
            (name.hasPrefix("archive-") && name.hasSuffix(".key")) ? Int(name.dropFirst(8).dropLast(4)) : nil
        }
        return years.filter { (KeyPurpose.firstYear...9999).contains($0) }.max() ?? KeyPurpose.firstYear
    }

    private static func key(_ purpose: KeyPurpose, in folder: Folder) throws(ArchiveError) -> SymmetricKey {
        let name = "\(folder.path)/\(purpose.file)"
        guard try folder.status(of: purpose.file) != nil else {
            throw ArchiveError(
                .missing, "the key \(name) is not there",
                remedy: "restore the key folder that belongs to this store; a new key would not do")
        }
        let file = try OpenFile(reading: purpose.file, in: folder)
        // 64 digits and a line end.
        guard try file.size() == 65, case let text = try file.read(65, at: 0), text.last == UInt8(ascii: "\n"),
            let bytes = unhexadecimal(String(decoding: text.dropLast(), as: UTF8.self)), bytes.count == 32
        else {
            throw ArchiveError(
                .damaged, "\(name) is not a key of 32 bytes in hexadecimal",
                remedy: "restore the key folder that belongs to this store")
        }
        return SymmetricKey(data: bytes)
    }

    /// The first 16 bytes of the HMAC-SHA-256 of `bytes` under the key for a purpose. A cohort without a key is 66.
    package func hmac(_ purpose: KeyPurpose, _ bytes: [UInt8]) throws(ArchiveError) -> IndexHash {
        try hasher(purpose).hash(bytes)
    }

    /// The same for many values under one key, which is then looked up and prepared once.
    package func hasher(_ purpose: KeyPurpose) throws(ArchiveError) -> KeyedHasher {
        KeyedHasher(HMAC<SHA256>(key: try key(purpose)))
    }

    /// The 32 bytes of a key, for a hash that is computed in pieces elsewhere. Never written anywhere.
    package func secret(of purpose: KeyPurpose) throws(ArchiveError) -> [UInt8] {
        try key(purpose).withUnsafeBytes { Array($0) }
    }

    /// Names a key without telling it: 16 hexadecimal digits, for manifests.
    package func id(of purpose: KeyPurpose) throws(ArchiveError) -> String { Self.id(try key(purpose)) }

    private func key(_ purpose: KeyPurpose) throws(ArchiveError) -> SymmetricKey {
        if let key = keys[purpose] { return key }
        throw ArchiveError(
            .missing, "\(path) holds no \(purpose.file)",
            remedy: "the period ends outside of the years that this store has keys for: check its dates")
    }

    private static func id(_ key: SymmetricKey) -> String { mark(key).prefix(8).hexadecimal }

    /// What tells keys apart: no key can be had back from it.
    private static func mark(_ key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array("retention key id".utf8), using: key)
    }
}
