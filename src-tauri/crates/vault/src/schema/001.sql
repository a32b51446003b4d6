-- Version 1. Frozen once released.

-- Which vault this is and what made it.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Every record of every kind. `seq` follows the moment of the record (Unix
-- seconds times 64, plus a number for those of one second), so that the index of
-- words, which keeps rows in the order of their number, yields the newest first
-- without sorting. `body` is the whole record as JSON; the other columns are what
-- lists and filters need of it.
CREATE TABLE record (
    seq INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    share TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    deleted TEXT,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- Lists go by the first, the search by the second. Both hold all that filters ask,
-- so that bodies are read only of what is shown.
CREATE INDEX record_by_kind ON record (kind, seq, day, share, deleted);
CREATE INDEX record_by_seq ON record (seq, kind, day, share, deleted);
CREATE INDEX record_in_trash ON record (deleted) WHERE deleted IS NOT NULL;

-- What a record was before it was saved again.
CREATE TABLE record_version (
    id TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    saved TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (id, version)
) STRICT;

-- Which people a record names, and the long-lived work it belongs to.
CREATE TABLE record_link (
    target TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('person', 'focus')),
    seq INTEGER NOT NULL REFERENCES record (seq) ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY (target, role, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_link_by_record ON record_link (seq);

-- What is being written and was not saved yet.
CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    saved TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- Small things the program must remember with this journal.
CREATE TABLE state (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- The words of every record, under the `seq` of the record. Beginnings of up to three
-- letters have an index of their own: each is shared by a large part of all entries,
-- and they are what is asked for while a word is being typed.
CREATE VIRTUAL TABLE record_search USING fts5 (
    text,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);

PRAGMA application_id = 0x4e42564c;
PRAGMA user_version = 1;
