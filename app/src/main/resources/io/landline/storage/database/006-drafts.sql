-- What was being written and was not sent, one draft a conversation; on this node only. The highest id was written last.

CREATE TABLE draft (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation BLOB NOT NULL UNIQUE CHECK (length(conversation) = 16),
    peer         BLOB CHECK (length(peer) = 32), -- of a direct one: the other's fingerprint
    text         TEXT NOT NULL
) STRICT;
