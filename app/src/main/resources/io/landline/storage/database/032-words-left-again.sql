-- 1: while the index was being written anew, more words were noted, so it is to be written once more
ALTER TABLE search_words_left ADD COLUMN again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1));
