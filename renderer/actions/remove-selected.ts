import { ask } from '../state/ask.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import {
  evidenceByRelation,
  mentionsByEntity,
  notesByEntity,
  relationsByEntity,
  sentenceOf,
} from '../state/select.ts'
import { type Rows, useStore } from '../state/store.ts'

/** Deletes what is selected. Where evidence hangs on it, the person is told what goes and asked first. */
export async function removeSelected(): Promise<void> {
  const { selected, rows } = useStore.getState()
  if (selected?.kind === 'annotation') await removePassage(selected.id, rows)
  else if (selected?.kind === 'entity') await removeEntity(selected.id, rows)
  else if (selected?.kind === 'relation') await removeRelation(selected.id, rows)
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

async function removePassage(annotationId: string, rows: Rows): Promise<void> {
  const notes = [...rows.note.values()].filter((note) => note.annotationId === annotationId).length
  if (!(await call('annotate.remove', { annotationId }))) return
  say({
    kind: 'done',
    text: `Passage removed${notes > 0 ? ` with ${count(notes, 'note')}` : ''}.`,
    undo: true,
  })
}

async function removeEntity(entityId: string, rows: Rows): Promise<void> {
  const name = rows.entity.get(entityId)?.name ?? ''
  const relations = relationsByEntity(rows).get(entityId) ?? []
  const evidence = relations.flatMap(({ id }) => evidenceByRelation(rows).get(id) ?? [])
  if (evidence.length > 0) {
    const notes = notesByEntity(rows).get(entityId)?.length ?? 0
    const mentions = mentionsByEntity(rows).get(entityId)?.length ?? 0
    const isSure = await ask({
      title: `Delete “${name}”?`,
      points: [
        `${count(relations.length, 'relation')}, resting on ${count(evidence.length, 'passage')}, ${relations.length === 1 ? 'goes' : 'go'} with it:`,
        ...shortened(relations.map((relation) => sentenceOf(rows, relation))),
        ...(notes > 0 ? [`${count(notes, 'note')} on it ${notes === 1 ? 'goes' : 'go'} too.`] : []),
        ...(mentions > 0
          ? [`${count(mentions, 'mention')} will name nobody. The article keeps its words.`]
          : []),
      ],
      act: 'Delete',
    })
    if (!isSure) return
  }
  if (await call('entity.remove', { entityId }))
    say({ kind: 'done', text: `“${name}” deleted, with its relations.`, undo: true })
}

async function removeRelation(relationId: string, rows: Rows): Promise<void> {
  const relation = rows.relation.get(relationId)
  const evidence = evidenceByRelation(rows).get(relationId) ?? []
  if (relation && evidence.length > 0) {
    const isSure = await ask({
      title: `Delete “${sentenceOf(rows, relation)}”?`,
      points: [
        `It rests on ${count(evidence.length, 'passage')}, whose grades and stance go with it:`,
        ...shortened(evidence.map((row) => `“${rows.annotation.get(row.annotationId)?.quote ?? ''}”`)),
        'The passages keep their tags, names and notes.',
      ],
      act: 'Delete',
    })
    if (!isSure) return
  }
  if (await call('relation.remove', { relationId }))
    say({ kind: 'done', text: 'Relation deleted.', undo: true })
}

/** The first few, and how many more. */
function shortened(names: string[]): string[] {
  const shown = names.slice(0, 5).map((name) => `– ${name.replace(/\s+/gu, ' ').slice(0, 120)}`)
  return names.length > 5 ? [...shown, `– and ${names.length - 5} more`] : shown
}
