-- offers that this user asked shelves for: what one takes oneself is not unread
CREATE TABLE shelf_answer (
    entry INTEGER NOT NULL PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE
) STRICT;

-- What members took from shelves of this user is no message.
-- "kind <> 1" says nothing more than "kind = 2": it lets the partial index entry_special serve.
UPDATE entry SET shown = 0 WHERE kind <> 1 AND kind = 2 AND shown = 1 AND substr(hash, 1, 16) IN (SELECT offer FROM shelf_given);
