-- Every answered step, undo and redo has a number and an id of its own. The program remembers the last it saw of each case: a
-- file that lacks that very revision is older than what a person had, or went another way, and it is said when it is opened.
CREATE TABLE revision (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL
) STRICT;
INSERT INTO revision SELECT revision, lower(hex(randomblob(8))) FROM about;
ALTER TABLE about DROP COLUMN revision;

-- What could not be carried over when this case was made from a damaged or foreign file: sentences as a JSON array, or empty
-- for a case that was never rescued.
ALTER TABLE about ADD COLUMN rescued TEXT NOT NULL DEFAULT '';

-- A note's words carry their SHA-256 (hex), because integrity_check does not see a flipped bit in a text. The past of a note
-- carries it too, so that undo brings back rows of the present shape.
ALTER TABLE note ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
UPDATE note SET sha256 = sha256(body);
UPDATE change SET before = json_set(before, '$.sha256', sha256(json_extract(before, '$.body')))
WHERE tableName = 'note' AND before IS NOT NULL;
UPDATE change SET after = json_set(after, '$.sha256', sha256(json_extract(after, '$.body')))
WHERE tableName = 'note' AND after IS NOT NULL;
