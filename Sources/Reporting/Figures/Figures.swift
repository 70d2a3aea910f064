import Conversations

/// The quality figures of a set of conversations. Times are seconds.
///
/// As they are in the live view; rounded, and with what few cases could tell left out, in the frozen view.
package struct Figures: Sendable, Equatable, Codable {
    /// How long something took, over `n` cases. A median or percentile that may not be shown is nil.
    package struct Times: Sendable, Equatable, Codable {
        package var n: Int
        package var median: Int?
        /// The 90th percentile: nine of ten took no longer.
        package var p90: Int?
        package init(n: Int, median: Int?, p90: Int?) { (self.n, self.median, self.p90) = (n, median, p90) }
    }

    package var conversations = 0
    package var persons = 0
    /// Messages from the person, ours by a human, and automatic ones.
    package var inbound = 0
    package var outbound = 0
    package var automatic = 0
    /// Conversations in which the person wrote.
    package var asked = 0
    /// From the first message of the person to the first answer by a human, on the thread, by the clock on the wall.
    package var firstResponse = Times(n: 0, median: nil, p90: nil)
    /// The same, counting hours of service only.
    package var firstResponseInService = Times(n: 0, median: nil, p90: nil)
    /// From each later turn of the person to the next answer by a human.
    package var nextResponse = Times(n: 0, median: nil, p90: nil)
    /// The same, counting hours of service only.
    package var nextResponseInService = Times(n: 0, median: nil, p90: nil)
    /// From the first message to the end: when somebody closed it, or the last message before the silence that did.
    package var resolution = Times(n: 0, median: nil, p90: nil)
    /// Percent of `asked` that a human answered within 15 minutes, one hour, four hours and a day; nil where withheld.
    package var within: [Int]?
    /// Asked, and not answered by a human within 72 hours.
    package var unanswered = 0
    /// The last word is the person's and nobody closed it.
    package var waiting = 0
    package var closed = 0
    /// Begun by the person within seven days after another conversation of theirs was closed; silence closes at its end.
    package var reopened = 0
    /// Closed with exactly one answer by a human.
    package var oneTouch = 0
    /// Messages with media, which the notice says are not part of the service.
    package var media = 0
    /// Messages of information that were sent; those outside of Monday to Friday, 9 to 18 h; and of these the ones to
    /// persons who asked to be informed at any hour.
    package var informed = 0
    package var outOfHours = 0
    package var outOfHoursAsked = 0
    /// Refusals of information that came after a conversation of information, and before the person's next one; nil where
    /// none was looked at, or it is not recorded.
    package var optOuts: Int?
    /// Decisions on applications, and the time from the first message to it.
    package var decisions = Times(n: 0, median: nil, p90: nil)

    package init() {}

    /// The nearest whole per cent; nil of nothing, and where both are sums of rounded counts that may be off by more than
    /// a tenth of the whole.
    static func percent(_ part: Int, of whole: Int, margin: Int = 0) -> Int? {
        whole > 0 && margin * 10 <= whole ? (part * 100 + whole / 2) / whole : nil
    }

    package static let answerLimits: [Int64] = [900, 3600, 14_400, 86_400]
}

extension Figures {
    /// What several sets without a common conversation come to, where the conversations themselves are gone: counts
    /// add up, the largest number of persons is a lower bound of all of them, and no time can be told any more.
    package init(adding parts: [Figures]) {
        self.init()
        for part in parts {
            for count in Figures.counts { self[keyPath: count] += part[keyPath: count] }
            persons = max(persons, part.persons)
            for times in Figures.durations { self[keyPath: times].n += part[keyPath: times].n }
        }
        // A part that was told before refusals were counted makes the sum unknown.
        let informing = parts.filter { $0.informed > 0 || $0.optOuts != nil }
        let told = informing.compactMap(\.optOuts)
        optOuts = told.isEmpty || told.count < informing.count ? nil : told.reduce(0, +)
    }

    /// The figures that add up over sets without a common conversation.
    static let counts: [WritableKeyPath<Figures, Int> & Sendable] = [
        \.conversations, \.inbound, \.outbound, \.automatic, \.asked, \.unanswered, \.waiting, \.closed, \.reopened,
        \.oneTouch, \.media, \.informed, \.outOfHours, \.outOfHoursAsked,
    ]

    /// In the order in which a tally counts them: how fast we answer comes first.
    static let durations: [WritableKeyPath<Figures, Times> & Sendable] = [
        \.firstResponse, \.firstResponseInService, \.nextResponse, \.nextResponseInService, \.resolution, \.decisions,
    ]

    /// How many of `durations` are about answers, and so about operators as well.
    static let responses = 4
}

extension KeyedDecodingContainer {
    /// A fact that was frozen before one of its times was counted says nothing of it. It is never computed again.
    func decode(_ type: Figures.Times.Type, forKey key: Key) throws -> Figures.Times {
        try decodeIfPresent(type, forKey: key) ?? Figures.Times(n: 0, median: nil, p90: nil)
    }
}
