import Conversations

/// What the steps of one list owe each other. A step that could not be read is nil and is not judged.
struct StepOrder {
    let steps: [PlacedStep?]
    let problems: ProblemList

    func check() {
        checkRising()
        checkAfterErasure()
        checkArchive()
        checkEnd()
    }

    /// Steps of one clock rise.
    private func checkRising() {
        var last: [RetentionClock: PlacedStep] = [:]
        for step in steps.compactMap({ $0 }) {
            guard let clock = step.clock else { continue }
            if let before = last[clock], step.step.after.averageDays <= before.step.after.averageDays {
                problems.add(
                    step.afterMark,
                    "\(step.step.after) since \(clock.rawValue) does not come after the \(before.step.after) of line \(before.afterMark.line)",
                    remedy: "put the steps of one clock in rising order, and what is done at the same age in one step")
            }
            last[clock] = step
        }
    }

    /// Nothing comes after the end but another end.
    private func checkAfterErasure() {
        var end: PlacedStep?
        for step in steps.compactMap({ $0 }) {
            if step.step.actions.contains(.eraseAll) {
                end = end ?? step
            } else if let end {
                problems.add(
                    step.mark, "this step comes after the \"erase: all\" of line \(end.mark(of: "erase").line)",
                    remedy: "put erase: all last")
            }
        }
    }

    /// What is archived was redacted before or at that, is archived once, and outlives its archiving.
    private func checkArchive() {
        var redacted: [RetentionClock: Actions] = [:]
        var archive: PlacedStep?
        for step in steps {
            // A step that could not be read may be the one that redacts.
            guard let step, let clock = step.clock else { return }
            redacted[clock, default: []].formUnion(step.step.actions)
            if step.step.actions.contains(.archive) {
                if let archive {
                    problems.add(
                        step.mark(of: "archive"), "line \(archive.mark(of: "archive").line) archives already",
                        remedy: "archive once: the conversation has left the store by then")
                } else if !(redacted[clock] ?? []).isSuperset(of: .redactAll) {
                    problems.add(
                        step.mark(of: "archive"), "this archives text that was not redacted",
                        remedy: "add redact: all to this step, or to an earlier step of the same clock")
                }
                archive = archive ?? step
            } else if let archive, step.step.actions.contains(.eraseAll), clock != archive.clock,
                step.step.after.averageDays <= archive.step.after.averageDays
            {
                problems.add(
                    step.afterMark,
                    "the archive would end when it begins: \(step.step.after) is not longer than the \(archive.step.after) of line \(archive.afterMark.line)",
                    remedy: "erase later, or do not archive")
            }
        }
    }

    /// Every list of steps ends in the end.
    private func checkEnd() {
        guard let last = steps.last, let last, !last.step.actions.contains(.eraseAll) else { return }
        let archive = steps.compactMap { $0 }.first { $0.step.actions.contains(.archive) }
        if let archive {
            problems.add(
                archive.mark(of: "archive"), "what this archives is never erased",
                remedy: "add a last step such as: { after: 36 months, erase: all }")
        } else {
            problems.add(
                last.mark, "the steps end without \"erase: all\": what they apply to is held for ever",
                remedy: "add a last step such as: { after: 36 months, erase: all }")
        }
    }
}
