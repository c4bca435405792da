-- folders of this user that are open to a room
CREATE TABLE shelf (
    id     BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 8),
    room   BLOB    NOT NULL CHECK (length(room) = 16),
    title  TEXT    NOT NULL,
    folder TEXT    NOT NULL,
    opened INTEGER NOT NULL -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

-- what this user wants of others' shelves, until it is offered
CREATE TABLE shelf_asked (
    take  BLOB    NOT NULL PRIMARY KEY CHECK (length(take) = 16),
    owner BLOB    NOT NULL CHECK (length(owner) = 32),
    asked TEXT    NOT NULL, -- JSON: {"names", "files", "bytes", "folders", "only"}
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what members were offered of shelves of this user, for some days
CREATE TABLE shelf_given (
    offer  BLOB    NOT NULL PRIMARY KEY CHECK (length(offer) = 16),
    member BLOB    NOT NULL CHECK (length(member) = 32),
    files  INTEGER NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX shelf_given_member ON shelf_given (member, at);
