import Testing

@testable import Importing

struct ExportParserTests {
    private func items(_ text: String) throws -> [String] {
        var parser = ExportParser(orders: nil)
        var items: [String] = []
        let note: (ExportItem) -> Void = { item in
            let author = item.author.map { String(decoding: $0, as: UTF8.self) } ?? "-"
            switch item.content {
            case .message(let kind, let text, _):
                items.append(
                    "\(item.line) \(author) \(kind.rawValue) "
                        + (text.map { String(decoding: $0, as: UTF8.self) } ?? "-"))
            case .call(let kind): items.append("\(item.line) \(author) \(kind.rawValue)")
            case .notice: items.append("\(item.line) \(author) notice")
            }
        }
        try Lines(limit: 1000).read(Pieces(text, size: 13)) { try parser.take($0, number: $1, item: note) }
        try parser.finish(note)
        return items + (parser.unplaced > 0 ? ["unplaced \(parser.unplaced)"] : [])
    }

    @Test func `a message goes on until the next, blank lines included`() throws {
        #expect(
            try items("20/11/2025, 09:01 - Lena: a\n\nb\n\n20/11/2025, 09:02 - Tom: c\n\n") == [
                "1 Lena text a\n\nb", "5 Tom text c",
            ])
    }

    @Test func `a date that somebody quotes is no message`() throws {
        #expect(
            try items("[20/11/25, 09:01:00] Lena: plan\n21/11/2025, 10:00 - rendez-vous\n") == [
                "1 Lena text plan\n21/11/2025, 10:00 - rendez-vous"
            ])
    }

    @Test func `a shape that changes in mid-file is followed`() throws {
        #expect(
            try items("[20/11/25, 09:01:00] Lena: a\n21/11/2025, 10:00 - Lena: b\n") == [
                "1 Lena text a", "2 Lena text b",
            ])
    }

    @Test func `notices, calls and lines without a place are told apart`() throws {
        #expect(
            try items(
                "lost\n\n20/11/2025, 09:01 - Lena left\n20/11/2025, 09:01 - Missed voice call\n20/11/2025, 09:02 - Lena: \n"
            ) == [
                "3 - notice", "4 - missed-voice-call", "5 Lena view-once -", "unplaced 1",
            ])
    }
}
