import type { TagRow } from '../../preload/contract/annotate.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { RelationRow } from '../../preload/contract/network.ts'
import { grouped } from './grouped.ts'
import { followMarks } from './marks.ts'
import type { Rows, Selected } from './store.ts'
import { followTagCounts } from './tag-counts.ts'

/** Remembers the last answer for the same tables: derived lists are then shared by all that read them. */
function remember<Value>(tables: (keyof Rows)[], derive: (rows: Rows) => Value): (rows: Rows) => Value {
  let last: { rows: Rows; value: Value } | null = null
  return (rows) => {
    if (!last || tables.some((table) => last?.rows[table] !== rows[table]))
      last = { rows, value: derive(rows) }
    return last.value
  }
}

const taggingsByTag = grouped('tagging', (row) => row.tagId)
export const mentionsByEntity = grouped('annotation', (row) => row.entityId)
/** In no order. */
export const annotationsByArticle = grouped('annotation', (row) => row.articleId)
export const evidenceByRelation = grouped('evidence', (row) => row.relationId)
export const evidenceByAnnotation = grouped('evidence', (row) => row.annotationId)

/** The annotations with what they carry. */
export const marks = followMarks({
  taggings: grouped('tagging', (row) => row.annotationId),
  notes: grouped('note', (row) => row.annotationId),
  evidence: evidenceByAnnotation,
  taggingsByTag,
  mentions: mentionsByEntity,
  byArticle: annotationsByArticle,
})

/** The notes on passages of each article, in reading order. */
export const passageNotesByArticle = remember(['note', 'annotation'], (rows) => {
  const placed = [...rows.note.values()].flatMap((note) => {
    const annotation = note.annotationId && rows.annotation.get(note.annotationId)
    return annotation ? [{ note, annotation }] : []
  })
  placed.sort((a, b) => a.annotation.start - b.annotation.start || (a.note.id < b.note.id ? -1 : 1))
  const groups = Map.groupBy(placed, ({ annotation }) => annotation.articleId)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ note }) => note)]))
})

export const notesByEntity = grouped('note', (row) => row.entityId)

export const relationsByEntity = remember(['relation'], (rows) => {
  const groups = new Map<string, RelationRow[]>()
  for (const relation of rows.relation.values())
    for (const id of new Set([relation.fromId, relation.toId])) {
      const group = groups.get(id)
      if (group) group.push(relation)
      else groups.set(id, [relation])
    }
  return groups
})

/** Relations of an entity to itself. */
export const selfRelations = remember(['relation'], (rows) =>
  [...rows.relation.values()].filter(({ fromId, toId }) => fromId === toId).map(({ id }) => id),
)

export const tagCounts = remember(
  ['tagging'],
  (rows) => new Map([...taggingsByTag(rows)].map(([id, taggings]) => [id, taggings.length])),
)

/** How often each tag stands in each article. */
export const tagCountsByArticle = followTagCounts()

export const tagsByUse = remember(['tagging', 'tag'], (rows) => {
  const counts = tagCounts(rows)
  return [...rows.tag.values()].sort(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || a.name.localeCompare(b.name),
  )
})

export const relationsByKind = grouped('relation', (row) => row.kind)

/** Relation kinds in use, the most used first. */
export const kindsInUse = remember(['relation'], (rows) =>
  [...relationsByKind(rows)].sort((a, b) => b[1].length - a[1].length).map(([kind]) => kind),
)

/**
 * The tags that keys 1 to 9 stand for: those that have a key of their own, or else, in a case where none has, the nine oldest
 * in the order they were made.
 */
export const tagsByKey = remember(['tag'], (rows): ReadonlyMap<number, TagRow> => {
  const tags = [...rows.tag.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const pinned = tags.filter((tag) => tag.pin > 0).sort((a, b) => a.pin - b.pin)
  if (pinned.length > 0) return new Map(pinned.map((tag) => [tag.pin, tag]))
  return new Map(tags.slice(0, 9).map((tag, index) => [index + 1, tag]))
})

/** The key of each tag that has one. */
export const keyOfTag = remember(
  ['tag'],
  (rows): ReadonlyMap<string, number> => new Map([...tagsByKey(rows)].map(([key, tag]) => [tag.id, key])),
)

/** What a selection in the text comes to as the contract's passage, or null where none is selected. */
export function passageOf(selected: Selected) {
  if (selected?.kind === 'words')
    return { articleId: selected.articleId, start: selected.start, end: selected.end }
  if (selected?.kind === 'annotation') return { annotationId: selected.id }
  return null
}

/** "ISIS-K attacked Kerman" */
export function sentenceOf(rows: Rows, relation: RelationRow): string {
  const name = (id: string) => onOneLine(rows.entity.get(id)?.name ?? '…')
  return `${name(relation.fromId)} ${onOneLine(relation.kind)} ${name(relation.toId)}`
}
