-- When entries came that their authors sent as they were written, though by their dates they were old: those clocks are behind. Others have
-- no row, nor has what came before this version: there the date counts. A row goes with what its log's floor removes.
CREATE TABLE heard (
    conversation BLOB    NOT NULL CHECK (length(conversation) = 16),
    author       BLOB    NOT NULL,
    log          BLOB    NOT NULL,
    number       INTEGER NOT NULL,
    at           INTEGER NOT NULL, -- milliseconds since 1970
    PRIMARY KEY (conversation, author, log, number)
) STRICT, WITHOUT ROWID;
