extension Redactor {
    /// Fills `located` for all messages.
    func locate(_ messages: inout ConversationText, _ names: NamePatterns) {
        messages.located.removeAll(keepingCapacity: true)
        messages.numbers.removeAll(keepingCapacity: true)
        messages.nameKeys.reset(names)
        // Lent for the time, so that nothing is copied.
        var texts: [UInt8] = []
        swap(&texts, &messages.bytes)
        defer { swap(&texts, &messages.bytes) }
        var end = OpenEnd.none
        texts.withUnsafeBufferPointer { all in
            for index in messages.entries.indices where messages.entries[index].hasText {
                locate(&messages, index, all, names, &end)
            }
        }
    }

    /// What the message before ends with: digits that may be the first part of a number.
    private enum OpenEnd {
        case none
        /// Its message was not looked at closely.
        case unread(message: Int, sender: Int)
        case tail(SplitNumber.Tail)

        var sender: (message: Int, sender: Int)? {
            switch self {
            case .none: nil
            case .unread(let message, let sender): (message, sender)
            case .tail(let tail): (tail.message, tail.sender)
            }
        }
    }

    private func locate(
        _ messages: inout ConversationText, _ index: Int, _ all: UnsafeBufferPointer<UInt8>, _ names: NamePatterns,
        _ end: inout OpenEnd
    ) {
        let entry = messages.entries[index]
        let bytes = UnsafeBufferPointer(rebasing: all[entry.start..<entry.end])
        guard bytes.count <= Self.longest else {
            end = .none
            return locateInPieces(&messages, index, bytes, names)
        }
        let verdict = prefilter.verdict(bytes, readable: all.count - entry.start, messages.nameKeys)
        let isSplit = wanted.contains(.phone)
        let goesOn = isSplit && end.sender.map { $0 == (index - 1, entry.sender) } ?? false
        let isCandidate = verdict == .candidate || !phrases.isEmpty && phrases.mayOccur(in: bytes)
        guard
            isCandidate && (goesOn || !entry.isSettled) || verdict == .digits && goesOn && SplitNumber.mayBegin(bytes)
        else {
            let isOpen = isSplit && (isCandidate || verdict == .digits && SplitNumber.mayEnd(bytes))
            end = isOpen ? .unread(message: index, sender: entry.sender) : .none
            return
        }
        detect(&messages.scratch, bytes, names)
        if isSplit {
            if goesOn, SplitNumber.begins(messages.scratch) { joinSplit(&messages, end, all, bytes, names) }
            // After the join: digits that end one number begin no other.
            let next = SplitNumber.tail(messages.scratch, message: index, sender: entry.sender)
            end = next.map(OpenEnd.tail) ?? .none
        }
        collect(&messages, index)
    }

    /// Moves the claims in `scratch` to `located`: those that begin in a part of the message, whose bytes in `scratch`
    /// begin at an offset. Answers where the last of them ends.
    @discardableResult
    func collect(
        _ messages: inout ConversationText, _ index: Int, offset: Int = 0, from: Int = 0, to: Int = .max
    ) -> Int {
        let first = messages.located.count
        for claim in messages.scratch.claims.found where wanted.contains(claim.category) {
            let place = messages.scratch.text.bytes(claim.cells)
            let bytes = (place.lowerBound + offset)..<(place.upperBound + offset)
            guard bytes.lowerBound >= from, bytes.lowerBound < to else { continue }
            let start = messages.numbers.count
            messages.numbers.append(contentsOf: messages.scratch.claims.numbers[claim.number])
            messages.located.append(
                Located(
                    message: index, bytes: bytes, category: claim.category,
                    detector: claim.detector, confidence: claim.confidence, reason: claim.reason,
                    number: start..<messages.numbers.count))
        }
        if messages.located.count - first > 1 {
            messages.located[first...].sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
        }
        return messages.located.count > first ? messages.located[messages.located.count - 1].bytes.upperBound : 0
    }

    /// Looks for a number that begins at the end of one message and ends at the start of the next, whose own findings
    /// are in `scratch` and are put back there.
    private func joinSplit(
        _ messages: inout ConversationText, _ end: OpenEnd, _ all: UnsafeBufferPointer<UInt8>,
        _ second: UnsafeBufferPointer<UInt8>, _ names: NamePatterns
    ) {
        guard let (message, sender) = end.sender else { return }
        let before = messages.entries[message]
        let first = UnsafeBufferPointer(rebasing: all[before.start..<before.end])
        var tail: SplitNumber.Tail?
        if case .tail(let known) = end {
            tail = known
        } else {
            detect(&messages.splitScratch, first, names)
            tail = SplitNumber.tail(messages.splitScratch, message: message, sender: sender)
        }
        guard let tail, let number = SplitNumber.find(&messages.splitScratch, tail, first, second, plans) else {
            return
        }
        let start = messages.numbers.count
        messages.numbers.append(contentsOf: number.digits)
        // The first half goes before what was found later in its message: nothing was, it is the message's end.
        messages.located.append(
            Located(
                message: tail.message, bytes: number.first, category: .phone, detector: .split,
                confidence: number.confidence, reason: "the first part of a number split over two messages",
                number: start..<messages.numbers.count))
        let cells = messages.scratch.text.cells(number.second)
        messages.scratch.claims.claim(cells, .phone, .split, number.confidence, "the second part of a split number")
    }
}
