-- rooms with their keys, pinned peers, proofs

-- This node's rooms. words and stretched are null in an open room; the file is readable by the user alone.
CREATE TABLE room (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    words TEXT,
    stretched BLOB CHECK (length(stretched) = 32),
    joined_at INTEGER NOT NULL, -- milliseconds since 1970
    confirmed_at INTEGER,       -- when somebody first proved the key to us; null: unconfirmed
    CHECK ((words IS NULL) = (stretched IS NULL))
);

-- Peers that we met and remember.
CREATE TABLE peer (
    fingerprint BLOB PRIMARY KEY CHECK (length(fingerprint) = 32),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    name TEXT,
    first_met INTEGER NOT NULL,
    last_met INTEGER NOT NULL,
    verified INTEGER NOT NULL DEFAULT 0,
    accepted_by_hand INTEGER NOT NULL DEFAULT 0,
    blocked INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX peer_last_met ON peer (last_met);

-- Where a peer was reached; the highest place is the last.
CREATE TABLE peer_endpoint (
    fingerprint BLOB NOT NULL REFERENCES peer ON DELETE CASCADE,
    address BLOB NOT NULL,      -- 4 or 16 bytes
    scope TEXT NOT NULL,        -- the interface of a link-local IPv6 address, else empty
    port INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, address, scope, port)
) WITHOUT ROWID;

-- Who proved the key of which room to us. The room need not be kept: it may hold for one run only.
CREATE TABLE proof (
    room BLOB NOT NULL CHECK (length(room) = 16),
    fingerprint BLOB NOT NULL REFERENCES peer ON DELETE CASCADE,
    PRIMARY KEY (fingerprint, room)
) WITHOUT ROWID;
CREATE INDEX proof_room ON proof (room);
