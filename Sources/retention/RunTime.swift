import ArgumentParser

/// How long a run may begin new batches, as `--run-time` takes it: `45m`, `2h`, `90s`.
struct RunTime: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = argument.last.flatMap({ units[$0] }), case let digits = argument.dropLast(),
            digits.utf8.count <= 5, let count = Int64(digits), count >= 0, String(count) == digits
        else { return nil }
        duration = .seconds(count * unit)
    }

    /// The question that a run asks between two batches: whether its time is over, counted from now.
    func ending() -> @Sendable () -> Bool {
        let end = ContinuousClock.now + duration
        return { ContinuousClock.now >= end }
    }
}
