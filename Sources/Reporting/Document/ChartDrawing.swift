import Conversations

/// Charts as shapes in a box, without style and script: words and numbers for the page template.
struct ChartDrawing {
    let wording: Wording
    private static let (width, height, left, bottom) = (720, 200, 8, 26)

    func draw(_ chart: Document.Chart, id: String) throws(ReportError) -> Page.Chart? {
        switch chart {
        case .columns(let title, let labels, let values, let isTime):
            return try columns(title, labels, values, isTime: isTime, id: id)
        case .heat(let map): return try heat(map, id: id)
        }
    }

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
            let tall = value.map { max(1, $0 * (Self.height - Self.bottom - 20) / most) } ?? 6
            shapes.append(
                Page.Shape(
                    x: Self.left + index * step, y: Self.height - Self.bottom - tall, width: max(1, step - 4),
                    height: tall, mark: value == nil ? "withheld" : "column"))
        }
        func number(_ value: Int) throws(ReportError) -> String {
            try wording.words(isTime ? .seconds(value) : .count(value))
        }
        var values = [
            "title": try wording.catalogue.plain(title), "first": try wording.words(first),
            "last": try wording.words(last),
        ]
        values["least"] = try number(least)
        values["most"] = try number(most)
        let words = [
            Page.Word(x: Self.left, y: 14, anchor: "start", text: try number(most)),
            Page.Word(x: Self.left, y: Self.height - 8, anchor: "start", text: try wording.words(first)),
            Page.Word(
                x: Self.left + step * labels.count, y: Self.height - 8, anchor: "end", text: try wording.words(last)),
        ]
        return Page.Chart(
            id: id, width: Self.width, height: Self.height, title: try wording.catalogue.plain(title),
            alternative: try wording.catalogue.filled(.qChart, values), shapes: shapes, words: words)
    }

    private func heat(_ map: HeatMap, id: String) throws(ReportError) -> Page.Chart? {
        let most = map.counts.max() ?? 0
        guard most > 0 else { return nil }
        let (step, tall) = ((Self.width - 8) / map.grid.binsOfDay, 24)
        var shapes: [Page.Shape] = []
        for (row, counts) in map.rows.enumerated() {
            for (column, count) in counts.enumerated() {
                let level = count == 0 ? 0 : 1 + min(3, count * 4 / (most + 1))
                shapes.append(
                    Page.Shape(
                        x: 4 + column * step, y: 4 + row * tall, width: step - 2, height: tall - 2, mark: "heat\(level)"
                    ))
            }
        }
        return Page.Chart(
            id: id, width: Self.width, height: map.grid.rows * tall + 8,
            title: try wording.catalogue.plain(.qHeatSection), alternative: try wording.catalogue.plain(.qHeatChart),
            shapes: shapes, words: [])
    }
}
