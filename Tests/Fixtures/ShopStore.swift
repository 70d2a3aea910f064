/// A database that another program keeps: buyers and their tickets.
package enum ShopStore {
    /// The data map that describes it; more tables may follow.
    package static let map = """
        datamap: 1
        store: shop
        clock: unix-milliseconds
        tables:
          buyers:
            is: person
            key: id
            fields: { last-inbound: heard, restricted: limited, first-seen: seen, done: acts, floor: wake, revision: version }
            columns: { label: name }
          numbers:
            is: address
            key: id
            links: { buyer: buyers.id }
            fields: { text: number }
            columns: { number: phone }
          tickets:
            is: conversation
            key: id
            links: { buyer: buyers.id }
            fields:
              { role: kind, purpose: topic, collected: newest, last-inbound: heard, messages: items, bytes: size, first-seen: seen,
                last-seen: touched, done: acts, floor: floor, revision: version }
            columns: { kind: keep, topic: keep }
          posts:
            is: message
            key: id
            links: { ticket: tickets.id }
            fields: { order: id, sent: sent, direction: way, text: body }
            columns: { body: text }

        """

    /// What the shop makes itself.
    package static let tables = """
        create table buyers(id integer primary key, label text not null, heard integer, limited integer not null default 0);
        create table numbers(id integer primary key, buyer integer, number text);
        create table tickets(id integer primary key, buyer integer, kind text, topic text, newest integer, heard integer,
          items integer, size integer);
        create table posts(id integer primary key, ticket integer, sent integer, way integer, body text);
        """
}
