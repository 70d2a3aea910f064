import Conversations

/// A table as a CSV file that a spreadsheet opens as it should: UTF-8 with a byte order mark, RFC 4180, numbers and
/// dates bare, and no cell that a spreadsheet would run.
enum TableFile {
    static func bytes(_ table: Document.Table, _ wording: Wording) throws(ReportError) -> [UInt8] {
        var header: [String] = []
        for column in table.columns { header.append(try text(column.label ?? .word(column.title), wording)) }
        var text = "\u{feff}" + line(header)
        for row in table.rows {
            var cells: [String] = []
            for cell in row.cells { cells.append(try self.text(cell, wording)) }
            text += line(cells)
        }
        return Array(text.utf8)
    }

    private static func text(_ value: Value, _ wording: Wording) throws(ReportError) -> String {
        switch value {
        case .count(let number), .percent(let number), .seconds(let number), .minutes(let number), .bytes(let number):
            String(number)
        case .day(let date): date.description
        case .moment(let instant): instant.description
        case .span(let span), .narrow(let span): span.name
        case .month(let month): month
        case .marked(let value, _): try text(value, wording)
        case .none: ""
        default: harmless(try wording.words(value))
        }
    }

    /// A cell that begins with one of these is a formula to a spreadsheet; behind an apostrophe it is text.
    static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { ",\"\r\n;".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
