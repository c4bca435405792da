-- The pins of each person, the latest first, and those of one message by person: so that many of one person are not looked at.
UPDATE act SET is_on = coalesce((SELECT iif(json_valid(CAST(body AS TEXT)), json_extract(CAST(body AS TEXT), '$.on'), 0) FROM entry
  WHERE entry.id = act.entry), 0) WHERE kind = 9;
DROP INDEX act_pin;
CREATE INDEX act_pin_of_person ON act (conversation, author, lamport, number, log_id) WHERE kind = 9 AND is_on = 1;
CREATE INDEX act_pin_of_message ON act (conversation, target_author, target_log, target_number, target_id, author, lamport, number, log_id)
  WHERE kind = 9;
