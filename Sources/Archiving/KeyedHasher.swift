import Crypto

/// Computes keyed hashes under one key: the first 16 bytes of an HMAC-SHA-256.
package struct KeyedHasher: Sendable {
    private let prepared: HMAC<SHA256>

    init(_ prepared: HMAC<SHA256>) { self.prepared = prepared }

    package func hash(_ bytes: UnsafeRawBufferPointer) -> IndexHash {
        var code = prepared
        code.update(data: bytes)
        return code.finalize().withUnsafeBytes { code in
            IndexHash(
                high: UInt64(bigEndian: code.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    package func hash(_ bytes: [UInt8]) -> IndexHash { bytes.withUnsafeBytes { hash($0) } }
}
