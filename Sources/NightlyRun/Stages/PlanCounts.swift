import Conversations
import Planning
import StorePort

/// What a plan counts of conversations and persons, and the worklist that comes of it.
struct PlanCounts: Sendable {
    /// What was read of a record.
    enum Record: Sendable {
        case conversation(Role, Purpose, ConversationFacts)
        case person(PersonFacts)
        /// A person, and each of the conversations as a record of its own.
        case personWithOwn(PersonFacts)
    }

    private let judge: Judge
    private let isRaising: Bool
    var builder: PlanBuilder
    var worklist = Worklist()

    init(_ judge: Judge, isRaising: Bool) {
        (self.judge, self.isRaising) = (judge, isRaising)
        builder = PlanBuilder(judge: judge)
    }

    mutating func add(_ record: Record) {
        switch record {
        case .conversation(let role, let purpose, let facts): add(role, purpose, facts)
        case .person(let person): add(person)
        case .personWithOwn(let person):
            for conversation in person.conversations {
                add(conversation.role, conversation.purpose, conversation.facts)
            }
            add(person)
        }
    }

    private mutating func add(_ role: Role, _ purpose: Purpose, _ facts: ConversationFacts) {
        let due = builder.add(role: role, purpose: purpose, facts)
        let mark = RecordMark(id: facts.id, revision: facts.revision)
        if due.isEmpty {
            if isRaising, let floor = judge.floor(role: role, purpose: purpose, facts) {
                worklist.add(floor: Bound(record: mark, to: floor))
            }
            return
        }
        worklist.add(
            mark, rule: judge.ruleName(role: role, purpose: purpose), actions: due,
            end: due.contains(.archive) ? judge.archiveEnd(role: role, purpose: purpose, facts) : nil)
    }

    private mutating func add(_ person: PersonFacts) {
        let due = builder.add(person)
        let mark = RecordMark(id: person.id, revision: person.revision)
        if !due.isEmpty {
            worklist.persons.append(.init(mark: mark, actions: due))
        } else if isRaising {
            worklist.add(wake: Bound(record: mark, to: judge.wake(person) ?? Self.never))
        }
    }

    /// The wake of a person for whom only a write to the store can make anything due: far beyond any date, in any unit.
    private static let never = Instant(seconds: Int64.max / 1_000_000)
}
