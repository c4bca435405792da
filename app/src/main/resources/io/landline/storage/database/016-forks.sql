-- Logs of which the author signed two entries of one number: the proof, of each log the lowest that is known. The column log.forked is not used
-- any more: a mark without a proof is found again at the next meeting.

CREATE TABLE log_fork (
    conversation BLOB NOT NULL CHECK (length(conversation) = 16),
    author       BLOB NOT NULL CHECK (length(author) = 32),
    log          BLOB NOT NULL CHECK (length(log) = 8),
    number       INTEGER NOT NULL,
    proof        BLOB NOT NULL, -- two times header and signature
    PRIMARY KEY (conversation, author, log)
) STRICT, WITHOUT ROWID;
