import { useState } from 'react'
import type { EntityChoice, EntityRow } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { mentionsByEntity, passageOf } from '../state/select.ts'
import { type State, select, useStore } from '../state/store.ts'
import { EntityName } from '../ui/EntityName.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { type Choice, Picker } from '../ui/Picker.tsx'
import { findEntities } from './find-entities.ts'
import { guessType } from './guess-type.ts'
import { TypeChips } from './TypeChips.tsx'

/** Whom the selected words name: known entities that are likely meant, a new one with a type, then what else is like it. */
export function EntityPicker({ onLeave }: { onLeave: () => void }) {
  const words = useStore(selectedWords)
  const [query, setQuery] = useState(words)
  const [type, setType] = useState<string>(guessType(words) ?? 'person')
  const rows = useStore((state) => state.rows)
  const mentions = mentionsByEntity(rows)
  const passage = passageOf(useStore((state) => state.selected))

  const mark = async (entity: EntityChoice) => {
    if (!passage) return
    const done = await call('mention.mark', { passage, entity })
    if (done) {
      useStore.setState({ repeat: { entityId: done.entityId } })
      select({ kind: 'annotation', id: done.annotationId })
    }
    onLeave()
  }
  const name = query.replace(/\s+/gu, ' ').trim()
  const known = (entity: EntityRow): Choice => ({
    key: entity.id,
    label: <EntityName type={entity.type} name={entity.name} />,
    hint: `${lookOf(entity.type, rows).label} · ${mentions.get(entity.id)?.length ?? 0}`,
    choose: () => void mark({ id: entity.id }),
  })
  const { likely, others } = findEntities(rows.entity.values(), name)
  const choices = likely.map(known)
  if (name)
    choices.push({
      key: 'new',
      label: <EntityName type={type} name={name} isNew />,
      hint: lookOf(type, rows).label,
      choose: () => void mark({ name, type }),
    })
  choices.push(...others.map(known))
  return (
    <Picker
      label="Mark as entity"
      placeholder="Who or what is named here?"
      query={query}
      onQuery={setQuery}
      choices={choices}
      onLeave={onLeave}
    >
      <TypeChips type={type} onType={setType} />
    </Picker>
  )
}

/** The selected words on one line, at most a name's length. */
export function selectedWords({ selected, rows, content }: State): string {
  const span = selected?.kind === 'annotation' ? rows.annotation.get(selected.id) : null
  const words =
    selected?.kind === 'words'
      ? (content?.text.slice(selected.start, selected.end) ?? '')
      : (span?.quote ?? '')
  return words.replace(/\s+/gu, ' ').trim().slice(0, 200)
}
