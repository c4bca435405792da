-- The order of the list of conversations; on this node only. Conversations that the user keeps on top of it:

CREATE TABLE on_top (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    peer         BLOB CHECK (length(peer) = 32) -- of a direct one: the other's fingerprint
) STRICT, WITHOUT ROWID;

-- The place of a room in which nothing was said yet: the highest id of an entry when it was joined. Rooms of earlier versions stand last.

ALTER TABLE room ADD COLUMN joined_after INTEGER NOT NULL DEFAULT 0;
