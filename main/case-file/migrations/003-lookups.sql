-- What every step looks up, whatever the case holds: the first step that is undone (few are, so the index is nearly empty), and
-- an article with the very same words.
CREATE INDEX step_undone ON step (undone) WHERE undone = 1;
CREATE INDEX article_content ON article (contentId);

-- A tag by its name, whatever its case.
CREATE INDEX tag_name ON tag (name COLLATE NOCASE);

-- A new entity finds a free place among those that stand near, without reading all others.
CREATE INDEX entity_place ON entity (x, y);
