/// Splits a source into JSON texts: one a line, or one over many lines. Which of the two it is, the first line
/// says: a text that ends where it began.
struct JSONTexts {
    /// Bytes of one text.
    static let longest = 64 * 1024 * 1024

    /// Calls `body` with the bytes of each text and the line that it begins on. Blank lines are passed over.
    func read(
        _ source: some ByteSource, block: (UnsafeRawBufferPointer) -> Void = { _ in },
        body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws {
        var isByLine: Bool?
        var whole: [UInt8] = []
        var start = 1
        try Lines(limit: Self.longest).read(source, block: block) { line, number in
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) || isByLine == false else { return }
            let byLine = isByLine ?? JSONTexts.isBalanced(line)
            if isByLine == nil { start = number }
            isByLine = byLine
            if byLine { return try body(line, number) }
            guard whole.count + line.count < Self.longest else {
                throw ImportFault.lineTooLong(line: start, limit: Self.longest)
            }
            whole.append(contentsOf: line)
            whole.append(0x0A)
        }
        if isByLine == false { try whole.withUnsafeBufferPointer { try body($0, start) } }
    }

    /// Whether every bracket that the bytes open is closed in them.
    static func isBalanced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var depth = 0
        var inString = false
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = inString
            case UInt8(ascii: "\""): inString.toggle()
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += inString ? 0 : 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= inString ? 0 : 1
            default: continue
            }
        }
        return depth == 0 && !inString
    }
}
