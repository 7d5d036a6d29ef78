/** Tags that belong together; a tag can be in several sets. */
export interface TagSetRow {
  id: string
  name: string
  createdAt: string
}

export interface TagSetMemberRow {
  id: string
  tagSetId: string
  tagId: string
}

/** A question to the tags kept under a name. */
export interface TagQueryRow {
  id: string
  name: string
  /** As a person wrote it: `recruitment AND NOT prison`. */
  expression: string
  createdAt: string
}
