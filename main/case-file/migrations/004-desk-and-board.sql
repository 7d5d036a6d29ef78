-- Where an article or a passage stands on the Admiralty code: reliability of the source A to F, credibility of what it says 1 to
-- 6. A passage without a grade of its own has its article's.
ALTER TABLE article ADD COLUMN reliability TEXT NOT NULL DEFAULT '' CHECK (reliability IN ('', 'A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE article ADD COLUMN credibility TEXT NOT NULL DEFAULT '' CHECK (credibility IN ('', '1', '2', '3', '4', '5', '6'));
ALTER TABLE evidence ADD COLUMN reliability TEXT NOT NULL DEFAULT '' CHECK (reliability IN ('', 'A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE evidence ADD COLUMN credibility TEXT NOT NULL DEFAULT '' CHECK (credibility IN ('', '1', '2', '3', '4', '5', '6'));

-- A newer version of an article leads to the one it took the place of.
ALTER TABLE article ADD COLUMN replacesId TEXT REFERENCES article ON DELETE SET NULL;
CREATE INDEX article_replaces ON article (replacesId);

-- Entities on the board that are drawn in one frame. Groups hold groups; that none holds itself is for the program to see to.
CREATE TABLE boardGroup (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parentId TEXT REFERENCES boardGroup ON DELETE SET NULL,
  collapsed INTEGER NOT NULL CHECK (collapsed IN (0, 1)),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX boardGroup_parent ON boardGroup (parentId);

-- How a date is meant: on that day, month or year itself, or around, before, after or by it.
ALTER TABLE entity ADD COLUMN startOn TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN startHow TEXT NOT NULL DEFAULT 'on' CHECK (startHow IN ('on', 'around', 'before', 'after', 'by'));
ALTER TABLE entity ADD COLUMN endOn TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN endHow TEXT NOT NULL DEFAULT 'on' CHECK (endHow IN ('on', 'around', 'before', 'after', 'by'));
ALTER TABLE entity ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE entity ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE entity ADD COLUMN groupId TEXT REFERENCES boardGroup ON DELETE SET NULL;
CREATE INDEX entity_group ON entity (groupId);
ALTER TABLE relation ADD COLUMN startHow TEXT NOT NULL DEFAULT 'on' CHECK (startHow IN ('on', 'around', 'before', 'after', 'by'));
ALTER TABLE relation ADD COLUMN endHow TEXT NOT NULL DEFAULT 'on' CHECK (endHow IN ('on', 'around', 'before', 'after', 'by'));

-- How a kind of relation is drawn, by its name. A kind without a row is drawn plainly, with its arrow.
CREATE TABLE relationKind (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  color INTEGER NOT NULL CHECK (color BETWEEN 0 AND 8),
  line TEXT NOT NULL CHECK (line IN ('plain', 'thick', 'double')),
  directed INTEGER NOT NULL CHECK (directed IN (0, 1)),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A type of entity of the analyst's own; entity.type holds its name.
CREATE TABLE entityType (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  shape TEXT NOT NULL,
  icon TEXT NOT NULL,
  color INTEGER NOT NULL CHECK (color BETWEEN 1 AND 8),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A picture of the board under a name: state is JSON of places, zoom, filter and what is hidden.
CREATE TABLE boardView (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Tags below tags; that none is below itself is for the program to see to. pin is the number key it has, 0 for none.
ALTER TABLE tag ADD COLUMN parentId TEXT REFERENCES tag ON DELETE SET NULL;
ALTER TABLE tag ADD COLUMN pin INTEGER NOT NULL DEFAULT 0 CHECK (pin BETWEEN 0 AND 9);
CREATE INDEX tag_parent ON tag (parentId);

CREATE TABLE tagSet (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tagSetMember (
  id TEXT PRIMARY KEY,
  tagSetId TEXT NOT NULL REFERENCES tagSet ON DELETE CASCADE,
  tagId TEXT NOT NULL REFERENCES tag ON DELETE CASCADE,
  UNIQUE (tagSetId, tagId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tagSetMember_tag ON tagSetMember (tagId);

-- A question to the tags kept under a name, as a person wrote it: "recruitment AND NOT prison".
CREATE TABLE tagQuery (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  expression TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows of the past get the same columns, so that undo brings back rows of the present shape.
UPDATE change SET
  before = json_insert(before, '$.reliability', '', '$.credibility', '', '$.replacesId', NULL),
  after = json_insert(after, '$.reliability', '', '$.credibility', '', '$.replacesId', NULL)
WHERE tableName = 'article';
UPDATE change SET
  before = json_insert(before, '$.reliability', '', '$.credibility', ''),
  after = json_insert(after, '$.reliability', '', '$.credibility', '')
WHERE tableName = 'evidence';
UPDATE change SET
  before = json_insert(before, '$.startOn', '', '$.startHow', 'on', '$.endOn', '', '$.endHow', 'on', '$.pinned', 0, '$.hidden', 0,
    '$.groupId', NULL),
  after = json_insert(after, '$.startOn', '', '$.startHow', 'on', '$.endOn', '', '$.endHow', 'on', '$.pinned', 0, '$.hidden', 0,
    '$.groupId', NULL)
WHERE tableName = 'entity';
UPDATE change SET
  before = json_insert(before, '$.startHow', 'on', '$.endHow', 'on'),
  after = json_insert(after, '$.startHow', 'on', '$.endHow', 'on')
WHERE tableName = 'relation';
UPDATE change SET
  before = json_insert(before, '$.parentId', NULL, '$.pin', 0),
  after = json_insert(after, '$.parentId', NULL, '$.pin', 0)
WHERE tableName = 'tag';
