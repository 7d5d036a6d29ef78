import { useState } from 'react'
import { type Action, type ActionId, actions } from '../../preload/contract/actions.ts'
import { labelNow } from '../actions/repeat.ts'
import { canRun, runAction } from '../actions/run.ts'
import { mentionsByEntity } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EntityName } from '../ui/EntityName.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { keyLabel } from '../ui/keys.ts'
import { type Choice, matches, Picker } from '../ui/Picker.tsx'

/** Find anything of the case, or do any action. */
export function Palette() {
  const [query, setQuery] = useState('')
  const state = useStore()
  const leave = () => useStore.setState({ open: null })
  const go = (act: () => unknown) => () => {
    leave()
    void act()
  }
  const wanted = query.trim()
  const choices: Choice[] = []
  if (wanted) choices.push(...found(wanted, go))
  for (const action of actions as readonly Action[]) {
    const id = action.id as ActionId
    const label = labelNow(action, state)
    if (id === 'view.palette' || !matches(label, wanted) || !canRun(id, { ...state, open: null })) continue
    choices.push({
      key: id,
      group: 'Actions',
      label,
      hint: action.key && <kbd>{keyLabel(action.key)}</kbd>,
      choose: go(() => runAction(id)),
    })
  }
  return (
    <Dialog label="Find or do anything" className="palette" onLeave={leave}>
      <Picker
        label="Find or do anything"
        placeholder="Find an entity, words, a note, or an action"
        query={query}
        onQuery={setQuery}
        choices={choices}
        onLeave={leave}
      />
    </Dialog>
  )
}

/** Entities, articles, words of the open article, and notes that hold the query; a few of each. */
function found(query: string, go: (act: () => unknown) => () => void): Choice[] {
  const { rows, content, articleId } = useStore.getState()
  const choices: Choice[] = []
  for (const entity of [...rows.entity.values()]
    .filter((row) => matches(`${row.name} ${row.aliases}`, query))
    .slice(0, 6))
    choices.push({
      key: entity.id,
      group: 'Entities',
      label: <EntityName type={entity.type} name={entity.name} />,
      hint: `${lookOf(entity.type, rows).label} · ${mentionsByEntity(rows).get(entity.id)?.length ?? 0}`,
      choose: go(() => select({ kind: 'entity', id: entity.id })),
    })
  for (const article of [...rows.article.values()].filter((row) => matches(row.title, query)).slice(0, 4))
    choices.push({
      key: article.id,
      group: 'Articles',
      label: <bdi>{article.title}</bdi>,
      choose: go(() => showArticle(article.id)),
    })
  if (content && articleId && query.length > 1) {
    const text = content.text.toLowerCase()
    // Lower case can change a text's length in a few scripts: then offsets would be wrong, so nothing is offered.
    for (
      let at = text.indexOf(query.toLowerCase()), hits = 0;
      at >= 0 && hits < 5 && text.length === content.text.length;
      hits++
    ) {
      const start = at
      const end = at + query.length
      choices.push({
        key: `text-${start}`,
        group: 'In the text',
        label: <bdi>…{content.text.slice(Math.max(0, start - 28), end + 36).replace(/\s+/gu, ' ')}…</bdi>,
        choose: go(() => {
          const passage = { articleId, start, end }
          useStore.setState({ selected: { kind: 'words', ...passage }, passage })
        }),
      })
      at = text.indexOf(query.toLowerCase(), end)
    }
  }
  for (const note of [...rows.note.values()].filter((row) => matches(row.body, query)).slice(0, 4))
    choices.push({
      key: note.id,
      group: 'Notes',
      label: <bdi>{note.body.replace(/\s+/gu, ' ').slice(0, 80)}</bdi>,
      choose: go(() => {
        const annotation = note.annotationId && rows.annotation.get(note.annotationId)
        useStore.setState({ tab: 'notes', side: true })
        if (annotation)
          void showArticle(annotation.articleId).then(() => select({ kind: 'annotation', id: annotation.id }))
        else if (note.entityId) select({ kind: 'entity', id: note.entityId })
      }),
    })
  return choices
}
