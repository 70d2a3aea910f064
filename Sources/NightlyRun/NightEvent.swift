/// A stage of the night, in the order in which they come.
package enum NightStage: String, Sendable, Equatable, CaseIterable {
    case recover, plan, prepare, archive, redact, erase, scrub, verify, report
}

/// What a night tells while it goes on, for whoever waits for it: a terminal, a log, a file of figures. It holds counts
/// alone, and nothing depends on whether anybody listens.
package enum NightEvent: Sendable, Equatable {
    /// A stage begins, and the one before it has ended.
    case began(NightStage)
    /// The run has its number; so many records are due.
    case numbered(run: Int, due: Int)
    /// So many of them more are done, and committed.
    case did(Int)
}
