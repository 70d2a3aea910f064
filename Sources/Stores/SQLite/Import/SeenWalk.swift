import StorePort

/// Looks up fingerprints in rising order by one walk through those that are stored. Where they lie close it goes from row to
/// row, and where many lie between it searches; what falls between two stored ones is answered without reading.
struct SeenWalk {
    /// Rows beyond which searching is cheaper than going on.
    private static let stride = 8

    private let statement: ByteStatement
    /// The stored one at or after the last that was asked for; nil at the beginning, and past the end.
    private var current: Fingerprint?
    private var isPastEnd = false

    /// - Parameter statement: gives hash, conversation and number of what is stored from a hash on, in its order.
    init(_ statement: ByteStatement) { self.statement = statement }

    /// - Parameter message: not before the one that was asked for last.
    mutating func place(of message: Fingerprint) throws -> SeenMessage? {
        if !isPastEnd { try advance(to: message) }
        guard current == message else { return nil }
        return SeenMessage(conversation: try statement.integer(1), number: try statement.integer(2))
    }

    private mutating func advance(to message: Fingerprint) throws {
        var left = Self.stride
        while let stored = current, stored < message, left > 0 {
            left -= 1
            guard try step() else { return }
        }
        guard current.map({ $0 < message }) ?? true else { return }
        statement.reset()
        statement.bind(message, at: 1)
        try step()
    }

    @discardableResult private mutating func step() throws -> Bool {
        isPastEnd = try !statement.next()
        current = isPastEnd ? nil : try statement.fingerprint(0)
        return !isPastEnd
    }

    func end() { statement.reset() }
}
