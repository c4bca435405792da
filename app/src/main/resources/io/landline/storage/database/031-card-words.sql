-- Polls are found by question and options, hand-in boxes by their title, offers by their names. The function card_words is the program's own
-- (class CardWords): the words are read as those of a new entry are, so that they leave the index by the same text. What is not shown is not
-- in the index. "kind <> 1" lets the partial index serve: no other entry is looked at.
INSERT INTO entry_text (rowid, text)
  SELECT id, words FROM
    (SELECT id, card_words(kind, body) AS words FROM entry INDEXED BY entry_special
      WHERE kind <> 1 AND kind IN (2, 10, 13) AND shown = 1 AND body IS NOT NULL)
  WHERE words IS NOT NULL;
