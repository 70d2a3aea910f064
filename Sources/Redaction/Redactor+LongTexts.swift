import Dispatch

/// A text longer than any message: its length costs no memory but for what is found, and every core looks at a part of it.
extension Redactor {
    /// A longer text is looked at in pieces of this many bytes, each of which is read with so much of what stands before and
    /// behind it as any detector asks for.
    static let longest = 32 << 10
    private static let overlap = 1 << 10
    /// Of so many bytes the pieces are looked at one after another.
    private static let part = 32 * longest

    func locateInPieces(
        _ messages: inout ConversationText, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns
    ) {
        let parts = stride(from: 0, to: bytes.count, by: Self.part).map { start in
            Self.border(bytes, start)..<Self.border(bytes, min(bytes.count, start + Self.part))
        }
        guard parts.count > 1 else { return locate(&messages, index, bytes, names, in: 0..<bytes.count) }
        var results = [ConversationText](repeating: ConversationText(), count: parts.count)
        for number in results.indices { results[number].nameKeys = messages.nameKeys }
        let scratch = messages.scratch
        results.withUnsafeMutableBufferPointer { results in
            // Each iteration reads what nothing changes meanwhile, and writes its own element only.
            nonisolated(unsafe) let (results, bytes) = (results, bytes)
            DispatchQueue.concurrentPerform(iterations: parts.count) { number in
                results[number].scratch = Scratch()
                results[number].scratch.learnNumbers(from: scratch)
                locate(&results[number], index, bytes, names, in: parts[number])
                results[number].scratch = scratch
            }
        }
        // Room for all at once: each growth would copy what is there.
        messages.located.reserveCapacity(results.reduce(messages.located.count) { $0 + $1.located.count })
        messages.numbers.reserveCapacity(results.reduce(messages.numbers.count) { $0 + $1.numbers.count })
        for number in results.indices {
            append(results[number], to: &messages)
            results[number] = ConversationText()
        }
    }

    /// Takes what was found in a part behind those before it, whose last piece may go over the border: what it found there,
    /// it saw whole.
    private func append(_ part: ConversationText, to messages: inout ConversationText) {
        let past =
            messages.located.last.map { $0.message == part.located.first?.message ? $0.bytes.upperBound : 0 } ?? 0
        let first = messages.numbers.count
        messages.numbers += part.numbers
        for located in part.located where located.bytes.lowerBound >= past {
            messages.located.append(located.moved(by: first))
        }
    }

    /// The start of the character that an offset lies in.
    private static func border(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var at = offset
        while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80, offset - at < 4 { at -= 1 }
        return at
    }

    /// Looks at a part of a text, piece by piece.
    private func locate(
        _ messages: inout ConversationText, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns,
        in part: Range<Int>
    ) {
        var start = part.lowerBound
        while start < part.upperBound {
            let from = Self.border(bytes, max(0, start - Self.overlap))
            let to = Self.border(bytes, min(bytes.count, start + Self.longest + Self.overlap))
            let end = to == bytes.count ? to : Self.border(bytes, start + Self.longest)
            let piece = UnsafeBufferPointer(rebasing: bytes[from..<to])
            var past = end
            if prefilter.verdict(piece, readable: bytes.count - from, messages.nameKeys) == .candidate
                || !phrases.isEmpty && phrases.mayOccur(in: piece)
            {
                detect(&messages.scratch, piece, names)
                past = max(end, collect(&messages, index, offset: from, from: start, to: end))
            }
            start = past
        }
    }
}
