-- What stands here of a transfer that was taken in part, noted when its rest is taken: the files of the rest take its rows.

CREATE TABLE file_first (
    transfer BLOB    NOT NULL PRIMARY KEY CHECK (length(transfer) = 8),
    files    INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,
    paths    TEXT    NOT NULL -- the first thousand as JSON, absolute; of a folder its top folder alone
) STRICT, WITHOUT ROWID;
