-- The search's index has words as the program folds them (class FoldedText), a space between each two, so that its tokenizer only divides at
-- spaces. What stands in the index of before goes over in small steps while the node runs (class SearchRenewal).
ALTER TABLE entry_text RENAME TO entry_text_before;
-- Words that leave it are not overwritten one by one: all of it goes soon.
INSERT INTO entry_text_before (entry_text_before, rank) VALUES ('secure-delete', 0);
DELETE FROM search_words_left;
CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', prefix='1 2 3', tokenize='ascii');
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);

-- Here while the index is renewed, the newest entries first. Up to this row of entry the index of before has what is shown, and above it the
-- new one.
CREATE TABLE search_renewal (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    reached INTEGER NOT NULL
) STRICT;
INSERT INTO search_renewal (id, reached) SELECT 1, coalesce(max(id), 0) FROM entry;
