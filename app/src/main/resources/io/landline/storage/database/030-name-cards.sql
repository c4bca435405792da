-- What authors are called, signed by themselves: of each author the newest card.
CREATE TABLE name_card (
    author     BLOB    NOT NULL PRIMARY KEY CHECK (length(author) = 32),
    author_key BLOB    NOT NULL CHECK (length(author_key) = 32),
    name       TEXT    NOT NULL,
    millis     INTEGER NOT NULL, -- by the author's clock, since 1970
    signature  BLOB    NOT NULL CHECK (length(signature) = 64),
    vouched    INTEGER NOT NULL  -- whether the author was a member of a room with a key when it came
) STRICT, WITHOUT ROWID;
