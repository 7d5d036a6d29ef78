import type { AnnotationRow, TagRow } from '../../preload/contract/annotate.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EvidenceRow, RelationRow } from '../../preload/contract/network.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import type { Rows, Selected } from './store.ts'

/** An annotation with what it carries. */
export interface Mark {
  annotation: AnnotationRow
  tags: TagRow[]
  notes: NoteRow[]
  evidence: EvidenceRow[]
}

/** Remembers the last answer for the same tables: derived lists are then shared by all that read them. */
function remember<Value>(tables: (keyof Rows)[], derive: (rows: Rows) => Value): (rows: Rows) => Value {
  let last: { rows: Rows; value: Value } | null = null
  return (rows) => {
    if (!last || tables.some((table) => last?.rows[table] !== rows[table]))
      last = { rows, value: derive(rows) }
    return last.value
  }
}

function groupBy<Row, Key>(rows: Iterable<Row>, key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const found = groups.get(key(row))
    if (found) found.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** All marks by article, each article's in reading order. */
export const marksByArticle = remember(
  ['annotation', 'tagging', 'tag', 'note', 'evidence'],
  (rows): Map<string, Mark[]> => {
    const taggings = groupBy(rows.tagging.values(), (row) => row.annotationId)
    const notes = groupBy(rows.note.values(), (row) => row.annotationId)
    const evidence = groupBy(rows.evidence.values(), (row) => row.annotationId)
    const marks = [...rows.annotation.values()]
      .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
      .map((annotation) => ({
        annotation,
        tags: (taggings.get(annotation.id) ?? []).flatMap((row) => rows.tag.get(row.tagId) ?? []),
        notes: notes.get(annotation.id) ?? [],
        evidence: evidence.get(annotation.id) ?? [],
      }))
    return groupBy(marks, (mark) => mark.annotation.articleId)
  },
)

export const mentionsByEntity = remember(['annotation'], (rows) =>
  groupBy(
    [...rows.annotation.values()].filter((row) => row.entityId !== null),
    (row) => row.entityId as string,
  ),
)

export const evidenceByRelation = remember(['evidence'], (rows) =>
  groupBy(rows.evidence.values(), (row) => row.relationId),
)

export const notesByEntity = remember(['note'], (rows) =>
  groupBy(
    [...rows.note.values()].filter((note) => note.entityId !== null),
    (note) => note.entityId as string,
  ),
)

export const relationsByEntity = remember(['relation'], (rows) => {
  const groups = groupBy(rows.relation.values(), (row) => row.fromId)
  for (const relation of rows.relation.values())
    if (relation.toId !== relation.fromId)
      groups.set(relation.toId, [...(groups.get(relation.toId) ?? []), relation])
  return groups
})

/** Relations of an entity to itself. */
export const selfRelations = remember(['relation'], (rows) =>
  [...rows.relation.values()].filter(({ fromId, toId }) => fromId === toId).map(({ id }) => id),
)

export const tagCounts = remember(['tagging'], (rows) => {
  const counts = new Map<string, number>()
  for (const { tagId } of rows.tagging.values()) counts.set(tagId, (counts.get(tagId) ?? 0) + 1)
  return counts
})

export const tagsByUse = remember(['tagging', 'tag'], (rows) => {
  const counts = tagCounts(rows)
  return [...rows.tag.values()].sort(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || a.name.localeCompare(b.name),
  )
})

/** Relation kinds in use, the most used first. */
export const kindsInUse = remember(['relation'], (rows) =>
  [...groupBy(rows.relation.values(), (row) => row.kind)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([kind]) => kind),
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
