-- transfers: offers, what they are made of, and how far each movement is (port TransferStore)

CREATE TABLE file_offer (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    conversation BLOB    NOT NULL CHECK (length(conversation) = 16),
    author       BLOB    NOT NULL CHECK (length(author) = 32),
    written      INTEGER NOT NULL, -- ms since 1970
    keyed_room   INTEGER NOT NULL,
    withdrawn    INTEGER NOT NULL,
    body         BLOB    NOT NULL, -- as the entry carried it, or as we wrote it
    identity     BLOB              -- SHA-256 over the chunk hashes, once told
) STRICT, WITHOUT ROWID;

-- files of own offers: where they are, and what they were like when offered
CREATE TABLE file_source (
    offer    BLOB    NOT NULL,
    number   INTEGER NOT NULL,
    path     TEXT    NOT NULL, -- in the manifest
    source   TEXT    NOT NULL, -- on our disk, absolute
    bytes    INTEGER NOT NULL,
    modified INTEGER NOT NULL, -- ms since 1970
    file_key TEXT    NOT NULL,
    PRIMARY KEY (offer, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_transfer (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 8),
    offer     BLOB    NOT NULL,
    direction TEXT    NOT NULL CHECK (direction IN ('IN', 'OUT')),
    peer      BLOB    NOT NULL CHECK (length(peer) = 32),
    state     TEXT    NOT NULL,
    reason    TEXT,
    folder    TEXT    NOT NULL,
    accepted  INTEGER,           -- ms since 1970
    by_hand   INTEGER NOT NULL,
    bytes     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_transfer_of_offer ON file_transfer (offer);

-- files of incoming transfers
CREATE TABLE file_received (
    transfer BLOB    NOT NULL,
    number   INTEGER NOT NULL,
    path     TEXT    NOT NULL, -- as its author wrote it: data
    bytes    INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    verified INTEGER NOT NULL, -- chunks from the first on, on the disk
    partial  TEXT    NOT NULL, -- '' where there is none
    saved    TEXT    NOT NULL, -- '' before it has, or is about to get, its name
    complete INTEGER NOT NULL,
    PRIMARY KEY (transfer, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_received_partial ON file_received (transfer, number) WHERE partial <> '';

-- from whom the user ever accepted by hand (rule "known"); outlives the transfers
CREATE TABLE file_author_accepted (
    author BLOB NOT NULL PRIMARY KEY CHECK (length(author) = 32)
) STRICT, WITHOUT ROWID;
