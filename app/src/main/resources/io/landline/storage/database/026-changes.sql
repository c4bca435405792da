-- A draft may hold the new text so far of an own message that is being changed, beside what was written before that.
ALTER TABLE draft ADD COLUMN target BLOB CHECK (length(target) = 16); -- the message: its entry's id
ALTER TABLE draft ADD COLUMN change TEXT; -- its new text so far
