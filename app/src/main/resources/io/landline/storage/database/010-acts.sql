-- What people do with messages: found by what it names. Deleted bodies: gone, with the delete as the proof.

CREATE TABLE deletion (
    id        INTEGER PRIMARY KEY,
    hash      BLOB NOT NULL UNIQUE, -- of the header of the delete
    header    BLOB NOT NULL,
    signature BLOB NOT NULL,
    body      BLOB NOT NULL
) STRICT;

ALTER TABLE entry ADD COLUMN deletion INTEGER; -- the row of what took the body away

-- By the first 8 bytes of the entry's id, as people and acts name it.
CREATE INDEX entry_id ON entry (substr(hash, 1, 8));

CREATE TABLE act (
    entry         INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    slot          INTEGER NOT NULL, -- 0: the target; of a delete its edits follow
    conversation  INTEGER NOT NULL,
    target_author BLOB    NOT NULL,
    target_log    BLOB    NOT NULL,
    target_number INTEGER NOT NULL,
    target_id     BLOB    NOT NULL, -- 8 bytes
    kind          INTEGER NOT NULL,
    topic         TEXT    NOT NULL, -- of a reaction its emoji, else empty
    rival         BLOB,             -- whose later act takes its place: its author's, or empty for anybody's; null for nobody's
    present       INTEGER NOT NULL, -- 0: such an act took its place
    lamport       INTEGER NOT NULL,
    author        BLOB    NOT NULL,
    number        INTEGER NOT NULL,
    log_id        BLOB    NOT NULL,
    PRIMARY KEY (entry, slot)
) STRICT, WITHOUT ROWID;

CREATE INDEX act_target ON act (conversation, target_author, target_log, target_number, target_id, kind, lamport, author, number, log_id)
  WHERE present = 1;
CREATE INDEX act_rival ON act (conversation, target_author, target_log, target_number, target_id, kind, rival, topic, present,
  lamport, author, number, log_id) WHERE rival IS NOT NULL;
CREATE INDEX act_pin ON act (conversation, lamport, author, number, log_id) WHERE kind = 9 AND present = 1;

-- The words of a deleted text leave the search for good, which a table that only marks them as deleted cannot do.
DROP TABLE entry_text;
CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_text (rowid, text)
  SELECT id, json_extract(CAST(body AS TEXT), '$.text') FROM entry WHERE kind = 1 AND shown = 1 ORDER BY id;
