/// Characters outside ASCII in a text that is not folded.
enum ForeignSigns {
    /// A digit of another script or style, an invisible character, a combining mark: what hides a number or a name.
    static func isRare(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0xC3...0xC9: return false
        case 0xC2: return next == 0xAD || next == 0xB2 || next == 0xB3 || next == 0xB9
        case 0xE2:
            let isMark = next == 0x80 && (last >= 0x8B && last <= 0x8F || last >= 0xAA && last <= 0xAE)
            return isMark || next == 0x81 || next == 0x82 && last < 0xA0 || next >= 0x91 && next <= 0x93 || next == 0x9D
                || next == 0x9E
        case 0xF0: return next != 0x9F || last == 0x84 || last == 0x85 || last == 0xAF
        case 0xEF: return next != 0xB8
        default: return true
        }
    }

    /// Where a sign outside ASCII ends; nil for a letter.
    @inline(__always)
    static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ lead: Int) -> Int? {
        guard isLead(bytes[lead]) else { return nil }
        var next = lead + 1
        while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    /// Whether a byte begins a sign, and no letter of those scripts that `isRare` leaves.
    @inline(__always)
    static func isLead(_ byte: UInt8) -> Bool { byte == 0xC2 || byte >= 0xE2 }
}
