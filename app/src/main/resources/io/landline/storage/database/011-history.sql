-- A long history: a search that is quick for few letters too, what was written when, and what is not kept any more.

-- Words are found by their first one, two or three letters at once, however many texts have them. The texts are the present ones: of the
-- first 64 edits of a text, which count, the last one.
DROP TABLE entry_text;
CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_text (rowid, text)
  SELECT entry.id, json_extract(CAST(coalesce(
    (SELECT counted.body FROM
      (SELECT edit.body AS body, act.lamport AS lamport, act.author AS author, act.number AS number, act.log_id AS log_id
        FROM act JOIN entry AS edit ON edit.id = act.entry
        WHERE act.conversation = entry.conversation AND act.target_author = entry.author AND act.target_log = entry.log_id
          AND act.target_number = entry.number AND act.target_id = substr(entry.hash, 1, 8) AND act.kind = 6 AND act.present = 1
        ORDER BY act.lamport, act.author, act.number, act.log_id LIMIT 64) AS counted
      ORDER BY counted.lamport DESC, counted.author DESC, counted.number DESC, counted.log_id DESC LIMIT 1),
    entry.body) AS TEXT), '$.text')
  FROM entry WHERE kind = 1 AND shown = 1 AND body IS NOT NULL ORDER BY entry.id;

-- By the author's clock: bytes 104 to 111 of a header.
CREATE INDEX entry_written ON entry (conversation, substr(header, 105, 8)) WHERE shown = 1;
CREATE INDEX entry_offer ON entry (conversation, lamport, author, number, log_id) WHERE kind = 2 AND shown = 1;
CREATE INDEX entry_deletion ON entry (deletion) WHERE deletion IS NOT NULL;

-- For how long a conversation is kept; a conversation without a row is kept for ever.
CREATE TABLE retention (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    days         INTEGER NOT NULL CHECK (days > 0)
) STRICT, WITHOUT ROWID;

-- The first number of a log that is wanted here: what stood below was removed. A log of which nothing is left keeps its row in `log`, with
-- number_from = number_to + 1.
CREATE TABLE log_floor (
    conversation BLOB NOT NULL,
    author       BLOB NOT NULL,
    log          BLOB NOT NULL,
    floor        INTEGER NOT NULL,
    PRIMARY KEY (conversation, author, log)
) STRICT, WITHOUT ROWID;

-- Conversations that the user wants to come back to, though all of it was read; on this node only.
CREATE TABLE unread_mark (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    peer         BLOB CHECK (length(peer) = 32) -- of a direct one: the other's fingerprint
) STRICT, WITHOUT ROWID;
