import Conversations
import GRDB
import SQLiteStore
import StorePort

/// A store as another product might keep it. Rows refer to each other by texts, and no foreign key says so.
package enum ForeignSchema {
    package static func create(path: String, identity: StoreIdentity) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: tables) }
        try queue.close()
        try SQLiteStore.prepare(path: path, map: map, identity: identity)
    }

    private static let tables = """
        create table contacts(
          id integer primary key, ref text not null unique, label text, mobile text, avatar text, about text, alias text,
          heard_ms integer default 0, left_ms integer, limited integer not null default 0, seen_ms integer not null,
          acts integer not null default 0, wake_ms integer not null default 0, version integer not null default 0);
        create table contact_points(n integer primary key, contact_ref text, sort text not null, number text not null);
        create table chats(
          id integer primary key, ref text not null unique, contact_ref text, kind text, topic text, started_ms integer,
          newest_ms integer, heard_ms integer, ended_ms integer, verdict_ms integer, asked_ms integer,
          answered_ms integer, items integer not null default 0, size integer not null default 0, terms text,
          seen_ms integer not null, touched_ms integer not null, acts integer not null default 0,
          floor_ms integer not null default 0, version integer not null default 0);
        create table chat_members(chat_ref text, contact_ref text);
        create table lines(
          id integer primary key, chat_ref text, pos integer, way integer, sort text, at_ms integer,
          by_contact integer, body text, sender text, unique(chat_ref, pos));
        create table files(id integer primary key, chat_ref text, pos integer, sort text, place text);
        create table notes(id integer primary key, chat_ref text, note text);
        create table shop_hours(day text, opens text);
        create index chats_due on chats(kind, topic, acts, floor_ms);
        create index chats_contact on chats(contact_ref);
        create index contacts_wake on contacts(wake_ms);
        create index points_contact on contact_points(contact_ref);
        create index members_chat on chat_members(chat_ref);
        create index members_contact on chat_members(contact_ref);
        create index files_chat on files(chat_ref);

        """

    package static let map = DataMap(
        store: "foreign", clock: .unixMilliseconds,
        tables: [
            .init(
                name: "contacts", part: .person, key: "id", links: [],
                fields: [
                    .lastInbound: "heard_ms", .relationEnded: "left_ms", .restricted: "limited", .firstSeen: "seen_ms",
                    .pseudonym: "alias", .done: "acts", .floor: "wake_ms", .revision: "version",
                ],
                columns: [
                    "ref": .hash, "label": .name, "mobile": .phone, "avatar": .profilePhoto, "about": .profileStatus,
                    "alias": .hash,
                ]),
            .init(
                name: "contact_points", part: .address, key: "n",
                links: [.init(column: "contact_ref", table: "contacts", target: "ref")],
                fields: [.kind: "sort", .text: "number"], columns: ["sort": .keep, "number": .phone]),
            .init(
                name: "chats", part: .conversation, key: "id",
                links: [.init(column: "contact_ref", table: "contacts", target: "ref")],
                fields: [
                    .role: "kind", .purpose: "topic", .opened: "started_ms", .collected: "newest_ms",
                    .lastInbound: "heard_ms", .closed: "ended_ms", .decision: "verdict_ms", .firstInbound: "asked_ms",
                    .responded: "answered_ms", .messages: "items", .bytes: "size", .notice: "terms",
                    .firstSeen: "seen_ms", .lastSeen: "touched_ms", .done: "acts", .floor: "floor_ms",
                    .revision: "version",
                ],
                columns: ["ref": .hash, "kind": .keep, "topic": .keep, "terms": .keep]),
            .init(
                name: "chat_members", part: .participant, key: nil,
                links: [
                    .init(column: "chat_ref", table: "chats", target: "ref"),
                    .init(column: "contact_ref", table: "contacts", target: "ref"),
                ],
                fields: [:], columns: [:]),
            .init(
                name: "lines", part: .message, key: "id",
                links: [.init(column: "chat_ref", table: "chats", target: "ref")],
                fields: [
                    .order: "pos", .sent: "at_ms", .direction: "way", .kind: "sort", .text: "body",
                    .author: "by_contact",
                ],
                columns: ["sort": .keep, "body": .text, "sender": .jid]),
            .init(
                name: "files", part: .media, key: "id",
                links: [.init(column: "chat_ref", table: "chats", target: "ref")],
                fields: [.order: "pos", .kind: "sort", .file: "place"], columns: ["sort": .keep, "place": .path]),
            .init(
                name: "notes", part: .attachment, key: "id",
                links: [.init(column: "chat_ref", table: "chats", target: "ref")], fields: [:], columns: ["note": .text]
            ),
        ])
}
