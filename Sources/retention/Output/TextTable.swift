/// A table of text for a terminal: the first columns to the left, numbers to the right.
struct TextTable {
    private let header: [String]
    private let leftColumns: Int
    private var rows: [[String]] = []

    init(_ header: [String], leftColumns: Int) { (self.header, self.leftColumns) = (header, leftColumns) }

    mutating func add(_ row: [String]) { rows.append(row) }

    var isEmpty: Bool { rows.isEmpty }

    var lines: [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        func line(_ row: [String]) -> String {
            row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column < leftColumns ? text + space : space + text
            }.joined(separator: "  ").trimmingTrailingSpaces
        }
        return [line(header), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")] + rows.map(line)
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return String(self[..<end])
    }
}
