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
    private let settings: RedactionSettings
    private let plans: PhonePlans
    private let replacer: Replacer

    package init(_ settings: RedactionSettings) {
        self.settings = settings
        plans = PhonePlans(regions: settings.regions)
        replacer = Replacer(settings: settings)
    }

    /// Redacts one conversation's messages, in order.
    ///
    /// - Parameter persons: those whose names are looked for in these texts.
    package func redact(_ messages: inout ConversationText, of persons: [PersonProfile]) -> RedactionSummary {
        var summary = RedactionSummary()
        let names = NamePatterns(settings.categories.contains(.name) ? persons : [])
        let texts = messages.bytes
        texts.withUnsafeBufferPointer { all in
            for index in messages.entries.indices where messages.entries[index].hasText {
                let entry = messages.entries[index]
                let bytes = UnsafeBufferPointer(rebasing: all[entry.start..<entry.end])
                guard Prefilter.mayHold(bytes, names) else { continue }
                detect(&messages.scratch, bytes, names)
                replace(&messages, index, bytes, &summary)
            }
        }
        return summary
    }

    /// The findings in each message, in order, and nothing replaced.
    package func findings(in messages: inout ConversationText, of persons: [PersonProfile]) -> [[Finding]] {
        let names = NamePatterns(settings.categories.contains(.name) ? persons : [])
        let texts = messages.bytes
        var all = [[Finding]](repeating: [], count: messages.count)
        texts.withUnsafeBufferPointer { bytes in
            for (index, entry) in messages.entries.enumerated() {
                let text = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.end])
                guard entry.hasText, Prefilter.mayHold(text, names) else { continue }
                detect(&messages.scratch, text, names)
                all[index] = wanted(messages.scratch).map { messages.scratch.finding($0) }
            }
        }
        return all
    }

    /// The findings in one text.
    package func findings(in text: [UInt8], of persons: [PersonProfile] = []) -> [Finding] {
        var messages = ConversationText()
        messages.append(text, sender: 0)
        return findings(in: &messages, of: persons)[0]
    }

    /// The detectors in their order of precedence.
    private func detect(_ s: inout Scratch, _ bytes: UnsafeBufferPointer<UInt8>, _ names: NamePatterns) {
        s.load(bytes)
        LinkDetector.scan(&s, plans)
        EmailDetector.scan(&s)
        HandleDetector.scan(&s)
        TechnicalNumberDetector.scan(&s)
        IPAddressDetector.scan(&s)
        IBANDetector.scan(&s)
        CardDetector.scan(&s)
        NationalNumberDetector.scan(&s)
        PublicNumberDetector.scan(&s)
        ReferenceDetector.scan(&s)
        DateDetector.scan(&s)
        TimeDetector.scan(&s)
        AmountDetector.scan(&s)
        PostalAddressDetector.scan(&s)
        PhoneDetector.scan(&s, plans)
        ProfileNameDetector.scan(&s, names, isFull: true)
        IntroducedNameDetector.scan(&s)
        ProfileNameDetector.scan(&s, names, isFull: false)
    }

    private func wanted(_ s: borrowing Scratch) -> [Claims.Claim] {
        s.claims.found.filter { settings.categories.contains($0.category) }
            .sorted { $0.cells.lowerBound < $1.cells.lowerBound }
    }

    private func replace(
        _ messages: inout ConversationText, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>,
        _ summary: inout RedactionSummary
    ) {
        let found = wanted(messages.scratch)
        guard !found.isEmpty else { return }
        let start = messages.redacted.count
        var at = 0
        for claim in found {
            let range = messages.scratch.text.bytes(claim.cells)
            messages.redacted.append(contentsOf: bytes[at..<range.lowerBound])
            let number = messages.scratch.claims.numbers[claim.number]
            replacer.append(claim.category, original: ArraySlice(bytes[range]), number: number, to: &messages.redacted)
            at = range.upperBound
            summary.counts[claim.category, default: 0] += 1
            if claim.category == .phone { summary.phoneNumbers.append(.init(message: index, digits: Array(number))) }
        }
        messages.redacted.append(contentsOf: bytes[at...])
        messages.entries[index].replacement = start..<messages.redacted.count
        summary.changedMessages += 1
    }
}
