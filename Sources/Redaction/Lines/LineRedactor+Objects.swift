/// Lines of JSON: messages of conversations, which may be mixed.
extension LineRedactor {
    /// A line that was read.
    struct Entry {
        /// Its number in the call, from 1.
        var number: Int
        /// In the lines of the call, without the new line.
        var place: Range<Int>
        /// Nil where it could not be read.
        var message: MessageLine?
    }

    mutating func readObjects(_ lines: UnsafeBufferPointer<UInt8>, isLast: Bool, _ outcome: inout Outcome) {
        guard !context.isEmpty else { return readObjects(lines, written: 0, isLast: isLast, &outcome) }
        let all = context + lines
        all.withUnsafeBufferPointer { readObjects($0, written: context.count, isLast: isLast, &outcome) }
    }

    /// - Parameter written: how many bytes at the start were written before, and are here for what follows them.
    private mutating func readObjects(
        _ lines: UnsafeBufferPointer<UInt8>, written: Int, isLast: Bool, _ outcome: inout Outcome
    ) {
        var refusals: [Refusal] = []
        let entries = read(lines, &refusals)
        let first = entries.firstIndex { $0.place.lowerBound >= written } ?? entries.count
        let end = isLast ? entries.count : max(first, Self.end(entries, lines.count))
        var answers = [[UInt8]?](repeating: nil, count: entries.count)
        numberOfFirst = firstLine - first
        for group in Self.conversations(entries) where (group.max() ?? 0) >= first {
            redact(group, entries, lines, &answers)
        }
        for index in first..<end { write(entries[index], answers[index], lines, &outcome.output) }
        outcome.refusals = refusals.filter { (first..<end).contains($0.line - 1) }
            .map { Refusal(line: $0.line - first, fault: $0.fault) }
        outcome.lines = end - first
        let border = end == first ? written : Self.past(entries[end - 1], lines)
        outcome.bytes = border - written
        let start = entries[..<end].firstIndex { $0.place.lowerBound + Self.window >= border } ?? end
        let hasContext = entries[start..<end].contains { $0.message?.conversation != nil }
        context = hasContext && !isLast ? Array(lines[entries[start].place.lowerBound..<border]) : []
    }

    /// Where the lines end that need none of those to come.
    private static func end(_ entries: [Entry], _ count: Int) -> Int {
        let first = entries.firstIndex { $0.place.lowerBound + window >= count } ?? entries.count
        return entries[first...].firstIndex { $0.message?.conversation != nil } ?? entries.count
    }

    private static func past(_ entry: Entry, _ lines: UnsafeBufferPointer<UInt8>) -> Int {
        min(entry.place.upperBound + 1, lines.count)
    }

    private func write(
        _ entry: Entry, _ answer: [UInt8]?, _ lines: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]
    ) {
        switch (self.answer, answer) {
        case (.findings, let findings): output += findings ?? []
        case (.lines, let line?):
            output += line
            output += lines[entry.place.upperBound..<Self.past(entry, lines)]
        case (.lines, nil) where entry.message != nil || Self.isBlank(lines[entry.place]):
            output += lines[entry.place.lowerBound..<Self.past(entry, lines)]
        case (.lines, nil): break
        }
    }

    private mutating func read(_ lines: UnsafeBufferPointer<UInt8>, _ refusals: inout [Refusal]) -> [Entry] {
        var entries: [Entry] = []
        var at = 0
        while at < lines.count {
            let place = Self.line(lines, at: at)
            at = place.upperBound + 1
            var entry = Entry(number: entries.count + 1, place: place, message: nil)
            do throws(MessageLine.Fault) {
                if !Self.isBlank(lines[place]) {
                    entry.message = try MessageLine(UnsafeBufferPointer(rebasing: lines[place]), &profiles)
                }
            } catch {
                refusals.append(Refusal(line: entry.number, fault: error))
            }
            entries.append(entry)
        }
        return entries
    }

    /// An empty line, also of a file whose lines end as on Windows.
    private static func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.allSatisfy { $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
    }

    /// The lines of each conversation in its order: by `seq` where it is said, else as they came.
    private static func conversations(_ entries: [Entry]) -> [[Int]] {
        var groups: [[Int]] = []
        var known: [[UInt8]: Int] = [:]
        for (index, entry) in entries.enumerated() {
            guard let message = entry.message, !message.texts.isEmpty || message.profile != nil else { continue }
            if let conversation = message.conversation {
                if let group = known[conversation] {
                    groups[group].append(index)
                    continue
                }
                known[conversation] = groups.count
            }
            groups.append([index])
        }
        return groups.map { group in
            guard group.count > 1 else { return group }
            // Stable: lines of one `seq` stay as they came.
            return group.enumerated().sorted {
                let (a, b) = (entries[$0.element].message?.sequence, entries[$1.element].message?.sequence)
                return if let a, let b, a != b { a < b } else { $0.offset < $1.offset }
            }.map(\.element)
        }
    }

    private mutating func redact(
        _ group: [Int], _ entries: [Entry], _ lines: UnsafeBufferPointer<UInt8>, _ answers: inout [[UInt8]?]
    ) {
        var persons: [PersonProfile] = []
        for profile in group.compactMap({ entries[$0].message?.profile }) where !persons.contains(profile) {
            persons.append(profile)
        }
        // One person may be told of in several ways. Where a conversation names nobody else, lines without a profile are
        // that person's too.
        let senders = persons.map { profile in persons.firstIndex { $0.isSamePerson(as: profile) } ?? 0 }
        let unnamed = Set(senders).count == 1 ? 0 : -1
        var owners: [(entry: Int, text: Range<Int>)] = []
        messages.removeAll()
        var before: Int?
        for index in group {
            guard let message = entries[index].message else { continue }
            let sender = message.profile.flatMap { persons.firstIndex(of: $0) }.map { senders[$0] } ?? unnamed
            // What does not follow the line before it is apart from it.
            if let before, let sequence = message.sequence, sequence != before + 1, !owners.isEmpty {
                messages.appendWithoutText(sender: -2)
                owners.append((-1, 0..<0))
            }
            before = message.sequence
            let start = entries[index].place.lowerBound
            for text in message.texts {
                let place = (start + text.lowerBound)..<(start + text.upperBound)
                append(UnsafeBufferPointer(rebasing: lines[place]), sender: sender)
                owners.append((index, place))
            }
        }
        switch answer {
        case .findings: explain(owners, persons, entries, &answers)
        case .lines:
            guard redactor.redact(&messages, of: persons).changedMessages > 0 else { return }
            rewrite(owners, entries, lines, &answers)
        }
    }

    private mutating func append(_ string: UnsafeBufferPointer<UInt8>, sender: Int) {
        if string.contains(0x5C) {
            messages.append(JSONString.decoded(Array(string)[...]), sender: sender)
        } else {
            messages.append(string, sender: sender)
        }
    }

    private mutating func explain(
        _ owners: [(entry: Int, text: Range<Int>)], _ persons: [PersonProfile], _ entries: [Entry],
        _ answers: inout [[UInt8]?]
    ) {
        let found = redactor.findings(in: &messages, of: persons)
        for (index, owner) in owners.enumerated() where !found[index].isEmpty {
            var findings = answers[owner.entry] ?? []
            messages.withText(index) {
                FindingLine.append(
                    found[index], line: numberOfFirst + entries[owner.entry].number - 1, text: $0, to: &findings)
            }
            answers[owner.entry] = findings
        }
    }

    /// Writes anew the lines of which a text changed, all other bytes as they were.
    private func rewrite(
        _ owners: [(entry: Int, text: Range<Int>)], _ entries: [Entry], _ lines: UnsafeBufferPointer<UInt8>,
        _ answers: inout [[UInt8]?]
    ) {
        var next = 0
        while next < owners.count {
            let owner = owners[next].entry
            var line: [UInt8] = []
            var isChanged = false
            var at = owner < 0 ? 0 : entries[owner].place.lowerBound
            while next < owners.count, owners[next].entry == owner {
                if messages.isChanged(next) {
                    let text = owners[next].text
                    line += lines[at..<text.lowerBound]
                    line += JSONString.encoded(messages.text(next), JSONString.Style(of: Array(lines[text])[...]))
                    (at, isChanged) = (text.upperBound, true)
                }
                next += 1
            }
            guard isChanged else { continue }
            answers[owner] = line + lines[at..<entries[owner].place.upperBound]
        }
    }
}
