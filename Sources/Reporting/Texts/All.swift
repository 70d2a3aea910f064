// The parts of a language's catalogue, put together. No text stands in two of them.

extension French {
    static let all = [compliance, findings, flow, quality, notice].reduce(texts) {
        $0.merging($1) { first, _ in first }
    }
}

extension Dutch {
    static let all = [compliance, findings, flow, quality, notice].reduce(texts) {
        $0.merging($1) { first, _ in first }
    }
}

extension English {
    static let all = [compliance, findings, flow, quality, notice].reduce(texts) {
        $0.merging($1) { first, _ in first }
    }
}
