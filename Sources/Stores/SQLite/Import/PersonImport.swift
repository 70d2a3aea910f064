import Conversations
import Foundation
import GRDB
import StorePort

extension SQLiteImport {
    /// Seconds of silence after which a number, a name or a handle is no evidence any more: six months.
    private static let handedOn: Int64 = 184 * 86_400

    package func person(
        for counterpart: Counterpart, thread: Fingerprint, at time: Instant, now: Instant,
        refusals: () -> [[UInt8]]
    ) throws -> Int64 {
        var found: [Int64] = []
        for address in counterpart.addresses {
            guard let person = try holder(of: address, thread: thread, at: time), !found.contains(person) else {
                continue
            }
            found.append(person)
        }
        let person: Int64
        if let oldest = found.min() {
            for other in found where other != oldest { try join(other, into: oldest) }
            person = oldest
        } else {
            person = try newPerson(now, name: counterpart.profileName, namedAt: counterpart.namedAt)
            if try hasAnyRefusal() { try recallRefusal(refusals(), person: person) }
        }
        for address in counterpart.addresses {
            try add(address, to: person, evidence: counterpart.evidence, from: time)
        }
        try keepProfile(counterpart, of: person, now)
        return person
    }

    private func newPerson(_ now: Instant, name: String? = nil, namedAt: Instant? = nil) throws -> Int64 {
        let id = try newID(.person)
        let named = name == nil ? nil : namedAt?.seconds
        // With a name it is what it would be if that were written after it.
        waiting.persons[id] = .init(firstSeen: now, name: name, namedAt: named, revision: name == nil ? 0 : 1)
        persons.persons[id] = PersonBook.Person(
            lastInbound: 0, name: name.map(PersonBook.stored), namedAt: named, isPseudonymous: false)
        return id
    }

    private func hasAnyRefusal() throws -> Bool {
        if let hasRefusals { return hasRefusals }
        let answer = try integer("select exists(select 1 from retention_suppression)", []) == 1
        hasRefusals = answer
        return answer
    }

    /// Who asked for no information, went and came back under the same number has not asked for any.
    private func recallRefusal(_ refusals: [[UInt8]], person: Int64) throws {
        for hash in refusals {
            guard
                let since = try integer("select since from retention_suppression where hash = ?", [Data(hash)])
            else { continue }
            return try recordPreference(
                .informationOptOut, given: true, person: person, at: Instant(seconds: since), evidence: "suppression")
        }
    }

    /// Who has an address at a time. An id is one person's for good; a number or name only as long as its person
    /// is not silent for six months.
    private func holder(of address: PersonAddress, thread: Fingerprint, at time: Instant) throws -> Int64? {
        if address.kind == .author { return try author(address.value, ofThread: thread) }
        for (kind, value) in SQLiteImport.forms(of: address) {
            for holding in try holdings(kind, value) where holding.validUntil ?? time.seconds >= time.seconds {
                if try address.kind.isLasting || isActive(holding.person, at: time) { return holding.person }
            }
        }
        return nil
    }

    /// Who has or had an address, the newest first.
    private func holdings(_ kind: PersonAddress.Kind, _ value: String) throws -> [PersonBook.Holding] {
        let key = PersonBook.Key(kind, value)
        if let known = persons.holdings[key] { return known }
        let statement = try statement(
            "select person, valid_until from address where kind = ? and value = ? order by id desc")
        statement.bind(kind.rawValue, at: 1)
        statement.bind(value, at: 2)
        let found = try statement.all {
            PersonBook.Holding(person: try $0.integer(0), validUntil: try $0.optionalInteger(1))
        }
        persons.holdings[key] = found
        return found
    }

    private func known(_ person: Int64) throws -> PersonBook.Person? {
        if let known = persons.persons[person] { return known }
        if waiting.persons[person] != nil || waiting.holdsConversation(of: person) { try writeWaiting() }
        let statement = try statement(
            """
            select s.opened, s.collected, p.last_inbound_at, p.display_name, p.profile_collected_at, p.pseudonym is not null
            from person p, (
              select min(opened_at) opened, max(collected_at) collected from conversation where person = ?1
              or id in (select conversation from participant where person = ?1)) s
            where p.id = ?1
            """)
        statement.bind(person, at: 1)
        let found = try statement.first {
            PersonBook.Person(
                opened: try $0.optionalInteger(0), collected: try $0.optionalInteger(1),
                lastInbound: try $0.optionalInteger(2), name: try $0.optionalText(3),
                namedAt: try $0.optionalInteger(4), isPseudonymous: try $0.integer(5) != 0)
        }
        persons.persons[person] = found
        return found
    }

    /// A number is known as a phone and in the messenger's own form.
    private static func forms(of address: PersonAddress) -> [(PersonAddress.Kind, String)] {
        switch address.kind {
        case .phone: [(.phone, address.value), (.waID, String(address.value.dropFirst()))]
        case .waID: [(.waID, address.value), (.phone, "+" + address.value)]
        default: [(address.kind, address.value)]
        }
    }

    /// The person of that name in one exported chat.
    private func author(_ name: String, ofThread key: Fingerprint) throws -> Int64? {
        try writeWaiting()
        return try integer(
            """
            select a.person from thread t join address a on a.kind = 'author' and a.value = ?2
            where t.key = ?1 and (a.person = t.person
              or exists(select 1 from conversation c where c.thread = t.id and c.person = a.person)
              or exists(select 1 from conversation c join participant p on p.conversation = c.id
                        where c.thread = t.id and p.person = a.person))
            order by a.id limit 1
            """, [key.data, name])
    }

    private func isActive(_ person: Int64, at time: Instant) throws -> Bool {
        let known = try known(person)
        // 0: never wrote. Of a person of whom no date is known, silence is not known either.
        let inbound = known?.lastInbound == 0 ? nil : known?.lastInbound
        guard let first = known?.opened ?? inbound, let last = known?.collected ?? inbound else { return true }
        return time.seconds >= first - Self.handedOn && time.seconds <= max(first, last) + Self.handedOn
    }

    package func add(
        _ address: PersonAddress, to person: Int64, evidence: AddressEvidence, from time: Instant?
    ) throws {
        let known = try holdings(address.kind, address.value).contains { holding in
            holding.person == person
                && (holding.validUntil.map { until in time.map { until >= $0.seconds } ?? false } ?? true)
        }
        guard !known else { return }
        // Whoever had it before has it no longer.
        for (kind, value) in SQLiteImport.forms(of: address) where kind != .author && !kind.isLasting {
            guard try holdings(kind, value).contains(where: { $0.person != person && $0.validUntil == nil }) else {
                continue
            }
            try close(PersonAddress(kind, value), exceptOf: person, at: time)
        }
        let row = WaitingRows.Address(person: person, address: address, from: time, evidence: evidence)
        if waiting.persons[person] == nil {
            if waiting.changed.contains(.init(address.kind, address.value)) { try writeWaiting() }
            try insert(row)
        } else {
            waiting.add(.open(row))
            waiting.persons[person]?.revision += 1
        }
        persons.holdings[.init(address.kind, address.value)]?.insert(.init(person: person, validUntil: nil), at: 0)
    }

    /// Ends what others have of an address.
    private func close(_ address: PersonAddress, exceptOf person: Int64, at time: Instant?) throws {
        let end = WaitingRows.Closing(address: address, person: person, at: time)
        let key = PersonBook.Key(address.kind, address.value)
        guard let time else {
            // Each ends where it began, which is not kept here.
            try writeWaiting()
            try write(end)
            persons.holdings[key] = nil
            return
        }
        waiting.add(.close(end))
        persons.holdings[key] = try holdings(address.kind, address.value).map { holding in
            let ends = holding.person != person && holding.validUntil == nil
            return ends ? .init(person: holding.person, validUntil: time.seconds) : holding
        }
    }

    /// Writing a profile takes back what was done on it, so a name is written only where it changes. One that came
    /// later stays, whatever is imported after it. So does one that a hold keeps: the first import after the hold brings the
    /// new one.
    private func keepProfile(_ counterpart: Counterpart, of person: Int64, _ now: Instant) throws {
        guard let name = counterpart.profileName else { return }
        let time = counterpart.namedAt?.seconds
        guard let known = try known(person) else { return }
        let stored = PersonBook.stored(name)
        let isSame = known.name.map { $0.utf8.elementsEqual(stored.utf8) } ?? false
        let isDue =
            isSame
            ? known.namedAt ?? 0 < time ?? 0
            : !known.isPseudonymous && (known.name == nil || known.namedAt ?? 0 <= time ?? 0)
        guard try isDue && (isSame || known.name == nil || !isHeld(person: person, now)) else { return }
        persons.persons[person]?.name = stored
        persons.persons[person]?.namedAt = time
        if waiting.persons[person] != nil {
            waiting.persons[person]?.name = name
            waiting.persons[person]?.namedAt = time
            if !isSame { waiting.persons[person]?.revision += 1 }
        } else if isSame {
            waiting.touched[person, default: .init()].namedAt = time
        } else {
            waiting.touched[person]?.namedAt = nil
            let update = try statement("update person set display_name = ?1, profile_collected_at = ?2 where id = ?3")
            update.bind(name, at: 1)
            update.bind(time, at: 2)
            update.bind(person, at: 3)
            try update.run()
        }
    }

    private func isHeld(person: Int64, _ now: Instant) throws -> Bool {
        guard waiting.persons[person] == nil else { return false }
        if holdsOfPersons == nil {
            holdsOfPersons = try RecordGuard(persons: MappedSchema(NativeSchema.map), asOf: now, db)
        }
        return try holdsOfPersons?.isHeld(person) ?? false
    }

    package func heard(from person: Int64, at time: Instant?) throws {
        // What cannot be known stays so.
        guard let last = try known(person)?.lastInbound, time.map({ last < $0.seconds }) ?? true else { return }
        persons.persons[person]?.lastInbound = time?.seconds
        if waiting.persons[person] != nil {
            waiting.persons[person]?.lastInbound = time?.seconds
        } else if let time {
            waiting.touched[person, default: .init()].lastInbound = time.seconds
        } else {
            waiting.touched[person]?.lastInbound = nil
            let update = try statement("update person set last_inbound_at = null where id = ?")
            update.bind(person, at: 1)
            try update.run()
        }
    }

    package func numberChanged(
        from old: PersonAddress, to new: PersonAddress, at time: Instant?, now: Instant
    ) throws {
        let when = time ?? now
        try writeWaiting()
        let before = try holder(of: old, thread: Fingerprint(high: 0, low: 0), at: when)
        let after = try holder(of: new, thread: Fingerprint(high: 0, low: 0), at: when).flatMap { person in
            try began(person, before: when) ? nil : person
        }
        let person: Int64
        switch (before, after) {
        case (let before?, let after?):
            person = min(before, after)
            if before != after { try join(max(before, after), into: person) }
        case (let known?, nil), (nil, let known?): person = known
        case (nil, nil): person = try newPerson(now)
        }
        try add(old, to: person, evidence: .numberChange, from: nil)
        try add(new, to: person, evidence: .numberChange, from: time)
        try writeWaiting()
        for (kind, value) in SQLiteImport.forms(of: old) {
            try run(
                "update address set valid_until = ? where person = ? and kind = ? and value = ? and valid_until is null",
                [when.seconds, person, kind.rawValue, value])
            persons.holdings[.init(kind, value)] = nil
        }
    }

    /// Whether a person wrote a day or more before a time: then a number that changes hands at it comes from that
    /// person, and is no proof that the two are one.
    private func began(_ person: Int64, before time: Instant) throws -> Bool {
        try integer("select 1 from conversation where person = ? and opened_at < ?", [person, time.seconds - 86_400])
            != nil
    }

    /// Makes two persons one: everything of `gone` is `kept`'s from now on. What cannot be known of one cannot be
    /// known of both, and a restriction of one holds for both.
    private func join(_ gone: Int64, into kept: Int64) throws {
        try writeWaiting()
        defer { persons.forgetAll() }
        for sql: StaticString in [
            """
            update message set author = ?1 where author = ?2 and conversation in (
              select id from conversation where person = ?2 union select conversation from participant where person = ?2)
            """,
            "update thread set person = ?1 where person = ?2",
            "update conversation set person = ?1 where person = ?2",
            "update or ignore participant set person = ?1 where person = ?2",
            "delete from participant where person = ?2 and ?1 is not null",
            "delete from participant where person = ?1 and ?2 is not null and conversation in (select id from conversation where person = ?1)",
            "update preference set person = ?1 where person = ?2",
            "update event set person = ?1 where person = ?2",
            "update retention_hold set person = ?1 where person = ?2",
            """
            insert into address(person, kind, value, valid_from, valid_until, evidence)
              select ?1, kind, value, valid_from, valid_until, evidence from address a where person = ?2
              and not exists(select 1 from address b where b.person = ?1 and b.kind = a.kind and b.value = a.value
                and b.valid_until is a.valid_until)
            """,
            """
            update person set
              last_inbound_at = case when last_inbound_at is null or (select last_inbound_at from person where id = ?2) is null
                then null else max(last_inbound_at, (select last_inbound_at from person where id = ?2)) end,
              relation_ended_at = case when relation_ended_at is null or (select relation_ended_at from person where id = ?2) is null
                then null else max(relation_ended_at, (select relation_ended_at from person where id = ?2)) end,
              restricted = max(restricted, (select restricted from person where id = ?2)),
              display_name = case when display_name is null or exists(select 1 from person g where g.id = ?2
                  and g.display_name is not null
                  and coalesce(g.profile_collected_at, 0) > coalesce(person.profile_collected_at, 0))
                then (select display_name from person where id = ?2) else display_name end,
              profile_collected_at = nullif(max(coalesce(profile_collected_at, 0),
                coalesce((select profile_collected_at from person where id = ?2), 0)), 0),
              first_seen_at = min(first_seen_at, (select first_seen_at from person where id = ?2))
            where id = ?1
            """,
            "delete from person where id = ?2 and ?1 is not null",
            "insert or ignore into retention_scrub(pending) select 1 where ?1 is not null and ?2 is not null",
        ] { try run(sql, [kept, gone]) }
    }
}
