-- What a person sees of an entry: whether anything, found at once for a page of the timeline and for the number of unread ones.

ALTER TABLE entry ADD COLUMN shown INTEGER NOT NULL DEFAULT 0; -- 1: a text or an offer that can be read, with its body

UPDATE entry SET shown = 1 WHERE body IS NOT NULL AND (kind = 2 OR kind = 1 AND id IN (SELECT rowid FROM entry_text));

CREATE INDEX entry_shown ON entry (conversation, lamport, author, number, log_id) WHERE shown = 1;
CREATE INDEX entry_unread ON entry (log, number) WHERE shown = 1;
