/// How far a long piece of work is, as one line for a terminal.
struct ProgressText {
    enum Unit: Sendable { case records, bytes }

    var step = ""
    var done = 0
    /// Nil where it is not known how much there is.
    var total: Int?
    var unit = Unit.records

    /// - Parameter seconds: since the work of `total` began.
    func line(after seconds: Double) -> String {
        guard let total, total > 0 else { return "\(step), \(Self.time(seconds))" }
        var parts = ["\(step)  \(amount(done)) of \(amount(total)) (\(min(done, total) * 100 / total) %)"]
        if done > 0, seconds > 0 {
            let rate = Double(done) / seconds
            parts.append("\(amount(Int(rate)))/s")
            if done < total { parts.append("\(Self.time((Double(total - done) / rate).rounded(.up))) left") }
        }
        return parts.joined(separator: ", ")
    }

    private func amount(_ count: Int) -> String {
        unit == .records ? "\(count)" : "\(count / 1_000_000).\(count / 100_000 % 10) MB"
    }

    private static func time(_ seconds: Double) -> String {
        let seconds = Int(seconds.clamped(to: 0...8_640_000))
        if seconds < 60 { return "\(seconds) s" }
        return seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
