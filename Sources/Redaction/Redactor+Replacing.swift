extension Redactor {
    /// More looks than any text needs.
    private static let mostPasses = 8

    /// Looks again at what was changed, until nothing more is found: what stood around a finding may read otherwise
    /// without it.
    func settle(
        _ messages: inout ConversationText, _ names: NamePatterns, _ summary: inout RedactionSummary
    ) {
        var again = messages.second.popLast() ?? ConversationText()
        defer { messages.second.append(again) }
        again.scratch.learnNumbers(from: messages.scratch)
        again.splitScratch.learnNumbers(from: messages.scratch)
        var near = (0..<messages.count).filter { messages.isChanged($0) }
        for _ in 0..<Self.mostPasses {
            let indices = gather(near, of: messages, into: &again)
            locate(&again, names)
            guard !again.located.isEmpty else { return }
            var more = RedactionSummary()
            replaceLocated(&again, &more)
            near.removeAll(keepingCapacity: true)
            for index in 0..<again.count where again.isChanged(index) {
                let start = messages.redacted.count
                messages.redacted.append(contentsOf: again.text(index))
                if !messages.isChanged(indices[index]) { summary.changedMessages += 1 }
                messages.entries[indices[index]].replacement = start..<messages.redacted.count
                near.append(indices[index])
            }
            more.changedMessages = 0
            more.phoneNumbers = more.phoneNumbers.map { .init(message: indices[$0.message], digits: $0.digits) }
            summary += more
        }
    }

    /// Copies messages and their neighbours, in order, and answers which they are: those that are no neighbours are parted
    /// by a message without a text.
    private func gather(_ near: [Int], of messages: ConversationText, into again: inout ConversationText) -> [Int] {
        again.removeAll()
        var indices: [Int] = []
        var last = -2
        for (place, index) in near.enumerated() {
            let next = place + 1 < near.count ? near[place + 1] : nil
            for neighbour in max(index - 1, last + 1)...(index + 1) where neighbour >= 0 && neighbour < messages.count {
                if neighbour != last + 1, !indices.isEmpty {
                    again.appendWithoutText(sender: -1)
                    indices.append(last)
                }
                let sender = messages.entries[neighbour].sender
                if messages.hasText(neighbour) {
                    messages.withText(neighbour) { again.append($0, sender: sender) }
                    again.entries[again.count - 1].isSettled = neighbour != index && neighbour != next
                } else {
                    again.appendWithoutText(sender: sender)
                }
                indices.append(neighbour)
                last = neighbour
            }
        }
        return indices
    }

    func replaceLocated(_ messages: inout ConversationText, _ summary: inout RedactionSummary) {
        // Lent for the time, so that what is written is copied once.
        var (texts, numbers): ([UInt8], [UInt8]) = ([], [])
        swap(&texts, &messages.bytes)
        swap(&numbers, &messages.numbers)
        texts.withUnsafeBufferPointer { texts in
            numbers.withUnsafeBufferPointer { numbers in
                var next = 0
                while next < messages.located.count {
                    let first = next
                    let message = messages.located[first].message
                    while next < messages.located.count, messages.located[next].message == message { next += 1 }
                    replace(&messages, first..<next, texts, numbers, &summary)
                }
            }
        }
        swap(&texts, &messages.bytes)
        swap(&numbers, &messages.numbers)
    }

    /// Writes one message with its findings replaced.
    private func replace(
        _ messages: inout ConversationText, _ found: Range<Int>, _ texts: UnsafeBufferPointer<UInt8>,
        _ numbers: UnsafeBufferPointer<UInt8>, _ summary: inout RedactionSummary
    ) {
        func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: texts[range]) }
        sort(&messages.located, found)
        let message = messages.located[found.lowerBound].message
        let entry = messages.entries[message]
        let start = messages.redacted.count
        // One that is longer than any message is not copied at each growth.
        let length = entry.end - entry.start
        if length > Self.longest { messages.redacted.reserveCapacity(start + length + length / 4) }
        var at = entry.start
        for index in found {
            let located = messages.located[index]
            let end = entry.start + located.bytes.upperBound
            guard end > at else { continue }
            let range = max(entry.start + located.bytes.lowerBound, at)..<end
            messages.redacted.append(contentsOf: bytes(at..<range.lowerBound))
            let number = UnsafeBufferPointer(rebasing: numbers[located.number])
            replacer.append(located.category, original: bytes(range), number: number, to: &messages.redacted)
            at = range.upperBound
            guard located.detector != .split || !located.number.isEmpty else { continue }
            summary.tally[located.category] += 1
            if located.category == .phone { summary.tell(number, in: message) }
        }
        messages.redacted.append(contentsOf: bytes(at..<entry.end))
        messages.entries[message].replacement = start..<messages.redacted.count
        summary.changedMessages += 1
    }

    /// Puts the findings of a message in order. Halves of a number that is split over two messages may stand behind what
    /// they precede, and reach into it: all of both goes.
    private func sort(_ located: inout [Located], _ found: Range<Int>) {
        let isSorted = found.dropFirst().allSatisfy { located[$0 - 1].bytes.lowerBound <= located[$0].bytes.lowerBound }
        if !isSorted { located[found].sort { $0.bytes.lowerBound < $1.bytes.lowerBound } }
    }
}
