import Conversations

/// The hours of the week, as a picture and as a table.
enum HeatSection {
    /// - Parameter standing: of the report; here `n` counts messages.
    static func section(_ map: HeatMap?, zone: String, standing: Document.Standing) -> Document.Section {
        let meaning = [Sentence(.qHeatMeaning, ["zone": .text(zone)])]
        guard let map else { return .init(heading: .qHeatSection, meaning: meaning, nothing: .qHeatNone) }
        let hours = 24 / map.grid.binsOfDay
        var standing = standing
        standing.n = map.counts.reduce(0, +)
        let columns = (0..<map.grid.binsOfDay).map { bin in
            Document.Column(
                title: .qDay, isNumber: true,
                label: .text(hours == 1 ? "\(bin)" : "\(bin * hours)–\((bin + 1) * hours)"))
        }
        let table = Document.Table(
            id: "hours", columns: [.init(title: .qDay)] + columns,
            rows: map.rows.enumerated().map { day, counts in
                .init(cells: [map.grid.name(of: day)] + counts.map(Value.count))
            }, standing: standing)
        return .init(heading: .qHeatSection, meaning: meaning, charts: [.heat(map)], tables: [table])
    }
}

extension HeatMap.Grid {
    /// A day of the week, a part of it, or all of it.
    func name(of row: Int) -> Value {
        switch rows {
        case 7: .name(.qDays, row)
        case 1: .word(.qEveryDay)
        default: .name(.qWeekParts, row)
        }
    }
}
