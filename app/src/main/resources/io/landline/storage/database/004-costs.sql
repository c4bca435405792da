-- What people cost: how much was stored today on whose account, and which logs gave way to better known people's.

CREATE TABLE budget (
    day      INTEGER NOT NULL, -- days since 1970, UTC
    person   BLOB    NOT NULL CHECK (length(person) = 32),
    purpose  TEXT    NOT NULL,
    bytes    INTEGER NOT NULL,
    entries  INTEGER NOT NULL,
    unknown  INTEGER NOT NULL, -- bytes of entries whose kind this version does not know
    PRIMARY KEY (day, person, purpose)
) STRICT, WITHOUT ROWID;

-- Dropped logs, the last one with the highest id.
CREATE TABLE dropped_log (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation BLOB NOT NULL,
    author       BLOB NOT NULL,
    log          BLOB NOT NULL,
    UNIQUE (conversation, author, log)
) STRICT;

ALTER TABLE admission ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0; -- rises with each that comes
CREATE INDEX admission_arrived ON admission (room, arrived);
CREATE INDEX admission_signer ON admission (room, signer_key);
CREATE INDEX log_author ON log (conversation, author);
