/// Signs that may stand between two tokens, as bits: asked of each gap.
struct SignSet: OptionSet, Sendable {
    /// Bit n stands for the cell n; none of these is 64 or more.
    let rawValue: UInt64

    static let symbol = SignSet(rawValue: 1 << 1)
    static let line = SignSet(rawValue: 1 << 0x0A)
    static let space = SignSet(rawValue: 1 << 0x20)
    static let apostrophe = SignSet(rawValue: 1 << 0x27)
    static let opening = SignSet(rawValue: 1 << 0x28)
    static let comma = SignSet(rawValue: 1 << 0x2C)
    static let hyphen = SignSet(rawValue: 1 << 0x2D)
    static let stop = SignSet(rawValue: 1 << 0x2E)
    static let slash = SignSet(rawValue: 1 << 0x2F)
    static let semicolon = SignSet(rawValue: 1 << 0x3B)

    @inline(__always)
    func holds(_ cell: UInt8) -> Bool { cell < 64 && rawValue >> UInt64(cell) & 1 == 1 }
}
