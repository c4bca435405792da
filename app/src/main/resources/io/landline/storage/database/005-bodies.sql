-- Earlier versions stored what came without its body. Such entries go, so that they are asked for again. Of each log one unbroken range is
-- held: the newest with bodies. Readable entries below it stay to be seen.

CREATE TEMP TABLE bare_log AS
  SELECT log.id AS log, max(CASE WHEN body IS NOT NULL THEN number END) AS number_to, 0 AS number_from
  FROM log JOIN entry ON entry.log = log.id AND number BETWEEN log.number_from AND log.number_to
  WHERE log.id IN (SELECT log FROM entry WHERE body IS NULL)
  GROUP BY log.id;

UPDATE bare_log SET number_from = coalesce(
  (SELECT max(number) + 1 FROM entry WHERE entry.log = bare_log.log AND body IS NULL AND number < bare_log.number_to
     AND number >= (SELECT log.number_from FROM log WHERE log.id = bare_log.log)),
  (SELECT log.number_from FROM log WHERE log.id = bare_log.log));

-- What is written next would get the number of an entry that was lost, so an own log is not gone on with.
UPDATE conversation SET own_log = NULL WHERE EXISTS (
  SELECT 1 FROM log JOIN bare_log ON bare_log.log = log.id
  WHERE log.conversation = conversation.id AND log.log = conversation.own_log AND bare_log.number_to IS NOT log.number_to);

-- The hash of the header before stands in bytes 65 to 96 of a header.
UPDATE log SET number_from = bare.number_from, previous = substr(first.header, 65, 32), lamport_from = first.lamport,
    number_to = bare.number_to, hash = last.hash, lamport_to = last.lamport
  FROM bare_log AS bare
  JOIN entry AS first ON first.log = bare.log AND first.number = bare.number_from
  JOIN entry AS last ON last.log = bare.log AND last.number = bare.number_to
  WHERE log.id = bare.log;

DELETE FROM entry_text WHERE rowid IN (SELECT id FROM entry WHERE log IN (SELECT log FROM bare_log WHERE number_to IS NULL));
DELETE FROM entry WHERE body IS NULL OR log IN (SELECT log FROM bare_log WHERE number_to IS NULL);
DELETE FROM log WHERE id IN (SELECT log FROM bare_log WHERE number_to IS NULL);
DROP TABLE bare_log;
