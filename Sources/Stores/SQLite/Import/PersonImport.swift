import Conversations
import Foundation
import GRDB
import StorePort

extension SQLiteImport {
    /// Seconds of silence after which a number, a name or a handle is no evidence any more: six months.
    private static let handedOn: Int64 = 184 * 86_400

    package func person(for counterpart: Counterpart, thread: Fingerprint, at time: Instant, now: Instant) throws
        -> Int64
    {
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
            try run("insert into person(first_seen_at) values(?)", [now.seconds])
            person = db.lastInsertedRowID
            try recallRefusal(counterpart, person: person)
        }
        for address in counterpart.addresses {
            try add(address, to: person, evidence: counterpart.evidence, from: time)
        }
        try keepProfile(counterpart, of: person)
        return person
    }

    /// Who asked for no information, went and came back under the same number has not asked for any.
    private func recallRefusal(_ counterpart: Counterpart, person: Int64) throws {
        for hash in counterpart.refusals {
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
        var rows: [Row] = []
        for (kind, value) in SQLiteImport.forms(of: address) {
            rows += try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        select person from address where kind = ? and value = ?
                          and (valid_until is null or valid_until >= ?) order by id desc
                        """),
                arguments: [kind.rawValue, value, time.seconds])
        }
        for row in rows {
            let person: Int64 = try row.get(0)
            if address.kind.isLasting { return person }
            if try isActive(person, at: time) { return person }
        }
        return nil
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
        try integer(
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
        let span = try row(
            """
            select min(opened_at), max(collected_at) from conversation where person = ?1
              or id in (select conversation from participant where person = ?1)
            """, [person])
        let inbound = try integer("select nullif(last_inbound_at, 0) from person where id = ?", [person])
        // Of a person of whom no date is known, silence is not known either.
        let (opened, collected): (Int64?, Int64?) = (
            try span.flatMap { try $0.get(0) }, try span.flatMap { try $0.get(1) }
        )
        guard let first = opened ?? inbound, let last = collected ?? inbound else {
            return true
        }
        return time.seconds >= first - Self.handedOn && time.seconds <= max(first, last) + Self.handedOn
    }

    package func add(
        _ address: PersonAddress, to person: Int64, evidence: AddressEvidence, from time: Instant?
    ) throws {
        let known = try integer(
            """
            select 1 from address where person = ? and kind = ? and value = ? and (valid_until is null or valid_until >= ?)
            """, [person, address.kind.rawValue, address.value, time?.seconds])
        guard known == nil else { return }
        // Whoever had it before has it no longer.
        for (kind, value) in SQLiteImport.forms(of: address) where kind != .author && !kind.isLasting {
            try run(
                """
                update address set valid_until = coalesce(?, valid_from, 0)
                where kind = ? and value = ? and person <> ? and valid_until is null
                """, [time?.seconds, kind.rawValue, value, person])
        }
        try run(
            "insert into address(person, kind, value, valid_from, evidence) values(?, ?, ?, ?, ?)",
            [person, address.kind.rawValue, address.value, time?.seconds, evidence.rawValue])
    }

    /// Writing a profile takes back what was done on it, so a name is written only where it changes. One that came
    /// later stays, whatever is imported after it.
    private func keepProfile(_ counterpart: Counterpart, of person: Int64) throws {
        guard let name = counterpart.profileName else { return }
        let time = counterpart.namedAt?.seconds
        try run(
            """
            update person set display_name = ?1, profile_collected_at = ?2
            where id = ?3 and pseudonym is null and display_name is not ?1
              and (display_name is null or coalesce(profile_collected_at, 0) <= coalesce(?2, 0))
            """, [name, time, person])
        try run(
            """
            update person set profile_collected_at = ?2
            where id = ?3 and display_name is ?1 and coalesce(profile_collected_at, 0) < ?2
            """, [name, time, person])
    }

    package func heard(from person: Int64, at time: Instant?) throws {
        guard let time else {
            return try run(
                "update person set last_inbound_at = null where id = ? and last_inbound_at is not null", [person])
        }
        try run(
            "update person set last_inbound_at = ?1 where id = ?2 and last_inbound_at < ?1", [time.seconds, person])
    }

    package func numberChanged(
        from old: PersonAddress, to new: PersonAddress, at time: Instant?, now: Instant
    ) throws {
        let when = time ?? now
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
        case (nil, nil):
            try run("insert into person(first_seen_at) values(?)", [now.seconds])
            person = db.lastInsertedRowID
        }
        try add(old, to: person, evidence: .numberChange, from: nil)
        try add(new, to: person, evidence: .numberChange, from: time)
        for (kind, value) in SQLiteImport.forms(of: old) {
            try run(
                "update address set valid_until = ? where person = ? and kind = ? and value = ? and valid_until is null",
                [when.seconds, person, kind.rawValue, value])
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
