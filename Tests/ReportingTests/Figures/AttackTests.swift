import Conversations
import Testing

@testable import Reporting

/// Attacks the frozen view with all that was ever published of it, and with the compliance report's counts beside it.
struct AttackTests {
    typealias Atom = InventedYear.Atom

    /// What a block tells: a sum over these cells, to the nearest five.
    private struct Told {
        let atoms: Set<Atom>
        let count: Int
        /// Rounded counts that it is the sum of.
        let parts: Int
    }

    /// Which cells a block is made of can be seen in what was withheld before it.
    private func blocks(_ year: InventedYear) -> [(fact: Fact, atoms: Set<Atom>)] {
        var open = Set(year.truth.keys)
        return year.facts.filter { $0.kind == .block && $0.figures != nil }.map { fact in
            let atoms = open.filter { fact.span.contains($0.week) && fact.subject.contains($0.subject) }
            open.subtract(atoms)
            return (fact, atoms)
        }
    }

    private func told(_ year: InventedYear) -> [Told] {
        let blocks = blocks(year)
        let single = blocks.map { Told(atoms: $0.atoms, count: $0.fact.figures?.conversations ?? 0, parts: 1) }
        let sums = year.facts.filter { $0.kind == .rollup }.map { fact in
            let inside = blocks.filter { fact.span.contains($0.fact.span) && fact.subject.contains($0.fact.subject) }
            return Told(
                atoms: inside.reduce(into: []) { $0.formUnion($1.atoms) },
                count: fact.figures?.conversations ?? 0, parts: inside.count)
        }
        return single + sums
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `no conversation is in two blocks, and a block is what it says`(_ seed: UInt64) throws {
        let year = try InventedYear(seed: seed)
        var seen: Set<Atom> = []
        for (fact, atoms) in blocks(year) {
            #expect(seen.isDisjoint(with: atoms))
            seen.formUnion(atoms)
            let truth = atoms.reduce(0) { $0 + (year.truth[$1] ?? 0) }
            #expect(fact.figures?.conversations == (truth + 2) / 5 * 5, "\(fact.span.name) \(fact.subject)")
            let persons = atoms.reduce(into: Set<Int64>()) { $0.formUnion(year.persons[$1] ?? []) }
            #expect(persons.count >= 10)
            #expect(fact.figures?.persons == (persons.count + 2) / 5 * 5)
        }
        // Every way of telling occurs, or this tests nothing.
        let levels = Set(blocks(year).map { "\($0.fact.span.level) \($0.fact.subject.isPair)" })
        #expect(levels.isSuperset(of: ["week true", "month true", "quarter true"]))
        #expect(seen.count < year.truth.count || levels.contains("quarter false"))
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `a rollup counts what was told inside of it and nothing else`(_ seed: UInt64) throws {
        let year = try InventedYear(seed: seed)
        let blocks = year.facts.filter { $0.kind == .block && $0.figures != nil }
        for fact in year.facts where fact.kind == .rollup {
            let inside = blocks.filter { fact.span.contains($0.span) && fact.subject.contains($0.subject) }
            #expect(fact.figures?.conversations == inside.reduce(0) { $0 + ($1.figures?.conversations ?? 0) })
            #expect((fact.figures?.persons ?? 0) >= inside.compactMap { $0.figures?.persons }.max() ?? 0)
        }
    }

    /// The interval that linear programming leaves for each withheld cell must be wider than k: with every table of a
    /// quarter and the sums over it.
    @Test(arguments: [UInt64(1), 2])
    func `no withheld cell can be worked out`(_ seed: UInt64) throws {
        let attack = try Attack(InventedYear(seed: seed, year: "2026"), quarter: "2026-Q3", told: told)
        #expect(attack.withheld.count > 5)
        for atom in attack.withheld.prefix(6) {
            let (low, high) = try #require(attack.interval(of: atom))
            #expect(high - low > 10, "\(atom.week.name) \(atom.subject): \(low) to \(high)")
        }
    }

    /// With the compliance reports of any nights beside it: the stock of each role and purpose at the end of two quarters,
    /// the small ones together as the report has them, and the stock as a whole on both sides of the cell's week.
    @Test(arguments: [UInt64(1), 2])
    func `no withheld cell can be worked out with the compliance report beside it`(_ seed: UInt64) throws {
        let year = try InventedYear(seed: seed, year: "2026")
        let attack = try Attack(year, quarter: "2026-Q3", told: told)
        #expect(attack.withheld.count > 5)
        for atom in attack.withheld {
            var informed = attack
            informed.learnStock(of: year, around: atom.week)
            let (low, high) = try #require(informed.interval(of: atom))
            #expect(high - low > 10, "\(atom.week.name) \(atom.subject): \(low) to \(high)")
        }
    }

    /// The attack is worth something: with one total that counts what is withheld, it finds it.
    @Test func `a careless total would be found out`() throws {
        let year = try InventedYear(seed: 1)
        var attack = try Attack(year, quarter: "2026-Q3", told: told)
        let atom = try #require(attack.withheld.first)
        attack.learn(week: atom.week, total: year.truth.filter { $0.key.week == atom.week }.map(\.value).reduce(0, +))
        let alone = attack.withheld.filter { $0.week == atom.week }
        let sum = try #require(attack.interval(ofSum: alone))
        #expect(sum.high - sum.low <= 10 + 5 * Double(alone.count + 4))
        let before = try #require(try Attack(year, quarter: "2026-Q3", told: told).interval(ofSum: alone))
        #expect(sum.high - sum.low < (before.high - before.low) / 2)
    }

    private struct Attack {
        private var program = LinearProgram(rows: [], limits: [])
        private let atoms: [Atom]
        let withheld: [Atom]

        init(_ year: InventedYear, quarter: String, told: (InventedYear) -> [Told]) throws {
            let span = try #require(Span(quarter))
            atoms = year.truth.keys.filter { span.contains($0.week) }.sorted {
                ($0.week, $0.subject) < ($1.week, $1.subject)
            }
            let inside = told(year).filter { $0.atoms.allSatisfy { span.contains($0.week) } && !$0.atoms.isEmpty }
            let single = Set(inside.filter { $0.atoms.count == 1 }.flatMap(\.atoms))
            withheld = atoms.filter { !single.contains($0) }
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

        func interval(of atom: Atom) -> (low: Double, high: Double)? { interval(ofSum: [atom]) }

        func interval(ofSum sum: [Atom]) -> (low: Double, high: Double)? {
            let goal = row(Set(sum))
            guard let low = program.minimum(of: goal), let high = program.maximum(of: goal) else { return nil }
            return (low, high)
        }
    }

    @Test func `what left before its month was over is not told with the month`() throws {
        let year = try InventedYear(seed: 5)
        let withheld = try #require(
            year.facts.first {
                $0.kind == .block && $0.span.level == .month && $0.figures != nil && $0.subject.isPair
            })
        let week = try #require(
            year.facts.first {
                $0.kind == .block && $0.subject == withheld.subject && $0.figures == nil
                    && $0.span.level == .week && withheld.span.contains($0.span)
            })
        let after = try InventedYear(seed: 5, gone: [.init(week: week.span, subject: week.subject)])
        let fact = try #require(
            after.facts.first {
                $0.span == withheld.span && $0.subject == withheld.subject && $0.kind == .block
            })
        #expect(fact.figures == nil)
        #expect(fact.withheld == .gone)
    }
}
