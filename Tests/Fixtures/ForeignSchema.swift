import Conversations
import GRDB
import SQLiteStore
import StorePort

/// A store as another product might keep it. Rows refer to each other by texts, and no foreign key says so.
package enum ForeignSchema {
    package static func create(path: String, identity: StoreIdentity) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: tables + triggers) }
        try ControlSchema.migrator().migrate(queue)
        try queue.write { db in
            try db.execute(
                sql: "insert into retention_store values (1, ?, ?, ?, ?, ?)",
                arguments: [
                    identity.storeID, identity.policyID, identity.keysFingerprint, identity.isRehearsal,
                    identity.createdAt.seconds,
                ])
        }
        try queue.close()
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

    private static let triggers = """
        create trigger chats_moved after update of
          contact_ref, kind, topic, newest_ms, heard_ms, ended_ms, verdict_ms on chats begin
          update chats set floor_ms = 0, version = version + 1 where id = new.id;
          update contacts set wake_ms = 0, version = version + 1 where ref in (old.contact_ref, new.contact_ref);
          update contacts set wake_ms = 0, version = version + 1
            where ref in (select contact_ref from chat_members where chat_ref = new.ref);
        end;
        create trigger chats_new after insert on chats begin
          update contacts set wake_ms = 0, version = version + 1 where ref = new.contact_ref;
        end;
        create trigger chats_gone after delete on chats begin
          update contacts set wake_ms = 0, version = version + 1 where ref = old.contact_ref;
        end;
        create trigger members_new after insert on chat_members begin
          update chats set floor_ms = 0, version = version + 1 where ref = new.chat_ref;
          update contacts set wake_ms = 0, version = version + 1 where ref in (
            select new.contact_ref union select contact_ref from chat_members where chat_ref = new.chat_ref
            union select contact_ref from chats where ref = new.chat_ref);
        end;
        create trigger members_gone after delete on chat_members begin
          update chats set floor_ms = 0, version = version + 1 where ref = old.chat_ref;
          update contacts set wake_ms = 0, version = version + 1 where ref in (
            select old.contact_ref union select contact_ref from chat_members where chat_ref = old.chat_ref
            union select contact_ref from chats where ref = old.chat_ref);
        end;
        create trigger contacts_clock_back after update of heard_ms on contacts
          when new.heard_ms is null or old.heard_ms is null or new.heard_ms < old.heard_ms begin
          update chats set floor_ms = 0, version = version + 1 where contact_ref = new.ref
            or ref in (select chat_ref from chat_members where contact_ref = new.ref);
          update contacts set wake_ms = 0, version = version + 1 where ref in (
            select new.ref
            union select contact_ref from chats where ref in (select chat_ref from chat_members where contact_ref = new.ref)
            union select contact_ref from chat_members where chat_ref in (
              select ref from chats where contact_ref = new.ref
              union select chat_ref from chat_members where contact_ref = new.ref));
        end;
        create trigger contacts_left after update of left_ms on contacts begin
          update chats set floor_ms = 0, version = version + 1 where contact_ref = new.ref
            or ref in (select chat_ref from chat_members where contact_ref = new.ref);
          update contacts set wake_ms = 0, version = version + 1 where ref in (
            select new.ref
            union select contact_ref from chats where ref in (select chat_ref from chat_members where contact_ref = new.ref)
            union select contact_ref from chat_members where chat_ref in (
              select ref from chats where contact_ref = new.ref
              union select chat_ref from chat_members where contact_ref = new.ref));
        end;
        create trigger contacts_bit_cleared after update of acts on contacts when (old.acts & ~new.acts) <> 0 begin
          update contacts set wake_ms = 0 where id = new.id and wake_ms <> 0;
        end;
        create trigger lines_new after insert on lines begin
          update chats set version = version + 1, acts = 0,
            floor_ms = case when acts = 0 then floor_ms else 0 end where ref = new.chat_ref;
        end;
        create trigger lines_changed after update of body, sort, at_ms, by_contact on lines begin
          update chats set version = version + 1, acts = 0,
            floor_ms = case when acts = 0 then floor_ms else 0 end where ref = new.chat_ref;
        end;
        create trigger files_new after insert on files begin
          update chats set version = version + 1, acts = 0,
            floor_ms = case when acts = 0 then floor_ms else 0 end where ref = new.chat_ref;
        end;
        create trigger contacts_profile after update of label, mobile, avatar, about on contacts begin
          update contacts set version = version + 1, acts = 0, wake_ms = 0 where id = new.id;
        end;
        create trigger points_new after insert on contact_points begin
          update contacts set version = version + 1, acts = 0, wake_ms = 0 where ref = new.contact_ref;
        end;
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
