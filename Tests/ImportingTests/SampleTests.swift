import Foundation
import Testing

@testable import Importing

/// Reads real exports and payloads from the folder that `RETENTION_SAMPLES` names. They are not part of the
/// project, so this suite exists only where the variable is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RETENTION_SAMPLES"] != nil))
struct SampleTests {
    let samples = ProcessInfo.processInfo.environment["RETENTION_SAMPLES"] ?? ""

    @Test func `every sample export is read without an unplaced line`() throws {
        let fixture = try ImportFixture()
        fixture.settings.oursUnknown = true
        let summaries = try fixture.importing(samples + "/exports")
        for summary in summaries {
            print(
                summary.file, summary.messages, summary.notices, summary.media, summary.calls, summary.unplaced,
                summary.undated, summary.duplicates, summary.conversations, summary.dateOrder.map(\.rawValue) ?? "-",
                summary.dateOrderEvidence.map(\.rawValue) ?? "-", summary.fault?.description ?? "")
        }
        #expect(summaries.filter { $0.fault == .undecidableDates }.count == 4)
        #expect(summaries.filter { $0.fault != nil }.count == 4)
        #expect(summaries.allSatisfy { $0.unplaced == 0 && $0.undated == 0 })
        fixture.settings.dateOrder = .dmy
        let again = try fixture.importing(samples + "/exports")
        #expect(again.allSatisfy { $0.fault == nil && $0.unplaced == 0 })
        #expect(zip(summaries, again).allSatisfy { $0.fault != nil || $1.added == 0 })
    }

    @Test func `every sample payload is read without a refusal`() throws {
        var counted = 0
        for folder in ["pywa", "netflie"] {
            let base = samples + "/webhooks/" + folder
            for name in try FileManager.default.contentsOfDirectory(atPath: base).sorted() {
                let data = try Data(contentsOf: URL(fileURLWithPath: base + "/" + name))
                let cases = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
                for (word, payload) in cases.sorted(by: { $0.key < $1.key }) {
                    let fixture = try ImportFixture()
                    let bytes = Array(try JSONSerialization.data(withJSONObject: payload))
                    let summary = try #require(fixture.importing(fixture.write("payload.json", bytes: bytes)).first)
                    counted += 1
                    print(
                        name, word, summary.messages, summary.notices, summary.media, summary.calls, summary.statuses,
                        summary.fault?.description ?? "", try fixture.dump().count)
                    print(
                        "   ", try fixture.strings("select kind || ' ' || coalesce(text, '-') from message"),
                        try fixture.strings("select kind || ' ' || value from address"))
                    #expect(summary.fault == nil && summary.unplaced == 0)
                    let before = try fixture.dump()
                    _ = try fixture.importing(fixture.folder + "/payload.json")
                    #expect(try fixture.dump() == before)
                }
            }
        }
        #expect(counted == 57)
    }
}

/// A measure, made where `RETENTION_MEASURE` gives a number of messages.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RETENTION_MEASURE"] != nil))
struct ImportMeasure {
    @Test func `messages a second`() throws {
        let count = Int(ProcessInfo.processInfo.environment["RETENTION_MEASURE"] ?? "") ?? 0
        let fixture = try ImportFixture()
        var text = ""
        for index in 0..<count {
            let (hour, minute, day) = (index / 60 % 24, index % 60, 1 + index / 1440 % 28)
            text +=
                "\(day < 10 ? "0" : "")\(day)/11/2025, \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) - \(index % 3 == 0 ? "Helpdesk" : "Lena"): Bonjour, voici le message numéro \(index), merci de me répondre au plus vite\n"
        }
        let path = try fixture.write("big.txt", text)
        for name in ["first", "again"] {
            let start = ContinuousClock.now
            let summary = try #require(fixture.importing(path).first)
            print(name, summary.added, ContinuousClock.now - start)
        }
    }
}
