import { useState } from 'react'
import type { EntityChoice, EntityRow } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { mentionsByEntity, passageOf } from '../state/select.ts'
import { type State, select, useStore } from '../state/store.ts'
import { EntityName } from '../ui/EntityName.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { type Choice, matches, Picker } from '../ui/Picker.tsx'
import { guessType } from './guess-type.ts'
import { TypeChips } from './TypeChips.tsx'

/** Whom the selected words name: known entities first, then a new one with a type. */
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
  const choices: Choice[] = findEntities(rows.entity.values(), name).map((entity) => ({
    key: entity.id,
    label: <EntityName type={entity.type} name={entity.name} />,
    hint: `${lookOf(entity.type, rows).label} · ${mentions.get(entity.id)?.length ?? 0}`,
    choose: () => void mark({ id: entity.id }),
  }))
  if (name)
    choices.push({
      key: 'new',
      label: <EntityName type={type} name={name} isNew />,
      hint: lookOf(type, rows).label,
      choose: () => void mark({ name, type }),
    })
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

/** Entities whose name or other names hold the query, or stand in it whole; the closest in length first. */
export function findEntities(entities: Iterable<EntityRow>, query: string): EntityRow[] {
  const wanted = query.toLowerCase()
  const fits = (entity: EntityRow) => {
    const names = [entity.name, ...entity.aliases.split('\n').filter(Boolean)]
    return names.some(
      (name) => matches(name, wanted) || (name.length > 2 && wanted.includes(name.toLowerCase())),
    )
  }
  return [...entities]
    .filter(fits)
    .sort(
      (a, b) =>
        Math.abs(a.name.length - query.length) - Math.abs(b.name.length - query.length) ||
        a.name.localeCompare(b.name),
    )
    .slice(0, 8)
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
