import Conversations
import Foundation
import Testing

@testable import Archiving

@Suite struct KeyFolderTests {
    let folder: TemporaryFolder
    let keys: KeyFolder
    init() throws {
        folder = try TemporaryFolder()
        keys = try KeyFolder.create(at: folder.path("keys"), date: CivilDate(daysSince1970: 20_454))  // 2026-01-01
    }

    private func opened() -> ArchiveError.Kind? { kind { _ = try KeyFolder.open(at: keys.path) } }

    @Test func `the keys are there, one a file, private, all different`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: keys.path)
        let expected =
            ["message-ids.key", "suppression.key", "blocks.key", "ledger.key"]
            + (2009...2056).map { "archive-\($0).key" }
        #expect(names.sorted() == expected.sorted())
        #expect(try folder.mode("keys") == 0o700)
        var contents: Set<[UInt8]> = []
        for name in names {
            #expect(try folder.mode("keys/\(name)") == 0o600)
            let bytes = try folder.bytes("keys/\(name)")
            #expect(bytes.count == 65 && bytes.last == 10)
            contents.insert(bytes)
        }
        #expect(contents.count == names.count)
        #expect(try folder.names() == ["keys"])
    }

    @Test func `modes do not follow the umask`() throws {
        let path = folder.path("open")
        let open = try withOpenMask {
            try KeyFolder.create(at: path, date: CivilDate(daysSince1970: 20_454))
        }
        #expect(try folder.mode("open") == 0o700)
        #expect(try folder.mode("open/ledger.key") == 0o600)
        #expect(open.fingerprint != keys.fingerprint)
    }

    @Test func `a key folder is opened again with the same fingerprint and hashes`() throws {
        let again = try KeyFolder.open(at: keys.path + "/")
        #expect(again.fingerprint == keys.fingerprint)
        #expect(again.fingerprint.utf8.count == 64)
        #expect(try again.hmac(.ledger, [1, 2]) == keys.hmac(.ledger, [1, 2]))
        #expect(try again.id(of: .archive(endYear: 2030)) == keys.id(of: .archive(endYear: 2030)))
    }

    /// RFC 4231, test cases 1 and 2. HMAC fills a short key up with zeros, so 32 bytes can stand for 4 and 20.
    @Test(arguments: [
        ("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c7"),
        ("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b"),
    ])
    func `hashes are the first half of HMAC-SHA-256 under the key in the file`(
        key: String, data: String, expected: String
    ) throws {
        let text = key + String(repeating: "0", count: 64 - key.utf8.count) + "\n"
        try folder.put(Array(text.utf8), "keys/archive-2031.key")
        let keys = try KeyFolder.open(at: keys.path)
        #expect(try keys.hmac(.archive(endYear: 2031), Array(data.utf8)).hex == expected)
    }

    @Test func `each purpose has its own hashes`() throws {
        let purposes: [KeyPurpose] = [
            .messageIDs, .suppression, .blocks, .ledger, .archive(endYear: 2030), .archive(endYear: 2031),
        ]
        #expect(Set(try purposes.map { try keys.hmac($0, [7]) }).count == purposes.count)
    }

    @Test func `a year without a key is an error, not another key`() throws {
        #expect(kind { _ = try keys.hmac(.archive(endYear: 2057), [1]) } == .missing)
        #expect(kind { _ = try keys.hmac(.archive(endYear: 2008), [1]) } == .missing)
    }

    @Test func `an existing folder, file or link is never written into`() throws {
        let before = keys.fingerprint
        #expect(
            kind { _ = try KeyFolder.create(at: keys.path, date: CivilDate(daysSince1970: 20_454)) } == .cannotCreate)
        #expect(try KeyFolder.open(at: keys.path).fingerprint == before)
        #expect(symlink(folder.path("nowhere"), folder.path("link")) == 0)
        #expect(
            kind { _ = try KeyFolder.create(at: folder.path("link"), date: CivilDate(daysSince1970: 0)) }
                == .cannotCreate)
        #expect(mkdir(folder.path("half.retention-init"), 0o700) == 0)
        #expect(
            kind { _ = try KeyFolder.create(at: folder.path("half"), date: CivilDate(daysSince1970: 0)) }
                == .cannotCreate)
    }

    @Test(arguments: ["message-ids.key", "ledger.key", "archive-2009.key", "archive-2040.key"])
    func `a missing key is named`(file: String) throws {
        #expect(unlink(folder.path("keys/\(file)")) == 0)
        do {
            _ = try KeyFolder.open(at: keys.path)
            Issue.record("opened")
        } catch {
            #expect(error.kind == .missing)
            #expect(error.what.contains(file))
        }
    }

    @Test func `losing the last year's key changes the fingerprint`() throws {
        #expect(unlink(folder.path("keys/archive-2056.key")) == 0)
        #expect(try KeyFolder.open(at: keys.path).fingerprint != keys.fingerprint)
    }

    @Test func `a key of another form is refused, and not told`() throws {
        let good = try folder.bytes("keys/blocks.key")
        let bad = [
            [], Array(good.dropLast()), good + [10], Array(good.dropLast(2)) + [10],
            [UInt8](repeating: 0x47, count: 64) + [10],
            Array(good.dropLast()) + [13],
            Array(String(decoding: good, as: UTF8.self).uppercased().utf8.dropLast(2)) + [0x5A, 10],
        ]
        for bytes in bad {
            try folder.put(bytes, "keys/blocks.key")
            do {
                _ = try KeyFolder.open(at: keys.path)
                Issue.record("opened \(bytes.count) bytes")
            } catch {
                #expect(error.kind == .damaged)
                #expect(
                    !error.description.contains(String(decoding: bytes.prefix(8), as: UTF8.self)) || bytes.count < 8)
            }
        }
    }

    @Test func `open modes, links and missing folders are refused`() throws {
        #expect(chmod(keys.path, 0o750) == 0)
        #expect(opened() == .cannotCreate)
        #expect(chmod(keys.path, 0o700) == 0)
        #expect(chmod(folder.path("keys/ledger.key"), 0o644) == 0)
        #expect(opened() == .cannotCreate)
        #expect(chmod(folder.path("keys/ledger.key"), 0o600) == 0)
        #expect(opened() == nil)
        #expect(rename(folder.path("keys/ledger.key"), folder.path("away")) == 0)
        #expect(symlink(folder.path("away"), folder.path("keys/ledger.key")) == 0)
        #expect(opened() == .cannotCreate)
        #expect(kind { _ = try KeyFolder.open(at: folder.path("none")) } == .missing)
        #expect(symlink(keys.path, folder.path("link")) == 0)
        #expect(kind { _ = try KeyFolder.open(at: folder.path("link")) } == .cannotCreate)
    }
}
