-- what of its folders an own offer leaves out on purpose, so that it is left out again where they are offered again

CREATE TABLE file_exclude (
    offer   BLOB    NOT NULL,
    number  INTEGER NOT NULL,
    pattern TEXT    NOT NULL,
    PRIMARY KEY (offer, number)
) STRICT, WITHOUT ROWID;
