import Conversations

/// What a line of the plan is about.
package enum PlanSubject: String, Sendable, Equatable, Codable, CaseIterable {
    /// Conversations in the store.
    case conversations
    /// Persons in the store: their number and profile.
    case persons
    /// Archive segments whose end date has come.
    case segments
    /// Source files of verified imports.
    case sources
}

/// One rule and one of its steps' actions: how many records are due, and why others are not.
package struct PlanLine: Sendable, Equatable, Codable {
    package var rule: String
    package var subject: PlanSubject
    package var actions: Actions
    /// Past their period and past the grace: what the run acts on.
    package var due: Tally
    /// Past their period, first seen (or made due by a changed policy) too recently.
    package var inGrace: Int
    /// Past their period, and under a legal hold.
    package var held: Int
    /// Past their period, of a person whose data may only be stored.
    package var restricted: Int
    /// Without a usable date on the clock: never erased, always counted.
    package var undated: Int
    /// Part of `due` that was due a day earlier already.
    package var overdue: Int
    /// What else falls due within 30, 60 and 90 days, each count including the one before; what is in grace tonight
    /// falls due when its grace ends.
    package var forecast: [Int]
    /// Of segments, the conversations in them; nil for other lines, and in plans of earlier versions.
    package var archived: Archived?

    /// How many conversations are in the segments that are due, and in those that fall due within 60 days.
    package struct Archived: Sendable, Equatable, Codable {
        package var due: Int
        package var within60: Int
        package init(due: Int = 0, within60: Int = 0) { (self.due, self.within60) = (due, within60) }
    }

    package init(
        rule: String, subject: PlanSubject, actions: Actions, due: Tally = Tally(), inGrace: Int = 0, held: Int = 0,
        restricted: Int = 0, undated: Int = 0, overdue: Int = 0, forecast: [Int] = [0, 0, 0]
    ) {
        (self.rule, self.subject, self.actions, self.due) = (rule, subject, actions, due)
        (self.inGrace, self.held, self.restricted) = (inGrace, held, restricted)
        (self.undated, self.overdue, self.forecast) = (undated, overdue, forecast)
    }
}

/// A count of records with what they weigh.
package struct Tally: Sendable, Equatable, Codable {
    package var records: Int
    package var messages: Int
    /// UTF-8 bytes of message text.
    package var bytes: Int
    /// The oldest record's newest message; nil where none has a usable date.
    package var oldest: Instant?

    package init(records: Int = 0, messages: Int = 0, bytes: Int = 0, oldest: Instant? = nil) {
        (self.records, self.messages, self.bytes, self.oldest) = (records, messages, bytes, oldest)
    }

    package static func += (a: inout Tally, b: Tally) {
        a.records += b.records
        a.messages += b.messages
        a.bytes += b.bytes
        if let oldest = b.oldest { a.oldest = a.oldest.map { min($0, oldest) } ?? oldest }
    }
}
