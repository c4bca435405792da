-- A conversation of which the user wants to be told what calls them by name, and nothing else.

ALTER TABLE mute ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0 CHECK (mentions IN (0, 1)); -- 1: calls are told
