-- folders: what own offers are made of, and the folders of transfers to us

-- files and manifest of an own offer are kept under the id of a list, since its own id is known last
CREATE TABLE file_list (
    list  BLOB NOT NULL PRIMARY KEY CHECK (length(list) = 16),
    offer BLOB -- NULL while the offer is being made
) STRICT, WITHOUT ROWID;

CREATE INDEX file_list_of_offer ON file_list (offer) WHERE offer IS NOT NULL;

-- what a person named to make an own offer of
CREATE TABLE file_item (
    offer  BLOB    NOT NULL,
    number INTEGER NOT NULL,
    source TEXT    NOT NULL, -- absolute
    PRIMARY KEY (offer, number)
) STRICT, WITHOUT ROWID;

-- what a person chose of a transfer to us: paths and patterns; none means all of it
CREATE TABLE file_choice (
    transfer BLOB    NOT NULL,
    number   INTEGER NOT NULL,
    pattern  TEXT    NOT NULL,
    PRIMARY KEY (transfer, number)
) STRICT, WITHOUT ROWID;

-- PLAIN, EXECUTABLE, or LEFT_OUT where it was not chosen
ALTER TABLE file_received ADD COLUMN taken TEXT NOT NULL DEFAULT 'PLAIN';

-- the hidden folder in which the folders of a transfer grow, while it is there
CREATE TABLE file_hidden (
    transfer BLOB    NOT NULL PRIMARY KEY CHECK (length(transfer) = 8),
    name     TEXT    NOT NULL,
    stage    TEXT    NOT NULL -- MADE, READY: every file has its name, WHOLE: folders get theirs
) STRICT, WITHOUT ROWID;

-- top folders of transfers to us
CREATE TABLE file_top (
    transfer BLOB    NOT NULL,
    number   INTEGER NOT NULL,
    name     TEXT    NOT NULL, -- in the hidden folder
    saved    TEXT    NOT NULL, -- '' before it has, or is about to get, its name
    complete INTEGER NOT NULL,
    PRIMARY KEY (transfer, number)
) STRICT, WITHOUT ROWID;
