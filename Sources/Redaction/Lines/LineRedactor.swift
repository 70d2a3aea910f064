/// Redacts messages that come a line each, or says what is found in them: plain texts, or JSON objects.
///
/// It is handed whole lines, as many as there are. Of lines that belong to conversations it keeps the last ones.
package struct LineRedactor: Sendable {
    package enum Form: Sendable {
        /// A line is a message that stands alone.
        case text
        /// A line is a `MessageLine`.
        case json
    }

    package enum Answer: Sendable {
        /// The lines, redacted.
        case lines
        /// A JSON object for each finding, a line each; see `FindingLine`.
        case findings
    }

    /// A line that could not be read, and of which nothing is written.
    package struct Refusal: Sendable {
        /// From 1 in the lines of the call.
        package var line: Int
        package var fault: MessageLine.Fault
    }

    /// What became of the lines of one call.
    package struct Outcome: Sendable {
        /// - Parameter memory: what the output is written into, in place of what it holds.
        package init(reusing memory: [UInt8] = []) {
            output = memory
            output.removeAll(keepingCapacity: true)
        }
        package var output: [UInt8]
        package var refusals: [Refusal] = []
        /// Lines and bytes that were read. The rest is to be handed in again with what follows.
        package var lines = 0
        package var bytes = 0
    }

    /// So many bytes behind a line of a conversation are waited for, and so many before it are kept: as far apart two
    /// lines of one conversation may stand, among those of others.
    static let window = 256 << 10

    let redactor: Redactor
    let form: Form
    let answer: Answer
    var messages = ConversationText()
    var profiles = ProfileMemory()
    var firstLine = 1
    /// The number of the first line that is looked at: one of the context.
    var numberOfFirst = 1
    /// The last lines written, for those that follow them.
    var context: [UInt8] = []

    package init(_ redactor: Redactor, form: Form, answer: Answer) {
        (self.redactor, self.form, self.answer) = (redactor, form, answer)
    }

    /// Reads lines that end with a new line each, the last one perhaps without.
    ///
    /// - Parameters:
    ///   - firstLine: the number of the first of them, for findings.
    ///   - isLast: whether no line follows. Else the last lines may be left for the next call, where the number in them
    ///     may go on in a line to come.
    ///   - memory: of an outcome that is done with, for this one.
    package mutating func read(
        _ lines: UnsafeBufferPointer<UInt8>, firstLine: Int, isLast: Bool, reusing memory: consuming [UInt8] = []
    ) -> Outcome {
        var outcome = Outcome(reusing: memory)
        self.firstLine = firstLine
        outcome.output.reserveCapacity(answer == .lines ? lines.count + lines.count / 8 : 0)
        switch form {
        case .text: readTexts(lines, &outcome)
        case .json: readObjects(lines, isLast: isLast, &outcome)
        }
        return outcome
    }

    /// The place of the line that begins at an offset, without its new line.
    static func line(_ lines: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int> {
        guard let base = lines.baseAddress else { return 0..<0 }
        var at = start
        while at + 8 <= lines.count {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
            let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if zeros != 0 { return start..<(at + zeros.trailingZeroBitCount >> 3) }
            at += 8
        }
        while at < lines.count, base[at] != 0x0A { at += 1 }
        return start..<at
    }

    private mutating func readTexts(_ lines: UnsafeBufferPointer<UInt8>, _ outcome: inout Outcome) {
        var at = 0
        // Lines without a finding are copied together.
        var copied = 0
        while at < lines.count {
            let place = Self.line(lines, at: at)
            outcome.lines += 1
            let text = UnsafeBufferPointer(rebasing: lines[place])
            if redactor.mayHold(text, readable: lines.count - place.lowerBound) {
                messages.removeAll()
                messages.append(text, sender: 0)
                switch answer {
                case .findings:
                    let found = redactor.findings(in: &messages, of: [])[0]
                    FindingLine.append(found, line: firstLine + outcome.lines - 1, text: text, to: &outcome.output)
                case .lines:
                    _ = redactor.redact(&messages, of: [])
                    if messages.isChanged(0) {
                        outcome.output.append(contentsOf: lines[copied..<place.lowerBound])
                        messages.withText(0) { outcome.output.append(contentsOf: $0) }
                        copied = place.upperBound
                    }
                }
            }
            at = place.upperBound + 1
        }
        if answer == .lines { outcome.output.append(contentsOf: lines[copied...]) }
        outcome.bytes = lines.count
    }
}
