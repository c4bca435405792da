-- files of transfers, either way, that their sender could not give any more while the others arrived

CREATE TABLE file_failed (
    transfer BLOB    NOT NULL PRIMARY KEY CHECK (length(transfer) = 8),
    files    INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,
    first    TEXT    NOT NULL -- the first ten as JSON: [{"path", "reason"}]
) STRICT, WITHOUT ROWID;
