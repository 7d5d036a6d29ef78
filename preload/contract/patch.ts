import type { AnnotationRow, TaggingRow, TagRow } from './annotate.ts'
import type { ArticleRow } from './article.ts'
import type { BoardGroupRow, BoardViewRow, EntityTypeRow, RelationKindRow } from './board.ts'
import type { CaseInfo } from './case.ts'
import type { TagQueryRow, TagSetMemberRow, TagSetRow } from './codebook.ts'
import type { EntityRow, EvidenceRow, RelationRow } from './network.ts'
import type { NoteRow } from './notes.ts'

/** The tables a view can hold, by name. Their columns in the case file are these rows' fields. */
export interface Tables {
  article: ArticleRow
  boardGroup: BoardGroupRow
  entity: EntityRow
  tag: TagRow
  tagSet: TagSetRow
  tagSetMember: TagSetMemberRow
  annotation: AnnotationRow
  tagging: TaggingRow
  relation: RelationRow
  evidence: EvidenceRow
  note: NoteRow
  tagQuery: TagQueryRow
  entityType: EntityTypeRow
  relationKind: RelationKindRow
  boardView: BoardViewRow
}
export type TableName = keyof Tables
export type AnyRow = Tables[TableName]

/** One row as it is now, or null where it is gone. */
export interface Change {
  table: TableName
  id: string
  row: AnyRow | null
}

/**
 * What one step changed, as whole rows: applying a patch twice, or on a page read after it, comes to the same.
 * `info` says where the history stands after it.
 */
export interface Patch {
  label: string
  changes: Change[]
  info: CaseInfo
}
