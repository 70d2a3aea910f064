/// Message ids of the Cloud API in a text: `wamid.` and Base64 that holds the person's number.
enum MessageIDDetector {
    private static let prefix = WordHash.of("wamid".utf8)

    static func scan(_ s: inout Scratch, _ bytes: UnsafeBufferPointer<UInt8>) {
        for token in s.tokens where token.hash == prefix && s.text.at(token.end) == 0x2E {
            let start = s.text.bytes(token.range).lowerBound
            var end = s.text.bytes(token.range).upperBound + 1
            while end < bytes.count, Base64.value(bytes[end]) != nil || bytes[end] == 0x3D { end += 1 }
            guard start < end, end <= bytes.count, let number = MessageID.number(in: bytes[start..<end]) else { continue }
            let first = s.claims.numbers.count
            s.claims.numbers.append(0x2B)
            s.claims.numbers.append(contentsOf: number)
            s.claims.claim(
                Claims.Claim(
                    cells: s.text.cells(start..<end), category: .phone, detector: .messageID, confidence: 100,
                    reason: "a message id that holds a number", number: first..<s.claims.numbers.count))
        }
    }
}
