import Archiving
import Conversations
import Planning
import StorePort
import Verification

/// Whether what a store, its archives and its logs hold is what the policy says, asked at any time and without changing
/// a byte. Each check says how much it examined: nothing examined is not proven.
package struct Verifier {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder
    let extent: Extent
    /// Makes the store of canaries; without it none are planted.
    let canaries: Canaries.Maker?

    /// How much is read.
    package struct Extent: Sendable, Equatable {
        /// Every column of every table, and every line of every segment that is read.
        package var isSweep: Bool
        /// The share of the segments: part `part` of `parts`, so that all are read within `parts` nights.
        package var part: Int
        package var parts: Int
        package init(isSweep: Bool = false, part: Int = 1, parts: Int = 1) {
            (self.isSweep, self.part, self.parts) = (isSweep, part, parts)
        }
    }

    package init(
        _ night: Night, store: any NightStore, folder: ArchiveFolder, extent: Extent, canaries: Canaries.Maker? = nil
    ) {
        (self.night, self.store, self.folder, self.extent, self.canaries) = (night, store, folder, extent, canaries)
    }

    package func run() throws -> [Check] {
        try due() + planted() + content() + files() + archives() + logs() + erased()
    }

    // MARK: What is due

    /// The definition of due is a look at every record; the plan of a night looks at those that may be.
    private func due() throws -> [Check] {
        let (fast, slow) = try store.read { snapshot in
            var fast = try PlanStage(night, snapshot)
            var slow = try PlanStage(night, snapshot, isFullScan: true)
            return (try fast.plan(), try slow.plan())
        }
        let overdue = slow.lines.filter { $0.overdue > 0 }
        let differing = zip(fast.lines, slow.lines).count { $0 != $1 } + abs(fast.lines.count - slow.lines.count)
        return [
            Check(
                id: "B1", title: "nothing is overdue", examined: slow.conversations,
                failing: overdue.reduce(0) { $0 + $1.overdue }, oldest: overdue.compactMap(\.due.oldest).min()),
            Check(
                id: "plan-definition", title: "the plan of a night is what a look at every record gives",
                examined: slow.conversations,
                failing: differing + (fast.worklistDigest == slow.worklistDigest ? 0 : 1)),
            try HoldsCheck(store: store, today: night.today).check(),
        ]
    }

    private func planted() throws -> [Check] {
        try canaries.map { [try Canaries(night: night, make: $0).check()] } ?? []
    }

    // MARK: What was erased since the file was last searched

    private func erased() throws -> [Check] {
        let isPending = try store.read { try $0.needsScrub() }
        let scrub = Check(
            id: "B6", title: "the file of the store was rewritten after what was erased", examined: isPending ? 0 : 1,
            failing: 0)
        let hashes = try store.erasedHashes()
        guard !hashes.isEmpty else { return [scrub] }
        let stage = try ResidueStage(night, store)
        return [scrub] + (try stage.checks(of: Set(hashes), isRewritten: !isPending))
    }
}

/// Holds never end by time: one whose review is overdue is a finding.
struct HoldsCheck {
    let store: any NightStore
    let today: CivilDate

    func check() throws -> Check {
        let holds = try store.read { try $0.holds() }.filter { $0.releasedAt == nil }
        let overdue = holds.filter { $0.reviewOn < today }
        return Check(
            id: "holds-reviewed", title: "no hold is past its review date", examined: holds.count,
            failing: overdue.count, oldest: overdue.map(\.placedAt).min(), isFinding: true)
    }
}
