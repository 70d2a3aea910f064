import Archiving
import Conversations
import Planning
import StorePort
import Verification

/// Re-reads what the night did. Each check says how much it examined: nothing examined is not proven.
struct VerifyStage {
    let night: Night
    let store: any NightStore
    let folder: ArchiveFolder

    func run(plan: Plan, worklist: Worklist, journal: Journal) throws -> [Check] {
        // What there was no occasion for makes no claim; that a store is empty, or nothing was looked at, shows in B1.
        let again = try lookAgain(worklist, journal)
        let occasional = try [
            didWhatItSaid(worklist, journal), archivesEnd(again),
            HoldsCheck(store: store, today: night.today).check(),
            NightsCheck(night: night).check(store.nights()),
        ]
        let always = try [
            nothingLeft(plan, again, journal),
            Check(id: "store-sound", title: "the database is sound", examined: 1, failing: store.quickCheck() ? 0 : 1),
        ]
        let leftovers = TemporaryFolder(path: night.places.temporary).leftovers().count
        let temporary = Check(
            id: "temporary-empty", title: "the folder for temporary files is empty", examined: 1, failing: leftovers)
        let pending = try store.pendingFiles().count
        let media = Check(
            id: "B8", title: "no media file is left of a row that is gone", examined: pending, failing: pending)
        let intake = night.intake.map { [$0.check] } ?? []
        return always + [temporary] + (occasional + [media]).filter { $0.examined > 0 }
            + intake.filter { $0.outcome == .failed }
    }

    /// Plans the same night again: what is still due was not done. Where nothing was due and nothing was done, the plan of
    /// the night has said all of it.
    private func lookAgain(_ worklist: Worklist, _ journal: Journal) throws -> Worklist {
        guard worklist.count > 0 || journal.changedAnything else { return worklist }
        return try store.read { snapshot in
            var stage = try PlanStage(night, snapshot, isForecasting: false)
            _ = try stage.plan()
            return stage.worklist
        }
    }

    /// What the store refused to change is counted as failed and not once more here; while such a record stays, its
    /// person stays as well.
    private func nothingLeft(_ plan: Plan, _ again: Worklist, _ journal: Journal) -> Check {
        let persons = journal.refused > 0 ? again.persons.count : 0
        let left = again.count - persons - journal.refused
        return Check(
            id: "B1", title: "nothing that was due is left", examined: plan.conversations, failing: max(0, left))
    }

    /// Every record that a transaction changed stood in the plan; what left is gone from the store, and what was only
    /// changed is still there.
    private func didWhatItSaid(_ worklist: Worklist, _ journal: Journal) throws -> Check {
        let (left, changed, persons) = (journal.left, journal.changed, journal.donePersons)
        let planned = worklist.conversations.lazy.map(\.mark.id)
        let plannedPersons = Set(worklist.persons.map(\.mark.id))
        let (leftBehind, changedInPlace, presentPersons) = try store.read {
            try (
                $0.present(conversations: left).count, $0.present(conversations: changed).count,
                $0.present(persons: Array(persons.keys))
            )
        }
        let unplanned =
            Self.count(in: left.sorted(), missingFrom: planned) + Self.count(in: changed.sorted(), missingFrom: planned)
        let wrong = unplanned + leftBehind + Set(changed).count - changedInPlace
        let wrongPersons = persons.count { id, actions in
            !plannedPersons.contains(id) || actions.isDisjoint(with: .eraseAll) != presentPersons.contains(id)
        }
        return Check(
            id: "B12", title: "the run did nothing that the plan did not say",
            examined: left.count + changed.count + persons.count, failing: wrong + wrongPersons)
    }

    /// How many of some ids are not among others; both in rising order.
    private static func count(in ids: [Int64], missingFrom others: some RandomAccessCollection<Int64>) -> Int {
        var place = others.startIndex
        return ids.count { id in
            while place < others.endIndex, others[place] < id { others.formIndex(after: &place) }
            return place == others.endIndex || others[place] != id
        }
    }

    /// Segments that the search of this night has opened and read are not read again.
    func archivesMatch(_ written: [WrittenSegment], _ found: ResidueScan.Answer?) -> [Check] {
        guard !written.isEmpty else { return [] }
        let failing =
            found?.damagedSegments
            ?? written.count { segment in
                do { try folder.verify(segment) { _ in } } catch { return true }
                return false
            }
        return [
            Check(id: "C1", title: "segments of this night open and match", examined: written.count, failing: failing)
        ]
    }

    private func archivesEnd(_ worklist: Worklist) throws -> Check {
        let segments = try store.read { try $0.segments() }.filter { $0.erasedAt == nil }
        let past = segments.count { $0.endsOn <= night.today && !worklist.heldSegments.contains($0.name) }
        return Check(id: "C2", title: "no segment is past its end date", examined: segments.count, failing: past)
    }
}
