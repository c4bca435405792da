-- Here while words of removed texts are still in the search's index, which is to be written anew (class SearchWords).

CREATE TABLE search_words_left (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    begun INTEGER NOT NULL CHECK (begun IN (0, 1)) -- 1: it is being written
) STRICT;

-- Of a reaction whether it is on. So a message that has thousands is shown by reading those that are seen.
ALTER TABLE act ADD COLUMN is_on INTEGER NOT NULL DEFAULT 0;
UPDATE act SET is_on = coalesce((SELECT json_extract(CAST(body AS TEXT), '$.on') FROM entry WHERE entry.id = act.entry), 0) WHERE kind = 8;
CREATE INDEX act_reaction ON act (conversation, target_author, target_log, target_number, target_id, author, lamport, number, log_id)
  WHERE kind = 8 AND present = 1 AND is_on = 1;
