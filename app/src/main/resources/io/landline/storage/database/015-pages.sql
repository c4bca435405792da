-- pages of chunk hashes of offers, ours and others', signed by the offer's author; kept as long as the offer is

CREATE TABLE file_hash_page (
    offer  BLOB    NOT NULL,
    number INTEGER NOT NULL,
    page   BLOB    NOT NULL, -- as it travels
    PRIMARY KEY (offer, number)
) STRICT, WITHOUT ROWID;
