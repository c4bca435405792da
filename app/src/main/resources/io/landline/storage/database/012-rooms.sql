-- What the user chose for rooms and conversations; on this node only. A name of the user's own for a room:

CREATE TABLE room_name (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Conversations that left the list, until something newer comes.

CREATE TABLE archived (
    conversation BLOB PRIMARY KEY CHECK (length(conversation) = 16),
    peer BLOB CHECK (length(peer) = 32), -- of a direct one: the other's fingerprint
    came_as INTEGER NOT NULL             -- the highest id of an entry when it was archived
) STRICT, WITHOUT ROWID;

-- Rooms that got new words (docs/protocol/new-words.md). The author's entry says what the change is.

CREATE TABLE new_words (
    next BLOB PRIMARY KEY CHECK (length(next) = 16),     -- the room with the new words
    old BLOB NOT NULL CHECK (length(old) = 16),
    author BLOB NOT NULL CHECK (length(author) = 32),
    state TEXT NOT NULL CHECK (state IN ('OFFERED', 'TAKEN', 'DECLINED')),
    at INTEGER NOT NULL,                                 -- milliseconds since 1970, by this node's clock
    words TEXT,                                          -- as long as somebody is to get them, or this user to decide
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    entry BLOB NOT NULL                                  -- header, signature and body
) STRICT, WITHOUT ROWID;
CREATE INDEX new_words_old ON new_words (old);

-- Who is to get the words from this node and does not have them yet.

CREATE TABLE new_words_for (
    next BLOB NOT NULL CHECK (length(next) = 16),
    member BLOB NOT NULL CHECK (length(member) = 32),
    PRIMARY KEY (next, member)
) STRICT, WITHOUT ROWID;

-- Rooms with the words before, as long as somebody may need them.

CREATE TABLE retired_room (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    stretched BLOB NOT NULL CHECK (length(stretched) = 32)
) STRICT, WITHOUT ROWID;
