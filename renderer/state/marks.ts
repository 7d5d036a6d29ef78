import type { AnnotationRow, TaggingRow, TagRow } from '../../preload/contract/annotate.ts'
import type { EntityRow, EvidenceRow } from '../../preload/contract/network.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import { Passages } from './passages.ts'
import type { Rows } from './store.ts'
import { changesBetween } from './table.ts'

/** An annotation with what it carries. */
export interface Mark {
  annotation: AnnotationRow
  tags: readonly TagRow[]
  notes: readonly NoteRow[]
  evidence: readonly EvidenceRow[]
  /** The entity that the words name. Only its name and type are sure to be as they are now. */
  entity: EntityRow | null
}

/** The groups that a mark is put together from. */
export interface Joins {
  taggings: (rows: Rows) => ReadonlyMap<string, readonly TaggingRow[]>
  notes: (rows: Rows) => ReadonlyMap<string, readonly NoteRow[]>
  evidence: (rows: Rows) => ReadonlyMap<string, readonly EvidenceRow[]>
  taggingsByTag: (rows: Rows) => ReadonlyMap<string, readonly TaggingRow[]>
  mentions: (rows: Rows) => ReadonlyMap<string, readonly AnnotationRow[]>
  byArticle: (rows: Rows) => ReadonlyMap<string, readonly AnnotationRow[]>
}

/** Rows that a mark is made of. Any other table may change without a look at the marks. */
const parts = ['annotation', 'tagging', 'tag', 'note', 'evidence', 'entity'] as const

/** After more changes than this at once an article's order is found anew: that is then the cheaper way. */
const mostMended = 1000

/** The marks of all versions of the rows, one after the other: a patch costs what it changes and one copy of its article's order. */
export function followMarks(joins: Joins): (rows: Rows) => Marks {
  let last: Marks | null = null
  return (rows) => {
    if (!last || parts.some((name) => rows[name] !== last?.rows[name]))
      last = last ? last.next(rows) : new Marks(rows, joins)
    return last
  }
}

/**
 * The annotations of one version of the rows with what they carry. Marks are put together when they are asked for, since a text shows
 * a few hundred of 50,000; one that nothing changed stays the same object in the next version.
 */
export class Marks {
  readonly rows: Rows
  private readonly joins: Joins
  private made: Map<string, Mark> | null
  private readonly passagesOf: Map<string, Passages>
  private readonly all = new Map<string, readonly Mark[]>()

  constructor(
    rows: Rows,
    joins: Joins,
    made = new Map<string, Mark>(),
    passagesOf = new Map<string, Passages>(),
  ) {
    this.rows = rows
    this.joins = joins
    this.made = made
    this.passagesOf = passagesOf
  }

  get(id: string): Mark | undefined {
    const known = this.made?.get(id)
    if (known) return known
    const annotation = this.rows.annotation.get(id)
    if (!annotation) return undefined
    const { rows, joins } = this
    const mark = {
      annotation,
      tags: (joins.taggings(rows).get(id) ?? []).flatMap((row) => rows.tag.get(row.tagId) ?? []),
      notes: joins.notes(rows).get(id) ?? none,
      evidence: joins.evidence(rows).get(id) ?? none,
      entity: (annotation.entityId && rows.entity.get(annotation.entityId)) || null,
    }
    this.made?.set(id, mark)
    return mark
  }

  passages(articleId: string): Passages {
    const known = this.passagesOf.get(articleId)
    if (known) return known
    const found = Passages.of(this.joins.byArticle(this.rows).get(articleId) ?? none)
    this.passagesOf.set(articleId, found)
    return found
  }

  /** The marks with a letter between two offsets of an article, in reading order. */
  touching(articleId: string, start: number, end: number): Mark[] {
    return this.passages(articleId)
      .touching(start, end)
      .map(({ id }) => this.get(id) as Mark)
  }

  /** All of an article in reading order. Costs as much as there are, so it is for lists that show all. */
  inArticle(articleId: string): readonly Mark[] {
    const known = this.all.get(articleId)
    if (known) return known
    const found = this.passages(articleId).inOrder.map(({ id }) => this.get(id) as Mark)
    this.all.set(articleId, found)
    return found
  }

  next(rows: Rows): Marks {
    const made = this.made ?? new Map<string, Mark>()
    // An older version makes its marks anew where somebody still asks it.
    this.made = null
    for (const id of touchedBy(rows, this.rows, this.joins)) made.delete(id)
    return new Marks(rows, this.joins, made, this.nextPassages(rows))
  }

  private nextPassages(rows: Rows): Map<string, Passages> {
    const changed = changesBetween(rows.annotation, this.rows.annotation)
    if (changed.size > mostMended) return new Map()
    const next = new Map(this.passagesOf)
    const changes = [...changed].flatMap(([id, before]) => {
      const now = rows.annotation.get(id)
      const stays = before?.articleId === now?.articleId
      return stays
        ? [[before, now] as const]
        : ([
            [before, undefined],
            [undefined, now],
          ] as const)
    })
    const articles = Map.groupBy(changes, ([before, now]) => (before ?? now)?.articleId ?? '')
    for (const [articleId, own] of articles) {
      const known = next.get(articleId)
      if (known) next.set(articleId, known.with(own))
    }
    return next
  }

  /** The annotations whose marks differ from an earlier version's, each as it was and as it is. */
  changedSince(before: Marks): AnnotationRow[] {
    if (before === this) return []
    return [...touchedBy(this.rows, before.rows, this.joins)].flatMap((id) =>
      [before.rows.annotation.get(id), this.rows.annotation.get(id)].filter((row) => row !== undefined),
    )
  }
}
const none: never[] = []

/** Ids of the annotations whose marks a change of the rows touches. */
function touchedBy(rows: Rows, before: Rows, joins: Joins): Set<string> {
  const touched = new Set<string>(changesBetween(rows.annotation, before.annotation).keys())
  for (const name of ['tagging', 'note', 'evidence'] as const)
    for (const [id, row] of changesBetween<{ annotationId: string | null }>(rows[name], before[name]))
      for (const annotationId of [row?.annotationId, rows[name].get(id)?.annotationId])
        if (annotationId) touched.add(annotationId)
  for (const id of changesBetween(rows.tag, before.tag).keys())
    for (const { annotationId } of joins.taggingsByTag(rows).get(id) ?? []) touched.add(annotationId)
  // A node that moves on the board changes nothing in the text.
  for (const [id, entity] of changesBetween(rows.entity, before.entity))
    if (!looksSame(entity, rows.entity.get(id)))
      for (const annotation of joins.mentions(rows).get(id) ?? []) touched.add(annotation.id)
  return touched
}

const looksSame = (a: EntityRow | undefined, b: EntityRow | undefined) =>
  a?.type === b?.type && a?.name === b?.name
