import type { AnnotationRow, TaggingRow } from '../../preload/contract/annotate.ts'
import type { EntityRow, EvidenceRow } from '../../preload/contract/network.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import type { Mark } from './select.ts'
import type { Rows } from './store.ts'
import { changesBetween, Table } from './table.ts'

/** The groups that a mark is put together from. */
export interface Joins {
  taggings: (rows: Rows) => ReadonlyMap<string, readonly TaggingRow[]>
  notes: (rows: Rows) => ReadonlyMap<string, readonly NoteRow[]>
  evidence: (rows: Rows) => ReadonlyMap<string, readonly EvidenceRow[]>
  taggingsByTag: (rows: Rows) => ReadonlyMap<string, readonly TaggingRow[]>
  mentions: (rows: Rows) => ReadonlyMap<string, readonly AnnotationRow[]>
}

export interface Marks {
  byId: ReadonlyMap<string, Mark>
  /** In reading order: by start, the longer first where two start together. */
  byArticle: ReadonlyMap<string, readonly Mark[]>
}

/** Rows that a mark is made of. Any other table may change without a look at the marks. */
const parts = ['annotation', 'tagging', 'tag', 'note', 'evidence', 'entity'] as const

/** More marks than this at once are made anew: that is then the cheaper way. */
const mostMended = 1000

/** Keeps the marks up to date, for the cost of what a patch changes and one copy of the article's list. */
export function followMarks(joins: Joins): (rows: Rows) => Marks {
  let last: { rows: Rows; byId: Table<Mark>; byArticle: Table<readonly Mark[]> } | null = null
  return (rows) => {
    if (last && parts.every((name) => rows[name] === last?.rows[name])) return last
    const touched = last && touchedBy(rows, last.rows, joins)
    if (last && touched && touched.size <= mostMended) {
      const marks = [...touched].map((id) => [id, markOf(rows, id, joins)] as const)
      last = {
        rows,
        byArticle: last.byArticle.with(mended(last.byArticle, last.byId, marks)),
        byId: last.byId.with(marks),
      }
    } else {
      const byId = new Map([...rows.annotation.keys()].map((id) => [id, markOf(rows, id, joins) as Mark]))
      last = { rows, byId: new Table(byId), byArticle: new Table(inOrder(byId.values())) }
    }
    return last
  }
}

function markOf(rows: Rows, id: string, joins: Joins): Mark | null {
  const annotation = rows.annotation.get(id)
  if (!annotation) return null
  return {
    annotation,
    tags: (joins.taggings(rows).get(id) ?? []).flatMap((row) => rows.tag.get(row.tagId) ?? []),
    notes: joins.notes(rows).get(id) ?? none,
    evidence: joins.evidence(rows).get(id) ?? none,
    entity: (annotation.entityId && rows.entity.get(annotation.entityId)) || null,
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

export function readingOrder(a: AnnotationRow, b: AnnotationRow): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1)
}

function inOrder(marks: Iterable<Mark>): Map<string, readonly Mark[]> {
  const lists = new Map<string, Mark[]>()
  for (const mark of [...marks].sort((a, b) => readingOrder(a.annotation, b.annotation))) {
    const list = lists.get(mark.annotation.articleId)
    if (list) list.push(mark)
    else lists.set(mark.annotation.articleId, [mark])
  }
  return lists
}

/** The lists of the articles that the changed marks are in, each a copy with those put in, taken out or replaced. */
function mended(
  byArticle: ReadonlyMap<string, readonly Mark[]>,
  byId: ReadonlyMap<string, Mark>,
  changed: (readonly [string, Mark | null])[],
): Map<string, Mark[] | null> {
  const lists = new Map<string, Mark[]>()
  const open = (articleId: string) => {
    const list = lists.get(articleId) ?? [...(byArticle.get(articleId) ?? [])]
    lists.set(articleId, list)
    return list
  }
  for (const [id, mark] of changed) {
    const before = byId.get(id)
    if (before) {
      const list = open(before.annotation.articleId)
      list.splice(placeOf(list, before.annotation), 1)
    }
    if (mark) {
      const list = open(mark.annotation.articleId)
      list.splice(placeOf(list, mark.annotation), 0, mark)
    }
  }
  return new Map([...lists].map(([id, list]) => [id, list.length > 0 ? list : null]))
}

/** Where in a list in reading order an annotation stands, or would. */
function placeOf(list: readonly Mark[], annotation: AnnotationRow): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (readingOrder((list[middle] as Mark).annotation, annotation) < 0) from = middle + 1
    else to = middle
  }
  return from
}
