-- The words of an article, kept once under the SHA-256 of text and blocks, and never changed: history need not repeat them,
-- and a flipped bit is found when they are read. Rows stay when an article is undone, so that redo finds them.
CREATE TABLE content (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL CHECK (json_valid(blocks))
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  contentId TEXT NOT NULL REFERENCES content,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  publisher TEXT NOT NULL,
  publishedOn TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  addedAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  aliases TEXT NOT NULL,
  description TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  color INTEGER NOT NULL CHECK (color BETWEEN 1 AND 8),
  description TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- start and end are UTF-16 code units of the article's text, end exclusive.
CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  articleId TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end > start),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  entityId TEXT REFERENCES entity ON DELETE SET NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_place ON annotation (articleId, start, end);
CREATE INDEX annotation_entity ON annotation (entityId);

CREATE TABLE tagging (
  id TEXT PRIMARY KEY,
  annotationId TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
  tagId TEXT NOT NULL REFERENCES tag ON DELETE CASCADE,
  UNIQUE (annotationId, tagId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tagging_tag ON tagging (tagId);

CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  fromId TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  toId TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  kind TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'assumed')),
  startOn TEXT NOT NULL,
  endOn TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_from ON relation (fromId);
CREATE INDEX relation_to ON relation (toId);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  relationId TEXT NOT NULL REFERENCES relation ON DELETE CASCADE,
  annotationId TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
  UNIQUE (relationId, annotationId)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_annotation ON evidence (annotationId);

-- On one thing at most; on the case as a whole when all four are null.
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  annotationId TEXT REFERENCES annotation ON DELETE CASCADE,
  entityId TEXT REFERENCES entity ON DELETE CASCADE,
  relationId TEXT REFERENCES relation ON DELETE CASCADE,
  articleId TEXT REFERENCES article ON DELETE CASCADE,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  CHECK ((annotationId IS NOT NULL) + (entityId IS NOT NULL) + (relationId IS NOT NULL) + (articleId IS NOT NULL) <= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_annotation ON note (annotationId);
CREATE INDEX note_entity ON note (entityId);
CREATE INDEX note_relation ON note (relationId);
CREATE INDEX note_article ON note (articleId);

CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a step did to a row: the whole row before and after as JSON, null where there was none.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stepId INTEGER NOT NULL REFERENCES step ON DELETE CASCADE,
  tableName TEXT NOT NULL,
  rowId TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_step ON change (stepId);

-- One row: the case itself. revision counts every answered step, undo and redo; it only grows.
CREATE TABLE about (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
