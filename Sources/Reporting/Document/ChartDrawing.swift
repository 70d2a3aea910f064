import Conversations

/// Charts as shapes in a box, without style and script: words and numbers for the page template.
struct ChartDrawing {
    let wording: Wording
    private static let (width, height, left, bottom) = (720, 200, 8, 26)
    /// Above the tallest column: room for its number in the letters of a telephone, which are 24 units tall.
    private static let top = 32

    func draw(_ chart: Document.Chart, id: String) throws(ReportError) -> Page.Chart? {
        switch chart {
        case .columns(let title, let labels, let values, let isTime):
            return try columns(title, labels, values, isTime: isTime, id: id)
        case .heat(let map): return try heat(map, id: id)
        }
    }

    /// Wide enough for a number above each column and a short name below it.
    private static let roomy = 40

    private func columns(
        _ title: Text, _ labels: [Value], _ values: [Int?], isTime: Bool, id: String
    ) throws(ReportError) -> Page.Chart? {
        let known = values.compactMap(\.self)
        guard let most = known.max(), let least = known.min(), most > 0, let first = labels.first,
            let last = labels.last
        else { return nil }
        let step = max(1, (Self.width - Self.left) / max(1, values.count))
        var shapes: [Page.Shape] = []
        for (index, value) in values.enumerated() {
            let tall = value.map { max(1, $0 * (Self.height - Self.bottom - Self.top) / most) } ?? 6
            shapes.append(
                Page.Shape(
                    x: Self.left + index * step, y: Self.height - Self.bottom - tall, width: max(1, step - 4),
                    height: tall, mark: value == nil ? "withheld" : "column"))
        }
        var words = ["title": try wording.catalogue.plain(title)]
        (words["first"], words["last"]) = (try wording.words(first), try wording.words(last))
        words["least"] = try wording.words(isTime ? .seconds(least) : .count(least))
        words["most"] = try wording.words(isTime ? .seconds(most) : .count(most))
        return Page.Chart(
            id: id, width: Self.width, height: Self.height, title: try wording.catalogue.plain(title),
            alternative: try wording.catalogue.filled(.qChart, words), shapes: shapes,
            words: try step >= Self.roomy
                ? each(labels, values, shapes, isTime: isTime) : ends(words, right: Self.left + step * labels.count))
    }

    /// A number above each column, and what it is of below.
    private func each(
        _ labels: [Value], _ values: [Int?], _ shapes: [Page.Shape], isTime: Bool
    ) throws(ReportError) -> [Page.Word] {
        var words: [Page.Word] = []
        for (index, shape) in shapes.enumerated() {
            let (middle, isEnd) = (shape.x + shape.width / 2, index == 0 || index == shapes.count - 1)
            let mark = isEnd ? "" : "minor"
            let number: Value = values[index].map { isTime ? .minutes($0) : .count($0) } ?? .withheld
            words.append(
                Page.Word(x: middle, y: shape.y - 5, anchor: "middle", text: try wording.words(number), mark: mark))
            words.append(
                Page.Word(
                    x: middle, y: Self.height - 8, anchor: "middle", text: try wording.words(labels[index].narrowed),
                    mark: mark))
        }
        return words
    }

    /// The largest number, and the names of both ends.
    private func ends(_ texts: [String: String], right: Int) -> [Page.Word] {
        [
            Page.Word(x: Self.left, y: 22, anchor: "start", text: texts["most"] ?? ""),
            Page.Word(x: Self.left, y: Self.height - 8, anchor: "start", text: texts["first"] ?? ""),
            Page.Word(x: right, y: Self.height - 8, anchor: "end", text: texts["last"] ?? ""),
        ]
    }

    private func heat(_ map: HeatMap, id: String) throws(ReportError) -> Page.Chart? {
        let most = map.counts.max() ?? 0
        guard most > 0 else { return nil }
        let (names, tall) = (104, 24)
        let step = (Self.width - names - 4) / map.grid.binsOfDay
        let hours = 24 / map.grid.binsOfDay
        var shapes: [Page.Shape] = []
        var words: [Page.Word] = []
        for (row, counts) in map.rows.enumerated() {
            words.append(
                Page.Word(
                    x: 4, y: 4 + row * tall + 16, anchor: "start", text: try wording.words(map.grid.name(of: row))))
            for (column, count) in counts.enumerated() {
                let level = count == 0 ? 0 : 1 + min(3, count * 4 / (most + 1))
                shapes.append(
                    Page.Shape(
                        x: names + column * step, y: 4 + row * tall, width: step - 2, height: tall - 2,
                        mark: "heat\(level)"))
            }
        }
        let bottom = 4 + map.grid.rows * tall
        for column in 0..<map.grid.binsOfDay {
            words.append(
                Page.Word(
                    x: names + column * step, y: bottom + 16, anchor: "start", text: String(column * hours),
                    mark: column * hours % 6 == 0 ? "" : "minor"))
        }
        return Page.Chart(
            id: id, width: Self.width, height: bottom + 24, title: try wording.catalogue.plain(.qHeatSection),
            alternative: try wording.catalogue.plain(.qHeatChart), shapes: shapes, words: words)
    }
}

extension Value {
    /// A span of time in as few letters as it goes.
    fileprivate var narrowed: Value {
        switch self {
        case .span(let span): .narrow(span)
        case .month(let name): Span(name).map(Value.narrow) ?? self
        default: self
        }
    }
}
