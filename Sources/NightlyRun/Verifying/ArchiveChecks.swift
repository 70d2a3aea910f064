import Archiving
import Conversations
import Policies
import Redaction
import StorePort
import Verification

/// The archives against the store's manifests, and against what they may hold.
extension Verifier {
    func archives() throws -> [Check] {
        let segments = try store.read { try $0.segments() }.filter { $0.erasedAt == nil }
        let own = try store.read { snapshot in try segments.map { try snapshot.manifest(of: $0) } }
        let chosen = own.enumerated().filter { $0.offset % extent.parts == extent.part - 1 }.map(\.element)
        return [
            try folderAgrees(segments), opens(chosen, of: own.count), try ends(segments),
        ] + (extent.isSweep ? [try holdNoNumber(chosen)] : [])
    }

    private func folderAgrees(_ segments: [SegmentRow]) throws -> Check {
        let inventory = try folder.inventory()
        let comparison = ArchiveComparison(
            inventory: inventory,
            expected: segments.compactMap { segment in
                SegmentName(segment.name).map {
                    .init(name: $0, segmentBytes: segment.bytes, manifestBytes: segment.manifestBytes)
                }
            })
        return Check(
            id: "archive-folder", title: "the archive folder holds what the store says, and nothing else",
            examined: segments.count + inventory.count,
            failing: comparison.missing.count + comparison.resized.count + comparison.unlisted.count
                + comparison.foreign)
    }

    private func opens(_ manifests: [SegmentManifest], of all: Int) -> Check {
        let failing = manifests.count { (try? folder.verify($0)) == nil }
        let share = extent.parts > 1 ? " (\(manifests.count) of \(all), part \(extent.part) of \(extent.parts))" : ""
        return Check(
            id: "C1", title: "segments open and match their manifests\(share)", examined: manifests.count,
            failing: failing)
    }

    private func ends(_ segments: [SegmentRow]) throws -> Check {
        let held = try store.read { snapshot in
            var stage = try PlanStage(night, snapshot, isForecasting: false)
            _ = try stage.plan()
            return stage.worklist.heldSegments
        }
        // On its date a segment is due; on the next day it is past it.
        let past = segments.filter { $0.endsOn < night.today && !held.contains($0.name) }
        return Check(
            id: "C2", title: "no segment is past its end date", examined: segments.count, failing: past.count,
            oldest: past.map { night.calendar.startOfDay($0.endsOn) }.min())
    }

    /// Lines that were redacted hold no telephone number.
    private func holdNoNumber(_ manifests: [SegmentManifest]) throws -> Check {
        let redacting = Set(night.policy.rules.filter(\.redactsBeforeArchiving).map(\.name))
        var finder = NumberFinder(night.policy)
        var (examined, failing) = (0, 0)
        for manifest in manifests where redacting.contains(manifest.facts.rule) {
            let isRead: Void? = try? folder.lines(of: manifest) { line in
                examined += 1
                let texts = try ArchivedConversation(line: line).messages.compactMap(\.text?.bytes)
                if texts.contains(where: { $0.withUnsafeBytes { !finder.numbers(in: $0).isEmpty } }) { failing += 1 }
            }
            // A segment that cannot be read is C1's to tell; that it holds no number is not known.
            if isRead == nil { failing += 1 }
        }
        return Check(
            id: "C3", title: "no archived line of a redacting rule holds a number", examined: examined,
            failing: failing)
    }
}

extension Rule {
    /// Whether numbers have gone from a text by the time that the rule archives it.
    fileprivate var redactsBeforeArchiving: Bool {
        guard let archiving = steps.firstIndex(where: { $0.actions.contains(.archive) }) else { return false }
        return steps[...archiving].contains { $0.actions.contains(.redact(.phone)) }
    }
}
