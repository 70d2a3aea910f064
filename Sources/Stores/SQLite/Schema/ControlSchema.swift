import GRDB

/// The tables that the engine keeps beside whatever store it serves. They hold no person: keyed hashes, counts,
/// dates and words of our own.
package enum ControlSchema {
    package static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("control 1") { db in try db.execute(sql: tables + FactSchema.tables) }
        migrator.registerMigration("control 2") { db in try db.execute(sql: withdrawals) }
        migrator.registerMigration("control 3") { db in try db.execute(sql: exitCodes) }
        migrator.registerMigration("control 4") { db in try db.execute(sql: runLines) }
        return migrator
    }

    /// What the process ended with that ran the night; NULL of runs before it was kept.
    private static let exitCodes = "alter table retention_run add column exit_code integer;"

    /// What a run planned and what it has done of it so far, until a record tells it: the next run tells it of one that is
    /// killed.
    private static let runLines = """
        create table retention_run_line(
          run integer not null references retention_run(id),
          place integer not null,                   -- in the plan
          rule text not null, subject text not null, actions integer not null,
          planned text not null,                    -- the plan's line, canonical JSON
          done integer not null,
          primary key(run, place)) strict, without rowid;
        """

    /// Messages that their writer took back while a hold kept them: they go when it no longer counts.
    private static let withdrawals = """
        create table retention_withdrawal(
          conversation integer not null, n integer not null, at integer not null,
          primary key(conversation, n)) strict, without rowid;
        """

    private static let tables = """
        -- One row: what this store is and what it is bound to.
        create table retention_store(
          id integer primary key check(id = 1),
          store_id text not null,                   -- 16 random hex digits
          policy_id text not null,
          keys_fingerprint text not null,           -- of the key folder that belongs here
          rehearsal integer not null,
          created_at integer not null) strict;

        create table retention_approval(
          seq integer primary key autoincrement,
          at integer not null, by text not null,
          policy_hash text not null, policy text not null) strict;   -- canonical JSON

        create table retention_run(
          id integer primary key autoincrement,
          state text not null check(state in ('working', 'scrub', 'report', 'done', 'stopped')),
          as_of integer not null, started_at integer not null, finished_at integer,
          policy_hash text not null, plan_digest text not null,
          record text) strict;                      -- canonical JSON, once the work is done

        create table retention_batch(
          run integer not null references retention_run(id), no integer not null,
          action text not null, rule text, records integer not null, rows integer not null, segment text,
          primary key(run, no)) strict, without rowid;

        create table retention_segment(
          name text primary key,
          run integer not null, batch integer not null,
          rule text not null, ends_on text not null, -- a date: erased on the first night from then on
          bytes integer not null, sha256 text not null,
          conversations integer not null, messages integer not null,
          clock text, counted_from text,             -- what ends_on was counted from
          erased_at integer,
          manifest_bytes integer not null,
          manifest text not null) strict;            -- last, so that a list of segments never reads it

        create table retention_hold(
          id integer primary key autoincrement,
          person integer, conversation integer,
          span_from integer, span_until integer,     -- half open; all three NULL: of archived conversations alone
          kind text not null check(kind in ('hold', 'restriction')),
          reason text not null, author text not null,
          placed_at integer not null, review_on text not null,
          reviewed_at integer, reviewed_by text,
          released_at integer, released_by text,
          check((span_from is null) = (span_until is null)),
          check((person is not null) + (conversation is not null) + (span_from is not null) <= 1)) strict;
        create index retention_hold_person       on retention_hold(person)       where person is not null;
        create index retention_hold_conversation on retention_hold(conversation) where conversation is not null;
        create index retention_hold_span         on retention_hold(span_from)    where span_from is not null;
        -- What a hold keeps outside of the store: whole segments, and sources that hold an address of its person.
        create table retention_hold_segment(
          segment text not null, hold integer not null references retention_hold(id),
          primary key(segment, hold)) strict, without rowid;
        create table retention_hold_address(
          hold integer not null references retention_hold(id), hash blob not null,
          primary key(hold, hash)) strict, without rowid;

        -- A keyed fingerprint of every message ever imported. It outlives the message, so that no source brings it back.
        create table retention_seen(
          hash blob primary key,                    -- 16 bytes
          conversation integer not null, n integer not null) strict, without rowid;
        -- Of what is no message, such as calls: n is the time of the import below zero.
        create index retention_seen_nowhere on retention_seen(n) where conversation = 0;
        -- Conversations that left the store, and when: the end of their fingerprints is counted from it.
        create table retention_gone(
          conversation integer primary key, gone_at integer not null) strict;

        -- Files whose rows are gone and which are still to be unlinked: neutral names under the media folder.
        create table retention_pending_file(path text primary key) strict, without rowid;

        -- Holds a row while something was overwritten or erased of which the file may still hold the bytes.
        create table retention_scrub(pending integer primary key) strict;
        -- One row once the file was rewritten: when it last was.
        create table retention_scrubbed(id integer primary key check(id = 1), at integer not null) strict;

        -- Keyed hashes of numbers that were erased, until a search of the file has shown that they are gone.
        create table retention_erased(hash integer primary key) strict;

        create table retention_suppression(
          hash blob primary key, since integer not null, reason text not null) strict, without rowid;

        -- Sources that were imported, by keyed hash of their bytes.
        create table retention_source(
          hash blob primary key,
          kind text not null, imported_at integer not null,
          messages integer not null, refused integer not null, -- lines or records that were not taken
          folder_hash blob,
          ending integer not null default 0,         -- 1: its files are being unlinked
          erased_at integer) strict, without rowid;
        -- Whose records a source holds, by keyed hash of each address: a hold keeps the sources of its person.
        create table retention_source_person(
          person blob not null, source blob not null,
          primary key(person, source)) strict, without rowid;
        create index retention_source_person_source on retention_source_person(source);

        create table retention_audit(
          seq integer primary key autoincrement,
          at integer not null, event text not null, detail text not null,
          previous text not null, hash text not null) strict;

        -- One row once events were taken out of the log by age: the last of them, which the first one left follows.
        create table retention_audit_anchor(
          id integer primary key check(id = 1), seq integer not null, hash text not null) strict;

        -- What floors and wakes were computed under.
        create table retention_planning(
          id integer primary key check(id = 1),
          since_by_pair text not null, wake_hash text not null) strict;

        """
}
