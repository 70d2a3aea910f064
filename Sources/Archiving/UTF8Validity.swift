/// The length of the UTF-8 sequence that begins at `index`; 0 where none does that is well-formed (The Unicode Standard,
/// table 3-7): no overlong forms, no surrogates, nothing beyond U+10FFFF, nothing cut short.
@inline(__always)
func utf8Length(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let (lowest, highest): (UInt8, UInt8) =
        switch first {
        case 0xE0: (0xA0, 0xBF)
        case 0xED: (0x80, 0x9F)
        case 0xF0: (0x90, 0xBF)
        case 0xF4: (0x80, 0x8F)
        default: (0x80, 0xBF)
        }
    guard second >= lowest, second <= highest else { return 0 }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
    return length
}
