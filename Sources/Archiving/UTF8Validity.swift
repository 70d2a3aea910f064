/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7): no overlong forms, no surrogates, nothing
/// beyond U+10FFFF. Eight ASCII bytes are passed in one step.
func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
        if index + 8 <= count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
            continue
        }
        let first = bytes[index]
        if first < 0x80 {
            index += 1
            continue
        }
        guard let (length, second) = sequence(after: first), index + length <= count,
            second.contains(bytes[index + 1])
        else { return false }
        for place in 2..<max(2, length) where bytes[index + place] & 0xC0 != 0x80 { return false }
        index += length
    }
    return true
}

/// Length of the sequence that a byte begins, and what its second byte may be; nil for a byte that begins none.
private func sequence(after first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
}
