/// SipHash-2-4 of one number: what is kept of a run of digits between two nights. Without the key it tells nothing,
/// and it is fast enough to be computed for every run of digits of a file.
///
/// Reference: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012), for a message of eight bytes.
package struct KeyedNumberHash: Sendable, Equatable {
    private let key: (low: UInt64, high: UInt64)

    /// - Parameter key: 16 bytes; fewer count as followed by zeros.
    package init(key: [UInt8]) {
        func word(_ start: Int) -> UInt64 {
            (0..<8).reduce(0) { word, byte in
                start + byte < key.count ? word | UInt64(key[start + byte]) << UInt64(8 * byte) : word
            }
        }
        self.key = (word(0), word(8))
    }

    package static func == (a: KeyedNumberHash, b: KeyedNumberHash) -> Bool { a.key == b.key }

    package func callAsFunction(_ message: UInt64) -> UInt64 {
        var v0 = key.low ^ 0x736f_6d65_7073_6575
        var v1 = key.high ^ 0x646f_7261_6e64_6f6d
        var v2 = key.low ^ 0x6c79_6765_6e65_7261
        var v3 = key.high ^ 0x7465_6462_7974_6573
        @inline(__always) func round() {
            v0 &+= v1
            v1 = (v1 << 13 | v1 >> 51) ^ v0
            v0 = v0 << 32 | v0 >> 32
            v2 &+= v3
            v3 = (v3 << 16 | v3 >> 48) ^ v2
            v0 &+= v3
            v3 = (v3 << 21 | v3 >> 43) ^ v0
            v2 &+= v1
            v1 = (v1 << 17 | v1 >> 47) ^ v2
            v2 = v2 << 32 | v2 >> 32
        }
        // The message, then the last block: its length in the highest byte.
        @inline(__always) func take(_ block: UInt64) {
            v3 ^= block
            round()
            round()
            v0 ^= block
        }
        take(message)
        take(8 << 56)
        v2 ^= 0xff
        for _ in 0..<4 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }
}
