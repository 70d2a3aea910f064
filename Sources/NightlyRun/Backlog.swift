import Conversations
import StorePort

/// What an import of older conversations means for figures that are computed once: they wait until all of it is there.
package struct Backlog {
    private let store: any NightStore
    private let last: Int64

    /// Before an import.
    package init(_ store: any NightStore) throws {
        self.store = store
        last = try store.read { try $0.lastConversation() }
    }

    /// After it. Weeks that would be frozen by now, had the conversations come in time, make a backlog.
    /// - Parameter complete: whether somebody said that there is no more to come.
    /// - Returns: whether a backlog is open now.
    package func note(asOf: Instant, complete: Bool) throws -> Bool {
        if complete {
            try store.setBacklog(open: false)
            return false
        }
        let settled = asOf + -Int64(7 + FactStage.settlingDays) * 86_400
        let (isOpen, isOld) = try store.read {
            try ($0.isBacklogOpen(), $0.hasOpening(before: settled, after: last))
        }
        if isOld && !isOpen { try store.setBacklog(open: true) }
        return isOpen || isOld
    }
}
