import Conversations
import Testing

@testable import Reporting

/// Attacks the frozen view with all that was ever published of it, and with the compliance report's counts beside it.
struct AttackTests {
    typealias Atom = InventedYear.Atom

    /// Which cells a block is made of can be seen in what was withheld before it.
    private func blocks(_ year: InventedYear) -> [(fact: Fact, atoms: Set<Atom>)] {
        var open = Set(year.truth.keys)
        return year.facts.filter { $0.kind == .block && $0.figures != nil }.map { fact in
            let atoms = open.filter { fact.span.contains($0.week) && fact.subject.contains($0.subject) }
            open.subtract(atoms)
            return (fact, atoms)
        }
    }

    private func told(_ year: InventedYear) -> [Attack.Told] {
        let blocks = blocks(year)
        let single = blocks.map { Attack.Told(atoms: $0.atoms, count: $0.fact.figures?.conversations ?? 0, parts: 1) }
        let sums = year.facts.filter { $0.kind == .rollup }.map { fact in
            let inside = blocks.filter { fact.span.contains($0.fact.span) && fact.subject.contains($0.fact.subject) }
            return Attack.Told(
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

    /// The interval that linear programming leaves for each withheld cell must be wider than k: with every table of a year
    /// and the sums over them.
    @Test(arguments: [UInt64(1), 2])
    func `no withheld cell can be worked out`(_ seed: UInt64) throws {
        let attack = try Attack(InventedYear(seed: seed, year: "2026"), told: told)
        #expect(attack.withheld.count > 20)
        for atom in attack.withheld {
            let (low, high) = try #require(try attack.interval(of: atom))
            #expect(high - low > 10, "\(atom.week.name) \(atom.subject): \(low) to \(high)")
        }
    }

    /// With the compliance reports of any nights beside it: the stock of each role and purpose at the end of two quarters,
    /// the small ones together as the report has them, the stock as a whole on both sides of the cell's week, and what was
    /// due and foretold of each rule. One cell of the year's last week is left with 0 to 7: that it is small its mark says
    /// already, and the interval is wider than what a published figure leaves open.
    @Test(arguments: [UInt64(1), 2, 3], ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
    func `no withheld cell can be worked out with the compliance report beside it`(
        _ seed: UInt64, _ quarter: String
    ) throws {
        let year = try InventedYear(seed: seed, year: "2026")
        let attack = try Attack(year, quarter: quarter, told: told)
        #expect(attack.withheld.count > 5)
        for atom in attack.withheld {
            var informed = attack
            informed.learnStock(of: year, around: atom.week)
            informed.learnFlow(of: year, around: atom.week)
            let (low, high) = try #require(try informed.interval(of: atom))
            #expect(
                high - low > (low == 0 && atom.week.name == "2026-W53" ? 5 : 10),
                "\(atom.week.name) \(atom.subject): \(low) to \(high)")
        }
    }

    /// Why the compliance report does not count exactly what was due, rule by rule.
    @Test func `an exact count of what was due would give withheld cells away`() throws {
        let year = try InventedYear(seed: 1, year: "2026")
        let attack = try Attack(year, quarter: "2026-Q3", told: told)
        let known = try attack.withheld.filter { atom in
            var informed = attack
            informed.learnFlow(of: year, around: atom.week) { $0...$0 }
            let (low, high) = try #require(try informed.interval(of: atom))
            return high - low <= 10
        }
        #expect(known.count * 2 > attack.withheld.count)
    }

    /// x + y is 4 to 10, and x at most 3.
    @Test func `the least and the greatest value of a sum are found, where there are any`() throws {
        var program = LinearProgram(variables: 3)
        program.add([1, 1, 0], between: 4, and: 10)
        program.add([1, 0, 0], between: 0, and: 3)
        let (low, high) = try #require(try program.bounds(of: [0, 1, 0]))
        #expect(low == 1 && high == 10)
        #expect(try program.bounds(of: [2, 1, 0])?.high == 13)
        #expect(try program.bounds(of: [0, 0, 1])?.high == .infinity)
        program.add([0, 1, 0], between: 0, and: 0.5)
        #expect(try program.bounds(of: [0, 1, 0]) == nil)
    }

    /// The attack is worth something: with one total that counts what is withheld, it finds it.
    @Test func `a careless total would be found out`() throws {
        let year = try InventedYear(seed: 1)
        var attack = try Attack(year, quarter: "2026-Q3", told: told)
        let atom = try #require(attack.withheld.first)
        attack.learn(week: atom.week, total: year.truth.filter { $0.key.week == atom.week }.map(\.value).reduce(0, +))
        let alone = attack.withheld.filter { $0.week == atom.week }
        let sum = try #require(try attack.interval(ofSum: alone))
        #expect(sum.high - sum.low <= 10 + 5 * Double(alone.count + 4))
        let before = try #require(try Attack(year, quarter: "2026-Q3", told: told).interval(ofSum: alone))
        #expect(sum.high - sum.low < (before.high - before.low) / 2)
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
