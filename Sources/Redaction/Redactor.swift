import Conversations

/// Finds personal data in texts and replaces it, by settings fixed for a run.
///
///     let redactor = Redactor(settings)
///     var texts = ConversationText()          // one a worker, reused
///     texts.append(bytes, sender: 1)
///     let summary = redactor.redact(&texts, of: [profile])
///     if texts.isChanged(0) { write(texts.text(0)) }
///
/// What is found is replaced in place of its bytes; every other byte stays. Redacting twice changes nothing.
package struct Redactor: Sendable {
    /// More looks than any text needs.
    private static let mostPasses = 8

    private let settings: RedactionSettings
    private let plans: PhonePlans
    private let replacer: Replacer
    private let prefilter = Prefilter.known
    private let wanted: CategorySet
    /// The names that are looked for in every text: of operators, and full ones of the store's persons.
    private let operators: NamePatterns
    private let nobody: NameKeys
    private let phrases: PhraseSet

    package init(_ settings: RedactionSettings) {
        self.settings = settings
        plans = PhonePlans(regions: settings.regions)
        replacer = Replacer(settings: settings)
        wanted = CategorySet(settings.categories)
        operators =
            settings.categories.contains(.name)
            ? NamePatterns(others: settings.operators, frequency: settings.names?.frequency) : NamePatterns()
        var keys = NameKeys()
        keys.reset(operators)
        nobody = keys
        phrases = settings.categories.contains(.name) ? settings.names?.phrases ?? PhraseSet() : PhraseSet()
    }

    /// Whether anything may be found in a text of nobody known, which stands alone: false is certain. It costs about as
    /// much as reading the text.
    package func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        prefilter.verdict(text, nobody) == .candidate || !phrases.isEmpty && phrases.mayOccur(in: text)
    }

    /// Redacts one conversation's messages, in order.
    ///
    /// - Parameter persons: those whose names are looked for in these texts.
    package func redact(_ messages: inout ConversationText, of persons: [PersonProfile]) -> RedactionSummary {
        var summary = RedactionSummary()
        let names = names(of: persons, &messages.scratch)
        learnNumbers(of: persons, &messages)
        summary.skippedNames = names.skipped
        locate(&messages, names)
        replaceLocated(&messages, &summary)
        if summary.changedMessages > 0 { settle(&messages, names, &summary) }
        return summary
    }

    /// Looks again at what was changed, until nothing more is found: what stood around a finding may read otherwise
    /// without it.
    private func settle(
        _ messages: inout ConversationText, _ names: NamePatterns, _ summary: inout RedactionSummary
    ) {
        var again = messages.second.popLast() ?? ConversationText()
        defer { messages.second.append(again) }
        (again.scratch.known, again.splitScratch.known) = (messages.scratch.known, messages.scratch.known)
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

    private func replaceLocated(_ messages: inout ConversationText, _ summary: inout RedactionSummary) {
        var next = 0
        while next < messages.located.count {
            let first = next
            let message = messages.located[first].message
            while next < messages.located.count, messages.located[next].message == message { next += 1 }
            replace(&messages, first..<next, &summary)
        }
    }

    /// The findings in each message, in order, and nothing replaced.
    package func findings(in messages: inout ConversationText, of persons: [PersonProfile]) -> [[Finding]] {
        learnNumbers(of: persons, &messages)
        locate(&messages, names(of: persons, &messages.scratch))
        var all = [[Finding]](repeating: [], count: messages.count)
        for located in messages.located { all[located.message].append(located.finding) }
        return all
    }

    /// The findings in one text.
    package func findings(in text: [UInt8], of persons: [PersonProfile] = []) -> [Finding] {
        var messages = ConversationText()
        messages.append(text, sender: 0)
        return findings(in: &messages, of: persons)[0]
    }

    /// Appends what takes the place of a value that is personal as a whole.
    package func appendReplacement(_ category: TextCategory, _ value: ArraySlice<UInt8>, to output: inout [UInt8]) {
        replacer.append(category, original: value, number: [], to: &output)
    }

    /// Whether a value is a replacement already: a placeholder or a mask.
    package func isReplacement(_ value: ArraySlice<UInt8>) -> Bool {
        value.first == 0x5B && value.last == 0x5D || value.allSatisfy { $0 == 0x2A }
    }

    private func learnNumbers(of persons: [PersonProfile], _ messages: inout ConversationText) {
        guard wanted.contains(.phone) else { return }
        messages.scratch.known.reset(persons, plans)
        messages.splitScratch.known = messages.scratch.known
    }

    private func names(of persons: [PersonProfile], _ scratch: inout Scratch) -> NamePatterns {
        wanted.contains(.name) ? operators.adding(persons, &scratch) : operators
    }

    /// Fills `located` for all messages.
    private func locate(_ messages: inout ConversationText, _ names: NamePatterns) {
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
        let verdict = prefilter.verdict(bytes, messages.nameKeys)
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

    /// A longer text is looked at in pieces of this many bytes, so that its length costs no memory; each is read with so
    /// much of what stands before and behind it as any detector asks for.
    private static let longest = 32 << 10
    private static let overlap = 1 << 10

    private func locateInPieces(
        _ messages: inout ConversationText, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns
    ) {
        func border(_ offset: Int) -> Int {
            var at = offset
            while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80, offset - at < 4 { at -= 1 }
            return at
        }
        var start = 0
        while start < bytes.count {
            let from = border(max(0, start - Self.overlap))
            let to = border(min(bytes.count, start + Self.longest + Self.overlap))
            let end = to == bytes.count ? to : border(start + Self.longest)
            let piece = UnsafeBufferPointer(rebasing: bytes[from..<to])
            var past = end
            if prefilter.verdict(piece, messages.nameKeys) == .candidate
                || !phrases.isEmpty && phrases.mayOccur(in: piece)
            {
                detect(&messages.scratch, piece, names)
                past = max(end, collect(&messages, index, offset: from, from: start, to: end))
            }
            start = past
        }
    }

    /// Moves the claims in `scratch` to `located`: those that begin in a part of the message, whose bytes in `scratch`
    /// begin at an offset. Answers where the last of them ends.
    @discardableResult
    private func collect(
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

    /// The detectors in their order of precedence: where two would overlap, the earlier one holds.
    private func detect(_ s: inout Scratch, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns) {
        s.load(bytes)
        PlaceholderDetector.scan(&s)
        let digits = s.text.digits
        if s.seen.contains(.structure) {
            VCardDetector.scan(&s)
            MessageIDDetector.scan(&s, bytes)
        }
        if digits >= 5 { LinkDetector.scan(&s, plans) }
        if s.text.hasAt || s.seen.contains(.atWord) { EmailDetector.scan(&s) }
        if s.text.hasAt || s.text.has(0x2F) || s.seen.contains(.handleCue) { HandleDetector.scan(&s) }
        KnownNumberDetector.scan(&s)
        if digits >= 4 {
            TechnicalNumberDetector.scan(&s)
            if s.text.has(0x2E) || s.text.has(0x3A) { IPAddressDetector.scan(&s) }
        } else if s.text.has(0x3A) {
            IPAddressDetector.scan(&s)
        }
        if digits >= 8 { numbers(&s, digits) }
        if digits >= 3 { DateDetector.scan(&s) }
        if digits >= 3 {
            TimeDetector.scan(&s)
            AmountDetector.scan(&s)
        }
        if digits >= 1 { PostalAddressDetector.scan(&s) }
        if digits >= 2 || !s.seen.isDisjoint(with: .anyNumber) {
            PhoneDetector.scan(&s, plans)
        } else {
            s.groups.removeAll(keepingCapacity: true)
        }
        guard wanted.contains(.name) else { return }
        if s.text.has(0x3C) || s.text.has(0x5B) { MailboxNameDetector.scan(&s) }
        ProfileNameDetector.scan(&s, names, isFull: true)
        FullNameDetector.scan(&s, phrases)
        if !s.seen.isDisjoint(with: .anyIntroduction) { IntroducedNameDetector.scan(&s) }
        ProfileNameDetector.scan(&s, names, isFull: false)
    }

    /// Numbers with a checksum or a shape of their own.
    private func numbers(_ s: inout Scratch, _ digits: Int) {
        IBANDetector.scan(&s)
        if digits >= 13 { CardDetector.scan(&s) }
        if digits >= 11 { NationalNumberDetector.scan(&s) }
        PublicNumberDetector.scan(&s)
        ReferenceDetector.scan(&s)
    }

    /// Writes one message with its findings replaced.
    private func replace(_ messages: inout ConversationText, _ found: Range<Int>, _ summary: inout RedactionSummary) {
        let message = messages.located[found.lowerBound].message
        let entry = messages.entries[message]
        let start = messages.redacted.count
        var at = entry.start
        // Halves of a number that is split over two messages may reach into another finding: all of both goes.
        messages.located[found].sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
        for index in found {
            let located = messages.located[index]
            let end = entry.start + located.bytes.upperBound
            guard end > at else { continue }
            let range = max(entry.start + located.bytes.lowerBound, at)..<end
            messages.redacted.append(contentsOf: messages.bytes[at..<range.lowerBound])
            let number = messages.numbers[located.number]
            replacer.append(located.category, original: messages.bytes[range], number: number, to: &messages.redacted)
            at = range.upperBound
            guard located.detector != .split || !located.number.isEmpty else { continue }
            summary.counts[located.category, default: 0] += 1
            if located.category == .phone {
                summary.phoneNumbers.append(.init(message: message, digits: Array(number)))
            }
        }
        messages.redacted.append(contentsOf: messages.bytes[at..<entry.end])
        messages.entries[message].replacement = start..<messages.redacted.count
        summary.changedMessages += 1
    }
}
