-- Conversations of which the user wants no notification; on this node only.

CREATE TABLE mute (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    peer         BLOB CHECK (length(peer) = 32), -- of a direct one: the other's fingerprint
    until        INTEGER -- milliseconds since 1970; null: until the user takes it back
) STRICT, WITHOUT ROWID;
