-- The hand-in boxes of each author, so that many of one hide no other's.
CREATE INDEX entry_box ON entry (author, id) WHERE kind = 13;
