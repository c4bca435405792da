-- pages of offers' manifests, ours and others', as they travel; kept as long as the offer is

CREATE TABLE file_manifest_page (
    offer  BLOB    NOT NULL,
    number INTEGER NOT NULL,
    page   BLOB    NOT NULL,
    PRIMARY KEY (offer, number)
) STRICT, WITHOUT ROWID;
