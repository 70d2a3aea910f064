import Conversations
import Testing

@testable import Importing

struct ExportHeaderTests {
    /// The header as `day-month-year hour:minute:second`, and what follows it.
    private func read(_ line: String, _ order: DateOrder = .dmy) -> String? {
        let bytes = Array(line.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            ExportHeader(buffer).map { header in
                let time = header.secondsOfDay
                let rest = String(decoding: bytes[header.end...], as: UTF8.self)
                return
                    "\(header.date(order)?.description ?? "none") \(time / 3600):\(time / 60 % 60):\(time % 60)|\(rest)"
            }
        }
    }

    @Test(arguments: [
        ("20/11/25, 9:01 AM - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("20/11/2025, 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("20/11/25, 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("20/11/25, 9:01 pm - Lena: x", "2025-11-20 21:1:0|Lena: x"),
        ("20/11/2025, 9:01 p.m. - Lena: x", "2025-11-20 21:1:0|Lena: x"),
        ("20/11/2025, 9:01 p. m. - Lena: x", "2025-11-20 21:1:0|Lena: x"),
        ("[20/11/25, 09:01:02] Lena: x", "2025-11-20 9:1:2|Lena: x"),
        ("[20/11/2025 09:01:02] Lena: x", "2025-11-20 9:1:2|Lena: x"),
        ("[20/11/2025, 9:01:02\u{202F}PM] Lena: x", "2025-11-20 21:1:2|Lena: x"),
        ("[20-11-25 09:01:02] Lena: x", "2025-11-20 9:1:2|Lena: x"),
        ("20.11.25, 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("20.11.2025 09.01.02 - Lena: x", "2025-11-20 9:1:2|Lena: x"),
        ("20-11-2025 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("20/11/2025 à 14:32 - Lena : x", "2025-11-20 14:32:0|Lena : x"),
        ("20.11.25 um 14:32 - Lena: x", "2025-11-20 14:32:0|Lena: x"),
        ("20/11/2025, 14:32: Lena: x", "2025-11-20 14:32:0|Lena: x"),
        ("20/11/2025, 4:15 matin - Lena: x", "2025-11-20 4:15:0|Lena: x"),
        ("20/11/2025, 12:00 midi - Lena: x", "2025-11-20 12:0:0|Lena: x"),
        ("20/11/2025, 3:30 après-midi - Lena: x", "2025-11-20 15:30:0|Lena: x"),
        ("20/11/2025, 8:45 soir - Lena: x", "2025-11-20 20:45:0|Lena: x"),
        ("20/11/2025, 12:10 nuit - Lena: x", "2025-11-20 0:10:0|Lena: x"),
        ("20/11/2568, 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("\u{200F}٢٠/١١/٢٠٢٥، ٩:٠١ م - Lena: x", "2025-11-20 21:1:0|Lena: x"),
        ("\u{FEFF}20/11/2025, 09:01 - Lena: x", "2025-11-20 9:1:0|Lena: x"),
        ("\u{200E}[20/11/25, 09:01:02] Lena: \u{200E}image omitted", "2025-11-20 9:1:2|Lena: \u{200E}image omitted"),
        ("31/02/2025, 09:01 - Lena: x", "none 9:1:0|Lena: x"),
    ])
    func `a line that begins a message is read in every shape`(line: String, expected: String) {
        #expect(read(line) == expected)
    }

    @Test(arguments: [
        ("2025-11-20, 9:01 p.m. - Lena: x", "2025-11-20 21:1:0|Lena: x"),
        ("2025/11/20, 09:01 - x", "2025-11-20 9:1:0|x"),
    ])
    func `a year may stand first`(line: String, expected: String) { #expect(read(line, .ymd) == expected) }

    @Test(arguments: [
        "", "Lena: x", "20/11/2025", "20/11/2025, 09:01",
        "20/11-2025, 09:01 - x", "12345/11/2025, 09:01 - x", "20/11/2025, 9:01 xm - x",
        "20/11/2025, 14:32 PM - x", "1. 2. 3.", "[1] a list", "20/11/202509:01 - x", "\u{200E}", "[", "2",
    ])
    func `a line of another form continues a message`(line: String) { #expect(read(line) == nil) }
}
