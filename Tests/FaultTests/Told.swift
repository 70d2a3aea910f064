import Foundation
import Planning

/// What the reports of a desk tell, added up over its nights.
enum Told {
    private struct Report: Decodable {
        let record: Record
    }

    private struct Record: Decodable {
        let lines: [Line]
        let segmentsWritten: [Segment]
        let segmentsErased: Int
    }

    private struct Line: Decodable {
        let plan: PlanLine
        let done: Int
    }

    private struct Segment: Decodable {
        let rule: String
        let endsOn: String
        let conversations: Int
    }

    static func sums(of folder: String) throws -> [String: Int] {
        var sums: [String: Int] = [:]
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names where name.hasPrefix("run-") && name.hasSuffix(".json") {
            let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            let record = try JSONDecoder().decode(Report.self, from: bytes).record
            for line in record.lines {
                let plan = line.plan
                sums["\(plan.rule), \(plan.subject): \(plan.actions)", default: 0] += line.done
            }
            for segment in record.segmentsWritten {
                sums["\(segment.rule), archived until \(segment.endsOn)", default: 0] += segment.conversations
            }
            sums["segments erased", default: 0] += record.segmentsErased
        }
        return sums
    }
}
