/// Reads JSON by its grammar (RFC 8259) without building values: where each string and value lies, or that the bytes are
/// no JSON. It is strict: what another parser would refuse, or read otherwise, is refused.
struct JSONScanner {
    /// Deeper values are no message.
    private static let deepest = 128

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }
    var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

    mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    /// Steps over a sign; false where another byte stands there.
    mutating func take(_ sign: UInt8) -> Bool {
        guard next == sign, at < bytes.count else { return false }
        at += 1
        return true
    }

    /// Steps over bytes; false where others stand there.
    mutating func take(_ signs: [UInt8]) -> Bool {
        guard bytes[at...].starts(with: signs) else { return false }
        at += signs.count
        return true
    }

    /// Steps over the members of the object that begins here, and calls `member` at each value with its key's place
    /// between the quotation marks. `member` steps over the value; false from it, or a fault of form, ends all.
    mutating func object(_ member: (inout JSONScanner, Range<Int>) -> Bool) -> Bool {
        guard take(0x7B) else { return false }
        skipSpace()
        if take(0x7D) { return true }
        repeat {
            skipSpace()
            guard let key = string() else { return false }
            skipSpace()
            guard take(0x3A) else { return false }
            skipSpace()
            guard member(&self, key) else { return false }
            skipSpace()
        } while take(0x2C)
        return take(0x7D)
    }

    /// Steps over one value of any kind.
    mutating func value(_ depth: Int = 0) -> Bool {
        guard depth < Self.deepest else { return false }
        switch next {
        case 0x7B: return object { scanner, _ in scanner.value(depth + 1) }
        case 0x5B: return array(depth)
        case 0x22: return string() != nil
        case 0x74: return literal("true")
        case 0x66: return literal("false")
        case 0x6E: return literal("null")
        default: return number()
        }
    }

    private mutating func array(_ depth: Int) -> Bool {
        at += 1
        skipSpace()
        if take(0x5D) { return true }
        repeat {
            skipSpace()
            guard value(depth + 1) else { return false }
            skipSpace()
        } while take(0x2C)
        return take(0x5D)
    }

    /// Steps over a string; answers the place of its bytes between the quotation marks.
    mutating func string() -> Range<Int>? {
        guard take(0x22) else { return nil }
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case 0x22:
                at += 1
                return start..<(at - 1)
            case 0x5C: guard escape() else { return nil }
            case 0..<0x20: return nil
            case 0x20..<0x80: at += 1
            default:
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                guard scalar != nil else { return nil }
                at += length
            }
        }
        return nil
    }

    private mutating func escape() -> Bool {
        at += 1
        switch next {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            at += 1
            return true
        case 0x75:
            guard at + 5 <= bytes.count else { return false }
            for offset in 1...4 where JSONString.hexadecimal(bytes[at + offset]) == nil { return false }
            at += 5
            return true
        default: return false
        }
    }

    private mutating func literal(_ word: StaticString) -> Bool {
        guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
        let isSame = word.withUTF8Buffer { $0.indices.allSatisfy { bytes[at + $0] == word.utf8Start[$0] } }
        at += word.utf8CodeUnitCount
        return isSame
    }

    private mutating func number() -> Bool {
        _ = take(0x2D)
        if !take(0x30) { guard digits() else { return false } }
        if take(0x2E) { guard digits() else { return false } }
        guard next | 0x20 == 0x65 else { return true }
        at += 1
        if next == 0x2B || next == 0x2D { at += 1 }
        return digits()
    }

    private mutating func digits() -> Bool {
        let start = at
        while next &- 0x30 < 10 { at += 1 }
        return at > start
    }
}
