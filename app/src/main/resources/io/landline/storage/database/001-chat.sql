-- Conversations: entries as the very bytes that were signed, what is held of each log, admissions, receipts, search.
-- Ids and hashes are BLOBs, which compare as unsigned bytes: the timeline needs that of fingerprints and log ids.

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  conversation BLOB NOT NULL UNIQUE,
  peer BLOB,                                  -- of a direct one: the other's fingerprint
  clock INTEGER NOT NULL DEFAULT 0,           -- highest Lamport time that counts
  own_log BLOB                                -- into which this node writes now
) STRICT;

-- One contiguous range of entries is held of each log; a log of which nothing is held has no row.
CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation(id),
  author BLOB NOT NULL,
  author_key BLOB NOT NULL,
  log BLOB NOT NULL,
  number_from INTEGER NOT NULL,
  number_to INTEGER NOT NULL,
  hash BLOB NOT NULL,
  previous BLOB NOT NULL,
  lamport_from INTEGER NOT NULL,
  lamport_to INTEGER NOT NULL,
  forked INTEGER NOT NULL DEFAULT 0,
  UNIQUE (conversation, author, log)
) STRICT;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log(id),
  number INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  author BLOB NOT NULL,
  log_id BLOB NOT NULL,
  kind INTEGER NOT NULL,
  header BLOB NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL,
  body BLOB,
  UNIQUE (log, number)
) STRICT;
CREATE INDEX entry_timeline ON entry (conversation, lamport, author, number, log_id);
CREATE INDEX entry_special ON entry (kind, id) WHERE kind <> 1;

-- The text of text entries; rowid is the entry's id.
CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE admission (
  room BLOB NOT NULL,
  member BLOB NOT NULL,
  member_key BLOB NOT NULL,
  millis INTEGER NOT NULL,
  signer_key BLOB NOT NULL,
  signature BLOB NOT NULL,
  links INTEGER NOT NULL,
  PRIMARY KEY (room, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  conversation BLOB NOT NULL,
  author BLOB NOT NULL,
  log BLOB NOT NULL,
  peer BLOB NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation, author, peer, log)
) STRICT, WITHOUT ROWID;
