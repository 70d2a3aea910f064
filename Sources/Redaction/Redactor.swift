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
    let plans: PhonePlans
    let replacer: Replacer
    let prefilter = Prefilter.known
    let wanted: CategorySet
    /// The names that are looked for in every text: of operators, and full ones of the store's persons.
    let operators: NamePatterns
    private let nobody: NameKeys
    let phrases: PhraseSet

    package init(_ settings: RedactionSettings) {
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
    ///
    /// - Parameter readable: how many bytes may be read from the text's first on; nil for its own.
    package func mayHold(_ text: UnsafeBufferPointer<UInt8>, readable: Int? = nil) -> Bool {
        prefilter.verdict(text, readable: readable ?? text.count, nobody) == .candidate
            || !phrases.isEmpty && phrases.mayOccur(in: text)
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
        value.withUnsafeBufferPointer {
            replacer.append(category, original: $0, number: UnsafeBufferPointer(start: nil, count: 0), to: &output)
        }
    }

    /// Whether a value is a replacement already: a placeholder or a mask.
    package func isReplacement(_ value: ArraySlice<UInt8>) -> Bool {
        value.first == 0x5B && value.last == 0x5D || value.allSatisfy { $0 == 0x2A }
    }

    private func learnNumbers(of persons: [PersonProfile], _ messages: inout ConversationText) {
        guard wanted.contains(.phone) else { return }
        messages.scratch.learnNumbers(of: persons, plans)
        messages.splitScratch.learnNumbers(from: messages.scratch)
    }

    private func names(of persons: [PersonProfile], _ scratch: inout Scratch) -> NamePatterns {
        wanted.contains(.name) ? operators.adding(persons, &scratch) : operators
    }
}
