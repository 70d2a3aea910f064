/// The tables of frozen quality figures. They hold no person: what few persons are behind is not in them.
enum FactSchema {
    static let tables = """
        -- A week, month or quarter whose figures were computed for good. Each row carries the hash of the one before.
        create table retention_fact_span(
          seq integer primary key autoincrement,
          level text not null check(level in ('week', 'month', 'quarter')), name text not null,
          starts_at integer not null, ends_at integer not null,   -- half open
          run integer not null, frozen_at integer not null,
          previous text not null, hash text not null,
          unique(level, name)) strict;
        create table retention_fact(
          span integer not null references retention_fact_span(seq), n integer not null,
          body text not null,                       -- canonical JSON
          primary key(span, n)) strict, without rowid;
        -- Records that left before the figures of their week, month or quarter could be computed.
        create table retention_fact_gone(
          week text not null, role text not null, purpose text not null,
          primary key(week, role, purpose)) strict, without rowid;
        -- Holds a row while older conversations were imported and more of them may come.
        create table retention_backlog(open integer primary key) strict;

        """
}
