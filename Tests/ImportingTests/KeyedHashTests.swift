import StorePort
import Testing

@testable import Importing

struct KeyedHashTests {
    private let hash = KeyedHash(key: Array("Jefe, who wants something".utf8))

    @Test func `the same thing has another hash for another subject and another key`() {
        let other = KeyedHash(key: Array("another key of some length".utf8))
        let hashes = [hash.of(.message, "x"), hash.of(.thread, "x"), hash.of(.message, "y"), other.of(.message, "x")]
        #expect(Set(hashes).count == 4)
        #expect(hash.of(.message, "x") == hashes[0])
    }

    @Test func `pieces hash as the whole`() {
        var stream = KeyedHash.Stream(hash, .source)
        stream.add(Array("one ".utf8))
        stream.add(Array("two".utf8))
        #expect(stream.value() == hash.of(.source, "one two"))
    }

    /// HMAC-SHA256 by OpenSSL: printf 'message\0x' | openssl dgst -sha256 -mac HMAC -macopt key:'Jefe, who wants something'
    @Test func `it is HMAC-SHA256 over a word, a zero byte and the bytes, cut to 16`() {
        let hex = hash.of(.message, "x").bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "2035293e743d178bbb7e3d2b8b2995ac")
    }

    @Test func `a fingerprint gives back its bytes`() {
        let bytes = (1...16).map { UInt8($0) }
        #expect((bytes + [99]).withUnsafeBytes(Fingerprint.init(hash:)).bytes == bytes)
    }
}
