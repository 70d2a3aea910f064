/// A small exact-enough solver for the attack tests: the simplex method on a dense tableau, Bland's rule against cycles.
/// Maximises `objective · x` under `rows · x <= limits` and `x >= 0`.
struct LinearProgram {
    var rows: [[Double]]
    var limits: [Double]

    mutating func add(_ row: [Double], between low: Double, and high: Double) {
        rows += [row, row.map { -$0 }]
        limits += [high, -low]
    }

    /// Nil where nothing satisfies the rows; infinity where nothing bounds the objective.
    func maximum(of objective: [Double]) -> Double? {
        var tableau = Tableau(rows, limits)
        guard tableau.makeFeasible() else { return nil }
        return tableau.maximise(objective)
    }

    func minimum(of objective: [Double]) -> Double? { maximum(of: objective.map { -$0 }).map { -$0 } }
}

/// Rows of equations in which each basic variable stands alone. The last column is the right-hand side.
private struct Tableau {
    private let variables: Int
    private var cells: [[Double]]
    private var basis: [Int]
    private static let tiny = 1e-9

    /// One slack a row, and one artificial variable that all rows with a negative limit share.
    init(_ rows: [[Double]], _ limits: [Double]) {
        variables = rows.first?.count ?? 0
        let (count, width) = (rows.count, (rows.first?.count ?? 0) + rows.count + 1)
        cells = rows.enumerated().map { index, row in
            var cells = row + [Double](repeating: 0, count: count + 1) + [limits[index]]
            cells[row.count + index] = 1
            cells[width - 1] = -1
            return cells
        }
        basis = (0..<count).map { rows[0].count + $0 }
    }

    private var artificial: Int { variables + cells.count }

    mutating func makeFeasible() -> Bool {
        guard let worst = cells.indices.min(by: { cells[$0].last ?? 0 < cells[$1].last ?? 0 }),
            (cells[worst].last ?? 0) < 0
        else {
            dropArtificial()
            return true
        }
        pivot(worst, artificial)
        var goal = [Double](repeating: 0, count: artificial + 1)
        goal[artificial] = -1
        guard let best = maximise(goal), best > -1e-6 else { return false }
        if let row = basis.firstIndex(of: artificial),
            let column = (0..<artificial).first(where: { abs(cells[row][$0]) > Self.tiny })
        {
            pivot(row, column)
        }
        dropArtificial()
        return true
    }

    private mutating func dropArtificial() { for row in cells.indices { cells[row][artificial] = 0 } }

    mutating func maximise(_ objective: [Double]) -> Double? {
        let goal = objective + [Double](repeating: 0, count: artificial + 1 - objective.count)
        while true {
            // What one more of a variable would add, the basic ones following.
            let entering = (0...artificial).first { column in
                guard !basis.contains(column), cells.contains(where: { $0[column] != 0 }) || goal[column] != 0 else {
                    return false
                }
                return gain(column, goal) > Self.tiny
            }
            guard let entering else {
                return cells.indices.reduce(0) { $0 + goal[basis[$1]] * (cells[$1].last ?? 0) }
            }
            let leaving = cells.indices.filter { cells[$0][entering] > Self.tiny }.min { a, b in
                let (x, y) = (ratio(a, entering), ratio(b, entering))
                return abs(x - y) < Self.tiny ? basis[a] < basis[b] : x < y
            }
            guard let leaving else { return .infinity }
            pivot(leaving, entering)
        }
    }

    private func gain(_ column: Int, _ goal: [Double]) -> Double {
        cells.indices.reduce(goal[column]) { $0 - goal[basis[$1]] * cells[$1][column] }
    }

    private func ratio(_ row: Int, _ column: Int) -> Double { (cells[row].last ?? 0) / cells[row][column] }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let divisor = cells[row][column]
        cells[row] = cells[row].map { $0 / divisor }
        let own = cells[row]
        for other in cells.indices where other != row {
            let factor = cells[other][column]
            guard factor != 0 else { continue }
            cells[other].withUnsafeMutableBufferPointer { cells in
                for index in cells.indices { cells[index] -= factor * own[index] }
            }
        }
        basis[row] = column
    }
}
