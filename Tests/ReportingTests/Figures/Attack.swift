import Testing

@testable import Reporting

/// All that is known of the cells of a year, or of a quarter of it, as a linear program.
struct Attack {
    typealias Atom = InventedYear.Atom

    /// What a block tells: a sum over these cells, to the nearest five.
    struct Told {
        let atoms: Set<Atom>
        let count: Int
        /// Rounded counts that it is the sum of.
        let parts: Int
    }

    private var program: LinearProgram
    private let atoms: [Atom]
    let withheld: [Atom]

    init(_ year: InventedYear, quarter: String? = nil, told: (InventedYear) -> [Told]) throws {
        let span = try quarter.map { try #require(Span($0)) }
        func isInside(_ atom: Atom) -> Bool { span?.contains(atom.week) ?? true }
        atoms = year.truth.keys.filter(isInside).sorted { ($0.week, $0.subject) < ($1.week, $1.subject) }
        let inside = told(year).filter { $0.atoms.allSatisfy(isInside) && !$0.atoms.isEmpty }
        let single = Set(inside.filter { $0.atoms.count == 1 }.flatMap(\.atoms))
        withheld = atoms.filter { !single.contains($0) }
        program = LinearProgram(variables: atoms.count)
        for told in inside {
            let error = Double(2 * told.parts)
            program.add(row(told.atoms), between: Double(told.count) - error, and: Double(told.count) + error)
        }
    }

    private func row(_ set: Set<Atom>) -> [Double] { atoms.map { set.contains($0) ? 1 : 0 } }

    mutating func learn(week: Span, total: Int) {
        program.add(
            row(Set(atoms.filter { $0.week == week })), between: Double(total) - 0.5, and: Double(total) + 0.5)
    }

    /// What came in between two stocks is known as well as the difference of two rounded counts. That also the first
    /// days of the next quarter stand in the later one, and that some have left meanwhile, the attacker is spared.
    mutating func learnStock(of year: InventedYear, around week: Span) {
        func stock(_ isThere: (Span) -> Bool) -> [RunRecord.Stock] {
            let there = year.truth.filter { isThere($0.key.week) }
            return Dictionary(grouping: there, by: \.key.subject).sorted { $0.key < $1.key }.map { subject, cells in
                let persons = cells.reduce(into: Set<Int64>()) { $0.formUnion(year.persons[$1.key] ?? []) }
                return .init(
                    role: subject.role ?? .unknown, purpose: subject.purpose ?? .unknown,
                    conversations: cells.reduce(0) { $0 + $1.value }, messages: 0, bytes: 0, persons: persons.count)
            }
        }
        guard let start = atoms.first?.week.start, let end = atoms.last?.week.end else { return }
        let (before, after) = (StockGroups(stock { $0.end <= start }), StockGroups(stock { $0.end <= end }))
        for row in after.shown {
            let subject = Subject(row.role, row.purpose)
            guard let earlier = before.shown.first(where: { $0.role == row.role && $0.purpose == row.purpose })
            else { continue }
            learn(atoms.filter { $0.subject == subject }, from: earlier.conversations, to: row.conversations)
        }
        func shown(_ groups: StockGroups) -> [Subject] { groups.shown.map { Subject($0.role, $0.purpose) } }
        if let rest = after.together, let earlier = before.together, shown(before) == shown(after) {
            learn(
                atoms.filter { !shown(after).contains($0.subject) }, from: earlier.conversations,
                to: rest.conversations)
        }
        let (monday, sunday) = (
            StockGroups(stock { $0.end <= week.start }), StockGroups(stock { $0.end <= week.end })
        )
        learn(
            atoms.filter { $0.week == week }, from: monday.total.conversations, to: sunday.total.conversations)
    }

    private mutating func learn(_ cells: [Atom], from before: Int, to after: Int) {
        let between = Double(StockGroups.rounded(after) - StockGroups.rounded(before))
        let error = Double(StockGroups.base)
        program.add(row(Set(cells)), between: max(0, between - error), and: between + error)
    }

    /// What the compliance report tells of the quarter, as if every role and purpose had a rule of its own and the rules
    /// counted by the days that the figures count by, which they do not: what fell due of each in the quarter, what was
    /// foretold of it for 30, 60 and 90 days at its beginning, and in a report of any nights what all came to in the week.
    mutating func learnFlow(of year: InventedYear, around week: Span, told: (Int) -> ClosedRange<Int> = Self.told) {
        let weeks = Set(atoms.map(\.week)).sorted()
        for subject in Set(atoms.map(\.subject)).sorted() {
            for count in [weeks.count, 4, 8, 12] {
                let part = Set(weeks.prefix(count))
                learn(atoms.filter { $0.subject == subject && part.contains($0.week) }, of: year, told)
            }
        }
        learn(atoms.filter { $0.week == week }, of: year, told)
    }

    private mutating func learn(_ cells: [Atom], of year: InventedYear, _ told: (Int) -> ClosedRange<Int>) {
        guard !cells.isEmpty else { return }
        let range = told(cells.reduce(0) { $0 + (year.truth[$1] ?? 0) })
        program.add(row(Set(cells)), between: Double(range.lowerBound), and: Double(range.upperBound))
    }

    /// What is known of a count from the way it is told. That few are not none, the mark of a withheld cell says already;
    /// no attack here counts with it.
    static func told(_ count: Int) -> ClosedRange<Int> {
        switch StockGroups.flow(count) {
        case .count(0): 0...0
        case .count(let rounded): rounded - StockGroups.flowBase / 2...rounded + StockGroups.flowBase / 2 - 1
        default: 0...StockGroups.few - 1
        }
    }

    func interval(of atom: Atom) throws -> (low: Double, high: Double)? { try interval(ofSum: [atom]) }

    func interval(ofSum sum: [Atom]) throws -> (low: Double, high: Double)? { try program.bounds(of: row(Set(sum))) }
}
