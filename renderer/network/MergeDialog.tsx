import { useState } from 'react'
import type { EntityRow } from '../../preload/contract/network.ts'
import { findEntities } from '../article/find-entities.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { mentionsByEntity, notesByEntity, relationsByEntity } from '../state/select.ts'
import { type Rows, select, useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EntityName } from '../ui/EntityName.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { type Choice, Picker } from '../ui/Picker.tsx'

/** Makes two entities one: first which other, then which of the two is kept and what follows. */
export function MergeDialog({ entityId }: { entityId: string }) {
  const rows = useStore((state) => state.rows)
  const [otherId, setOtherId] = useState<string | null>(null)
  const leave = () => useStore.setState({ open: null })
  const entity = rows.entity.get(entityId)
  const other = otherId ? rows.entity.get(otherId) : undefined
  if (!entity) return null
  return (
    <Dialog label="Merge with another entity" className="merge" onLeave={leave}>
      <h2>
        Merge <bdi>“{entity.name}”</bdi>
      </h2>
      {other ? (
        <Consequences entity={entity} other={other} rows={rows} onLeave={leave} />
      ) : (
        <ChooseOther entity={entity} rows={rows} onChoose={setOtherId} onLeave={leave} />
      )}
    </Dialog>
  )
}

interface ChooseProps {
  entity: EntityRow
  rows: Rows
  onChoose: (id: string) => void
  onLeave: () => void
}

function ChooseOther({ entity, rows, onChoose, onLeave }: ChooseProps) {
  const [query, setQuery] = useState('')
  const others = [...rows.entity.values()].filter(({ id }) => id !== entity.id)
  const named = (words: string) => {
    const { likely, others: further } = findEntities(others, words)
    return [...likely, ...further]
  }
  // The same thing often has a part of its name in common: those come first.
  const alike = query ? [] : entity.name.split(/[\s-]+/u).flatMap(named)
  const found = query ? named(query) : [...new Set([...alike, ...others])].slice(0, 30)
  const choices: Choice[] = found.map((each) => ({
    key: each.id,
    label: <EntityName type={each.type} name={each.name} />,
    hint: `${lookOf(each.type, rows).label} · ${mentionsByEntity(rows).get(each.id)?.length ?? 0}`,
    choose: () => onChoose(each.id),
  }))
  return (
    <Picker
      label="With which entity"
      placeholder="Which other entity is the same?"
      query={query}
      onQuery={setQuery}
      choices={choices}
      onLeave={onLeave}
    />
  )
}

interface Props {
  entity: EntityRow
  other: EntityRow
  rows: Rows
  onLeave: () => void
}

function Consequences({ entity, other, rows, onLeave }: Props) {
  const [keptId, setKeptId] = useState(entity.id)
  const [kept, gone] = keptId === entity.id ? [entity, other] : [other, entity]
  const relations = relationsByEntity(rows).get(gone.id) ?? []
  const between = relations.filter((row) => row.fromId === kept.id || row.toId === kept.id).length
  const moving = [
    [mentionsByEntity(rows).get(gone.id)?.length ?? 0, 'mention'],
    [relations.length, 'relation'],
    [notesByEntity(rows).get(gone.id)?.length ?? 0, 'note'],
  ] as const
  const counted = moving.flatMap(([number, what]) =>
    number > 0 ? [`${number} ${what}${number === 1 ? '' : 's'}`] : [],
  )
  const isOne = moving.reduce((sum, [number]) => sum + number, 0) === 1
  const merge = async () => {
    if (!(await call('entity.merge', { keptId: kept.id, goneId: gone.id }))) return
    onLeave()
    select({ kind: 'entity', id: kept.id })
    say({ kind: 'done', text: `“${gone.name}” is now one with “${kept.name}”.`, undo: true })
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and manners */}
      <div className="chips" role="group" aria-label="Whose name is kept">
        {[entity, other].map((each) => (
          <button
            key={each.id}
            type="button"
            className="chip"
            aria-pressed={each.id === kept.id}
            style={{ '--k': `var(${lookOf(each.type, rows).color})` } as React.CSSProperties}
            onClick={() => setKeptId(each.id)}
          >
            <EntityName type={each.type} name={each.name} />
          </button>
        ))}
      </div>
      <p>
        <bdi>“{kept.name}”</bdi> keeps its name and type. <bdi>“{gone.name}”</bdi> becomes one of its other
        names
        {counted.length > 0 &&
          `, and ${listed(counted)} ${isOne ? 'goes' : 'go'} over, with all evidence and grades`}
        .
      </p>
      {between > 0 && (
        <p>
          {between === 1
            ? 'The relation between the two becomes one'
            : `The ${between} relations between the two become relations`}{' '}
          of <bdi>“{kept.name}”</bdi> to itself. Nothing is lost.
        </p>
      )}
      <p className="dim">Undo brings back exactly the two.</p>
      <div className="row end">
        <button type="button" className="button" onClick={onLeave}>
          Cancel
        </button>
        <button type="button" className="button primary" onClick={() => void merge()}>
          Merge
        </button>
      </div>
    </>
  )
}

/** "2 mentions, 1 relation and 1 note". */
const listed = (words: string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('')
