-- How often rooms, keys, pins and blocks have changed: tells which is newer, these tables or their copy in trust.json.

CREATE TABLE trust_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change INTEGER NOT NULL,
  at INTEGER NOT NULL -- milliseconds since 1970
) STRICT;
INSERT INTO trust_state VALUES (1, 0, 0);
