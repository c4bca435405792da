-- What is saved may be removed later, because its conversation is not kept that long. The list still says whose message it was, where it
-- stood, and when it was written. What is not here any more when this runs cannot be named so, and leaves the list.
ALTER TABLE saved RENAME TO saved_before;
CREATE TABLE saved (
    place        INTEGER PRIMARY KEY, -- higher for what was saved later
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- of the entry
    conversation BLOB NOT NULL CHECK (length(conversation) = 16),
    author       BLOB NOT NULL,
    written      BLOB NOT NULL -- by the author's clock: bytes 104 to 111 of the header
) STRICT;
INSERT OR IGNORE INTO saved (place, id, conversation, author, written)
  SELECT saved_before.place, saved_before.id, conversation.conversation, entry.author, substr(entry.header, 105, 8)
  FROM saved_before
    CROSS JOIN entry ON substr(entry.hash, 1, 8) = substr(saved_before.id, 1, 8) AND substr(entry.hash, 1, 16) = saved_before.id
    CROSS JOIN conversation ON conversation.id = entry.conversation;
DROP TABLE saved_before;
