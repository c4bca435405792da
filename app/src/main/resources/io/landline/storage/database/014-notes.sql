-- What this node alone knows of messages: which ones its user saved, and when receipts came.

CREATE TABLE saved (
    place INTEGER PRIMARY KEY, -- higher for what was saved later
    id    BLOB NOT NULL UNIQUE CHECK (length(id) = 16) -- of the entry
) STRICT;

-- A receipt says "all of this log of ours up to that number"; the first that reaches a message tells when it got there.
CREATE TABLE receipt_time (
    place        INTEGER PRIMARY KEY, -- higher for what came later
    conversation BLOB    NOT NULL CHECK (length(conversation) = 16),
    log          BLOB    NOT NULL,
    peer         BLOB    NOT NULL CHECK (length(peer) = 32),
    read         INTEGER NOT NULL, -- 0: delivered, 1: read
    number       INTEGER NOT NULL,
    at           INTEGER NOT NULL -- milliseconds since 1970
) STRICT;
CREATE INDEX receipt_time_of ON receipt_time (conversation, log, peer, read, number);

-- Entries of later versions, by their place: kinds above 12.
CREATE INDEX entry_later ON entry (conversation, lamport, author, number, log_id) WHERE kind > 12;
