-- Deletes by the rooms beside their own in which they delete (docs/protocol/new-words.md, "Acts on what was said before"). Such a room may
-- begin here later, and then these deletes are found without a look at all others.
CREATE TABLE entry_elsewhere (
    room  TEXT    NOT NULL, -- what a delete for it begins with in base64: 20 letters, which are 15 of the 16 bytes of its id
    entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    PRIMARY KEY (entry, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_elsewhere_room ON entry_elsewhere (room);

-- Those that are held. "kind <> 1" lets the partial index serve: no other entry is looked at.
INSERT OR IGNORE INTO entry_elsewhere (room, entry)
  SELECT substr(earlier.value, 1, 20), entry.id FROM entry INDEXED BY entry_special,
      json_each(iif(json_valid(CAST(entry.body AS TEXT)), CAST(entry.body AS TEXT), '{}'), '$.earlier') AS earlier
    WHERE entry.kind <> 1 AND entry.kind = 7 AND earlier.type = 'text';
