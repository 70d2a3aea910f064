import Conversations
import Foundation
import Redaction

/// Findings as spans in code points, one JSON object a message.
enum Prediction {
    private static let types: [TextCategory: String] = [
        .phone: "PHONE", .name: "NAME", .email: "EMAIL", .iban: "IBAN", .card: "CARD", .nationalNumber: "NISS",
        .handle: "HANDLE", .ipAddress: "IP", .birthDate: "DOB", .address: "ADDRESS",
    ]

    static func write(from gold: String, to output: String) throws {
        let redactor = Redactor(RedactionQuality.settings)
        var texts = ConversationText()
        var lines = ""
        for conversation in Gold.conversations(try Gold.read(gold)) {
            texts.removeAll()
            for message in conversation { texts.append(message.text.utf8, sender: 1) }
            let found = redactor.findings(in: &texts, of: conversation.first?.person.map { [$0] } ?? [])
            for (message, findings) in zip(conversation, found) { lines += line(message, findings) + "\n" }
        }
        try Data(lines.utf8).write(to: URL(fileURLWithPath: output))
    }

    private static func line(_ message: Gold, _ findings: [Finding]) -> String {
        let bytes = Array(message.text.utf8)
        func points(_ offset: Int) -> Int { bytes[..<offset].count { $0 & 0xC0 != 0x80 } }
        let spans = findings.map { finding in
            let (start, end) = (points(finding.range.lowerBound), points(finding.range.upperBound))
            let type = types[finding.category] ?? ""
            return #"{"start":\#(start),"end":\#(end),"type":"\#(type)","confidence":\#(finding.confidence)}"#
        }
        let id = (message.id).map { #""id":"\#($0)","# } ?? ""
        return "{\(id)\"spans\":[\(spans.joined(separator: ","))]}"
    }
}
