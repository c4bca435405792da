-- What people ask for by name. Receipts of hand-ins by their author and the box that they name, of which an id has 16 digits: a longer text
-- is cut, so that nobody fills the index. What was written again by the id that it had first.
CREATE INDEX entry_receipt ON entry (author, iif(json_valid(CAST(body AS TEXT)),
  substr(lower(json_extract(CAST(body AS TEXT), '$.for.id')), 1, 17), ''), conversation) WHERE kind = 14;
CREATE INDEX act_written_again ON act (target_id) WHERE present = 1 AND kind IN (1, 2, 10, 13);
