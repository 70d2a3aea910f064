import CGLPK

/// What sums of cells may be, where the bounds of other sums of them are known and none is below 0: solved by GLPK.
struct LinearProgram {
    let variables: Int
    private var rows: [(row: [Double], low: Double, high: Double)] = []

    init(variables: Int) { self.variables = variables }

    mutating func add(_ row: [Double], between low: Double, and high: Double) { rows.append((row, low, high)) }

    /// The least and the greatest value of a sum. Nil where nothing satisfies the rows; infinity where nothing bounds it.
    func bounds(of sum: [Double]) throws -> (low: Double, high: Double)? {
        glp_term_out(GLP_OFF)
        guard let problem = glp_create_prob() else { throw Unsolved(status: nil) }
        defer { glp_delete_prob(problem) }
        glp_add_cols(problem, Int32(variables))
        for column in 0..<variables {
            glp_set_col_bnds(problem, Int32(column + 1), GLP_LO, 0, 0)
            glp_set_obj_coef(problem, Int32(column + 1), sum[column])
        }
        for (index, row) in rows.enumerated() { add(row, at: Int32(index + 1), to: problem) }
        guard let low = try solve(problem, GLP_MIN), let high = try solve(problem, GLP_MAX) else { return nil }
        return (low, high)
    }

    /// Its lists begin at 1.
    private func add(_ row: (row: [Double], low: Double, high: Double), at index: Int32, to problem: OpaquePointer) {
        let columns = row.row.indices.filter { row.row[$0] != 0 }
        glp_add_rows(problem, 1)
        glp_set_row_bnds(problem, index, row.low == row.high ? GLP_FX : GLP_DB, row.low, row.high)
        glp_set_mat_row(
            problem, index, Int32(columns.count), [0] + columns.map { Int32($0 + 1) }, [0] + columns.map { row.row[$0] }
        )
    }

    private func solve(_ problem: OpaquePointer, _ direction: Int32) throws -> Double? {
        glp_set_obj_dir(problem, direction)
        var settings = glp_smcp()
        glp_init_smcp(&settings)
        settings.msg_lev = GLP_MSG_OFF
        let failure = glp_simplex(problem, &settings)
        guard failure == 0 else { throw Unsolved(status: failure) }
        switch glp_get_status(problem) {
        case GLP_OPT: return glp_get_obj_val(problem)
        case GLP_NOFEAS: return nil
        case GLP_UNBND: return direction == GLP_MAX ? .infinity : -.infinity
        case let status: throw Unsolved(status: status)
        }
    }

    private struct Unsolved: Error { let status: Int32? }
}
