-- Whether a room was made here. Its words are those that others get, so it is never told that they differ. What is known of rooms of earlier
-- versions is that their words were typed or made; as long as nobody confirmed them they may be mistyped.

ALTER TABLE room ADD COLUMN made_here INTEGER NOT NULL DEFAULT 0;
