import GRDB

/// The product's own tables, as migrations. What each table and column *means* to the engine is said by the
/// native data map; what is here is only how it is stored.
///
/// Times are unix seconds; NULL is "no usable date" unless a comment says otherwise. Ids are never used twice
/// (`autoincrement`), because fingerprints of erased messages keep naming them.
package enum NativeSchema {
    package static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("native 1") { db in try db.execute(sql: tables + indexes + triggers) }
        return migrator
    }

    private static let tables = """
        create table person(
          id integer primary key autoincrement,
          last_inbound_at integer default 0,        -- 0: never wrote; NULL: cannot be known
          relation_ended_at integer,                -- NULL: has not ended
          restricted integer not null default 0,    -- Art. 18: 1 means storage only
          display_name text, first_name text, last_name text,
          photo_file text, status_text text, profile_public integer, profile_collected_at integer,
          pseudonym text,                           -- keyed; set when name and addresses have gone
          first_seen_at integer not null,
          done integer not null default 0,
          wake integer not null default 0,
          revision integer not null default 0) strict;

        -- A person is a set of addresses, each for a time. The same value may be another person's later.
        create table address(
          id integer primary key autoincrement,
          person integer not null references person(id) on delete cascade,
          kind text not null check(kind in ('phone', 'wa-id', 'lid', 'bsuid', 'username', 'author', 'group')),
          value text not null,                      -- a phone in E.164 with its plus
          valid_from integer, valid_until integer,  -- NULL: open
          evidence text not null) strict;           -- a closed word: 'payload', 'number-change', 'export', ...

        create table operator(
          id integer primary key autoincrement,
          name text not null unique) strict;

        -- A chat with one person or group on one of our channels, from which conversations are cut by silence.
        create table thread(
          id integer primary key autoincrement,
          key blob not null unique,                 -- keyed hash of channel and counterpart
          person integer not null references person(id) on delete cascade,
          channel text not null) strict;

        create table conversation(
          id integer primary key autoincrement,
          thread integer references thread(id) on delete set null,
          person integer not null references person(id),
          role text not null, purpose text not null,
          operator integer references operator(id), -- who of ours answered first; NULL: not known
          opened_at integer,                        -- its first message
          collected_at integer,                     -- its newest message
          last_inbound_at integer,                  -- newest from the person; where the person never wrote, collected_at
          closed_at integer,                        -- by hand, or the end of the silence (which may lie ahead)
          closed_by text check(closed_by in ('silence', 'mark', 'import')),
          decision_at integer,                      -- NULL: not decided
          first_inbound_at integer,                 -- starts the response time
          responded_at integer,                     -- first human answer to it, on the thread; NULL: none
          answered integer not null default 0,      -- 1: the last word was ours
          inbound integer not null default 0,
          messages integer not null default 0,
          bytes integer not null default 0,         -- of text, UTF-8
          notice text,                              -- version of the notice in force when it was collected
          first_seen_at integer not null, last_seen_at integer not null,
          done integer not null default 0,
          floor integer not null default 0,
          revision integer not null default 0) strict;

        create table participant(
          conversation integer not null references conversation(id) on delete cascade,
          person integer not null references person(id),
          primary key(conversation, person)) strict, without rowid;

        create table message(
          conversation integer not null references conversation(id),
          n integer not null,
          direction integer not null,               -- 0: from the person; 1: ours, by a human; 2: ours, automatic
          kind text not null,                       -- a closed word: 'text', 'image', 'deleted', ...
          sent_at integer,
          author integer,                           -- in a group: which person
          text text,
          reply_to blob,                            -- keyed hash of the message answered
          edited integer not null default 0,
          primary key(conversation, n)) strict, without rowid;

        create table media(
          id integer primary key autoincrement,
          conversation integer not null references conversation(id) on delete cascade,
          n integer not null,                       -- its message
          kind text not null,
          file text,                                -- neutral name under the media folder; NULL: never fetched
          bytes integer) strict;

        create table preference(
          id integer primary key autoincrement,
          person integer not null references person(id) on delete cascade,
          kind text not null check(kind in ('information-opt-out', 'any-time-request')),
          given integer not null,
          at integer,
          evidence text not null) strict;           -- a minimal fact, never a copy of the message

        -- What the service says it does not do: calls and video.
        create table event(
          id integer primary key autoincrement,
          person integer not null references person(id) on delete cascade,
          conversation integer references conversation(id) on delete cascade,
          kind text not null check(kind in ('voice-call', 'video-call', 'missed-voice-call', 'missed-video-call')),
          at integer) strict;

        """

    private static let indexes = """
        create index conversation_due    on conversation(role, purpose, done, floor);
        create index conversation_opened on conversation(opened_at);
        -- With the end: whether somebody came back is asked of the index alone.
        create index conversation_person on conversation(person, closed_at);
        create index conversation_thread on conversation(thread);
        create index conversation_operator on conversation(operator) where operator is not null;
        create index participant_person  on participant(person);
        create index person_wake         on person(wake);
        create index person_restricted   on person(restricted) where restricted <> 0;
        create index address_value       on address(kind, value);
        create index address_person      on address(person);
        create index thread_person       on thread(person);
        create index media_conversation  on media(conversation);
        create index preference_person   on preference(person);
        create index event_person        on event(person);
        create index event_conversation  on event(conversation);

        """

    /// The person `new.id` and everybody in a conversation with that person.
    private static let company = """
        select new.id
            union select person from conversation
              where id in (select conversation from participant where person = new.id)
            union select person from participant where conversation in (
              select id from conversation where person = new.id
              union select conversation from participant where person = new.id)
        """

    /// Each trigger with its name.
    static var namedTriggers: [(name: String, sql: String)] {
        let begin = "create trigger "
        return triggers.split(separator: begin).compactMap { rest in
            rest.split(separator: " ").first.map { (String($0), begin + rest) }
        }
    }

    // Lower bounds go back to zero when what they were computed from changes; only the night raises them, and only
    // on a record whose revision is still the one it was computed for.
    // What overwrites or erases content asks for a scrub: the file may keep the bytes.
    // A write to a record that actions were done on takes the actions back: they must be done again.
    // A name of ours goes with the last conversation that it answered.
    // A clock of one person of a group is a clock of all of them.
    // What an index holds is set only where it changes: SQLite takes the entry out and puts it back even where it stays.
    private static let triggers = """
        create trigger conversation_moved after update of
          person, role, purpose, collected_at, last_inbound_at, closed_at, decision_at, notice on conversation begin
          update conversation set floor = 0, revision = revision + 1 where id = new.id;
          update person set wake = 0, revision = revision + 1 where id in (old.person, new.person);
          update person set wake = 0, revision = revision + 1
            where id in (select person from participant where conversation = new.id);
        end;
        create trigger conversation_new after insert on conversation begin
          update person set revision = revision + 1 where id = new.person;
          update person set wake = 0 where id = new.person and wake <> 0;
        end;
        create trigger conversation_gone after delete on conversation begin
          update person set wake = 0, revision = revision + 1 where id = old.person;
          insert or ignore into retention_scrub(pending) values (1);
        end;
        create trigger operator_gone after delete on conversation when old.operator is not null begin
          delete from operator where id = old.operator
            and not exists(select 1 from conversation where operator = old.operator);
        end;
        create trigger participant_new after insert on participant begin
          update conversation set floor = 0, revision = revision + 1 where id = new.conversation;
          update person set wake = 0, revision = revision + 1 where id in (
            select new.person union select person from participant where conversation = new.conversation
            union select person from conversation where id = new.conversation);
        end;
        create trigger participant_gone after delete on participant begin
          update conversation set floor = 0, revision = revision + 1 where id = old.conversation;
          update person set wake = 0, revision = revision + 1 where id in (
            select old.person union select person from participant where conversation = old.conversation
            union select person from conversation where id = old.conversation);
        end;
        create trigger person_clock_back after update of last_inbound_at on person
          when new.last_inbound_at is null or old.last_inbound_at is null or new.last_inbound_at < old.last_inbound_at begin
          update conversation set floor = 0, revision = revision + 1
            where person = new.id or id in (select conversation from participant where person = new.id);
          update person set wake = 0, revision = revision + 1 where id in (\(company));
        end;
        create trigger person_relation after update of relation_ended_at on person begin
          update conversation set floor = 0, revision = revision + 1
            where person = new.id or id in (select conversation from participant where person = new.id);
          update person set wake = 0, revision = revision + 1 where id in (\(company));
        end;
        create trigger person_bit_cleared after update of done on person when (old.done & ~new.done) <> 0 begin
          update person set wake = 0 where id = new.id and wake <> 0;
        end;
        create trigger message_new after insert on message begin
          update conversation set revision = revision + 1 where id = new.conversation;
          update conversation set done = 0, floor = 0 where id = new.conversation and done <> 0;
        end;
        create trigger message_changed after update of text, kind, sent_at, author on message begin
          update conversation set revision = revision + 1 where id = new.conversation;
          update conversation set done = 0, floor = 0 where id = new.conversation and done <> 0;
          insert or ignore into retention_scrub(pending) values (1);
        end;
        create trigger media_new after insert on media begin
          update conversation set revision = revision + 1 where id = new.conversation;
          update conversation set done = 0, floor = 0 where id = new.conversation and done <> 0;
        end;
        create trigger profile_changed after update of
          display_name, first_name, last_name, photo_file, status_text on person begin
          update person set revision = revision + 1, done = 0 where id = new.id;
          update person set wake = 0 where id = new.id and wake <> 0;
          insert or ignore into retention_scrub(pending) values (1);
        end;
        create trigger address_new after insert on address begin
          update person set revision = revision + 1, done = 0 where id = new.person;
          update person set wake = 0 where id = new.person and wake <> 0;
        end;

        """
}
