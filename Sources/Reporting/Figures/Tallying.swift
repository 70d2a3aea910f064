import Conversations

/// Sums up conversations. Holds numbers of persons while it counts; what it gives holds none.
package struct Tallying: Sendable {
    private let hours: ServiceHours
    /// What is not over at this instant has not happened yet.
    private let now: Instant
    private var sums = Figures()
    private var messagesOfPerson: [Int64: Int] = [:]
    private var conversationsOfOperator: [Int64: Int] = [:]
    private var operatorUnknown = 0
    /// Messages of information more than a day after the person had refused them.
    private(set) package var afterRefusal = 0
    private static let dayToStop: Int64 = 86_400
    /// Seconds, in the order of `Figures.durations`. In 32 bits, which is 68 years: a quarter has many of them.
    private var times = [[Int32]](repeating: [], count: Figures.durations.count)

    package init(_ hours: ServiceHours, now: Instant) { (self.hours, self.now) = (hours, now) }

    package var persons: Int { messagesOfPerson.count }
    package var isEmpty: Bool { sums.conversations == 0 }

    package mutating func add(_ trace: ConversationTrace) {
        sums.conversations += 1
        let inbound = trace.messages.count { $0.direction == .fromPerson }
        sums.inbound += inbound
        // Somebody who was only written to is a person of the cell as well.
        messagesOfPerson[trace.person, default: 0] += inbound
        let outbound = trace.messages.count { $0.direction == .oursByHuman }
        sums.outbound += outbound
        sums.automatic += trace.messages.count { $0.direction == .oursAutomatic }
        sums.media += trace.messages.count { $0.isMedia }
        // What we begin ourselves, such as a message of information, reopens nothing.
        if trace.reopens, trace.messages.first?.direction == .fromPerson { sums.reopened += 1 }
        addResponse(trace)
        addEnd(trace, answers: outbound)
        if trace.purpose == .information { addInformation(trace) }
    }

    /// Takes what another one counted: conversations that this one has not.
    mutating func merge(_ other: Tallying) {
        for count in Figures.counts { sums[keyPath: count] += other.sums[keyPath: count] }
        messagesOfPerson.merge(other.messagesOfPerson, uniquingKeysWith: +)
        conversationsOfOperator.merge(other.conversationsOfOperator, uniquingKeysWith: +)
        operatorUnknown += other.operatorUnknown
        afterRefusal += other.afterRefusal
        if let more = other.sums.optOuts { sums.optOuts = (sums.optOuts ?? 0) + more }
        for index in times.indices { times[index] += other.times[index] }
    }

    private mutating func addResponse(_ trace: ConversationTrace) {
        addNextResponses(trace)
        guard let asked = trace.firstInbound, asked <= now else { return }
        sums.asked += 1
        guard let answered = trace.responded, answered >= asked, answered <= now else {
            if now - asked > 72 * 3600 { sums.unanswered += 1 }
            return
        }
        if answered - asked > 72 * 3600 { sums.unanswered += 1 }
        times[0].append(Int32(clamping: answered - asked))
        times[1].append(Int32(clamping: hours.seconds(from: asked, to: answered)))
        if let id = trace.operatorID { conversationsOfOperator[id, default: 0] += 1 } else { operatorUnknown += 1 }
    }

    /// A turn of the person begins with the first message after one of ours by a human, and ends with our next one. The
    /// first turn is the first response.
    private mutating func addNextResponses(_ trace: ConversationTrace) {
        var turn: Instant?
        var isFirst = true
        for message in trace.messages {
            guard let at = message.sentAt else { continue }
            switch message.direction {
            case .fromPerson: if turn == nil { turn = at }
            case .oursByHuman:
                if let asked = turn, !isFirst, at >= asked {
                    times[2].append(Int32(clamping: at - asked))
                    times[3].append(Int32(clamping: hours.seconds(from: asked, to: at)))
                }
                if turn != nil { isFirst = false }
                turn = nil
            case .oursAutomatic: continue
            }
        }
    }

    private mutating func addEnd(_ trace: ConversationTrace, answers: Int) {
        if let decision = trace.decision, decision <= now, decision >= trace.opened {
            times[5].append(Int32(clamping: decision - trace.opened))
        }
        guard let closed = trace.closed, closed <= now else {
            if trace.messages.last(where: { $0.direction != .oursAutomatic })?.direction == .fromPerson {
                sums.waiting += 1
            }
            return
        }
        sums.closed += 1
        if answers == 1 { sums.oneTouch += 1 }
        let end = trace.closedBySilence ? trace.collected ?? closed : closed
        if end >= trace.opened { times[4].append(Int32(clamping: end - trace.opened)) }
    }

    private mutating func addInformation(_ trace: ConversationTrace) {
        if let optedOut = trace.optedOut { sums.optOuts = (sums.optOuts ?? 0) + (optedOut ? 1 : 0) }
        for message in trace.messages where message.direction != .fromPerson {
            sums.informed += 1
            if let at = message.sentAt, let refused = trace.refusedAt, at - refused > Self.dayToStop {
                afterRefusal += 1
            }
            guard let at = message.sentAt, !hours.contains(at) else { continue }
            sums.outOfHours += 1
            if trace.anyTime { sums.outOfHoursAsked += 1 }
        }
    }
}

// MARK: What comes of it

extension Tallying {
    /// As it is: internal, personal data where few are counted.
    package var live: Figures {
        var figures = sums
        figures.persons = persons
        for (index, key) in Figures.durations.enumerated() {
            figures[keyPath: key] = Tallying.times(times[index], medianFrom: 1, p90From: 1)
        }
        figures.within = sums.asked > 0 ? within(roundedTo: 1) : nil
        return figures
    }

    /// What may be told of these conversations for good; nil where too few persons are behind it, or one of them
    /// wrote more than half of it.
    package func frozen(_ rules: Anonymity) -> Figures? {
        guard persons >= rules.leastPersons, !isDominated else { return nil }
        var figures = sums
        figures.persons = persons
        for key in Figures.counts { figures[keyPath: key] = rules.rounded(sums[keyPath: key]) }
        figures.persons = rules.rounded(persons)
        figures.optOuts = sums.optOuts.map(rules.rounded)
        let tellsOperators = rules.mayTell(
            conversationsOfOperator.values.sorted(), others: operatorUnknown, cell: sums.conversations)
        for (index, key) in Figures.durations.enumerated() {
            var told = Tallying.times(
                times[index], medianFrom: rules.leastForMedian, p90From: rules.leastForP90)
            // How fast we answer is a figure of operators as well.
            if !tellsOperators && index < Figures.responses { (told.median, told.p90) = (nil, nil) }
            figures[keyPath: key] = .init(
                n: rules.rounded(told.n), median: told.median.map(Anonymity.minutes),
                p90: told.p90.map(Anonymity.minutes))
        }
        figures.within = sums.asked >= rules.leastForMedian && tellsOperators ? within(roundedTo: rules.base) : nil
        return figures
    }

    private var isDominated: Bool {
        guard let most = messagesOfPerson.values.max(), sums.inbound > 0 else { return false }
        return most * 2 > sums.inbound
    }

    private func within(roundedTo base: Int) -> [Int] {
        Figures.answerLimits.map { limit in
            let percent = times[0].count { $0 <= limit } * 100 / max(1, sums.asked)
            return (percent + base / 2) / base * base
        }
    }

    /// The lower of the two middle values of an even number; the smallest value that nine of ten do not exceed.
    static func times(_ values: [Int32], medianFrom: Int, p90From: Int) -> Figures.Times {
        let sorted = values.sorted()
        let n = sorted.count
        return .init(
            n: n, median: n >= max(1, medianFrom) ? Int(sorted[(n - 1) / 2]) : nil,
            p90: n >= max(1, p90From) ? Int(sorted[(9 * n + 9) / 10 - 1]) : nil)
    }
}
