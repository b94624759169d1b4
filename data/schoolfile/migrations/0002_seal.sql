-- Waymark school file, version 2.
--
-- Each record gets a seal, by which a change from outside is noticed, and the activity log can be packed. The seal is the
-- CRC-32C of the record, see seal.go; 0 stands for none.
ALTER TABLE school ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cycle ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE idea ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vision ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vision_line ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE judgement ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE priority ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE need ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE indicator ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE measurement ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE check_in ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;

-- How many records of each kind there are, so that one which vanished is noticed too.
CREATE TABLE tally (
  kind TEXT PRIMARY KEY NOT NULL, -- name of the table
  count INTEGER NOT NULL, -- number of its rows
  sum INTEGER NOT NULL -- sum of their seals
) STRICT, WITHOUT ROWID;

-- The log keeps what was done, in words that are made anew when it is read; the label of an edit only repeated them.
ALTER TABLE activity DROP COLUMN label;
ALTER TABLE activity DROP COLUMN args;

-- Older lines of the log, packed: what happened to each record on each day. Later rows hold later days.
CREATE TABLE activity_archive (
  id INTEGER PRIMARY KEY, -- counts up
  last TEXT NOT NULL, -- RFC 3339, time of its last entry
  packed BLOB NOT NULL -- JSON list, see archive.go, deflated by RFC 1951
) STRICT;
