import { useRef, useState } from 'react'
import { noPeriod } from '../../preload/contract/dates.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityChoice, EntityRow } from '../../preload/contract/network.ts'
import { LineSign } from '../looks/LineSign.tsx'
import { kindLook, offeredKinds } from '../network/kinds.ts'
import { call } from '../state/client.ts'
import { marks, passageOf, relationsByKind } from '../state/select.ts'
import { type Rows, type State, select, useStore } from '../state/store.ts'
import { EntityName } from '../ui/EntityName.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { findNamed } from '../ui/find-named.ts'
import { readPeriod, type TypedPeriod } from '../ui/PeriodInputs.tsx'
import { type Choice, Picker } from '../ui/Picker.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { selectedWords } from './EntityPicker.tsx'
import { namedIn } from './entities-inside.ts'
import { findEntities } from './find-entities.ts'
import { RelationWhen } from './RelationWhen.tsx'
import { TypeChips } from './TypeChips.tsx'

type Part = 'from' | 'kind' | 'to'

interface Props {
  onLeave: () => void
  fromId?: string | undefined
  toId?: string | undefined
}

/** Who, what, whom: three answers in a row. The selected passage becomes the evidence. */
export function RelationPicker({ onLeave, fromId, toId }: Props) {
  const rows = useStore((state) => state.rows)
  const entities = rows.entity
  // As it was when the picker came: it is about one passage, and entities do not change below it.
  const [inside] = useState(() => entitiesInside(useStore.getState()))
  const words = useStore((state) => (state.selected || state.passage ? evidenceWords(state) : ''))
  const first = fromId ? entities.get(fromId) : undefined
  const last = toId ? entities.get(toId) : undefined
  const [from, setFrom] = useState<EntityChoice | null>(first ? { id: first.id } : null)
  const [to, setTo] = useState<EntityChoice | null>(last ? { id: last.id } : null)
  const [kind, setKind] = useState('')
  const [part, setPart] = useState<Part>(first ? 'kind' : 'from')
  const [query, setQuery] = useState('')
  const [type, setType] = useState('organisation')
  const [when, setWhen] = useState<TypedPeriod | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const focus = (field: string) => box.current?.querySelector<HTMLElement>(field)?.focus()

  const finish = async (answer: { from: EntityChoice; kind: string; to: EntityChoice }) => {
    const period = when ? readPeriod(when) : noPeriod
    // What is wrong with the dates stands below them.
    if (!period) return focus('.period input')
    const { selected, passage } = useStore.getState()
    const evidence = passageOf(selected) ?? passage
    const made = await call('relation.make', {
      ...answer,
      basis: evidence ? 'stated' : 'assumed',
      ...period,
      passage: evidence,
    })
    if (!made) return
    onLeave()
    select({ kind: 'relation', id: made.relationId })
  }
  const answer = (value: EntityChoice | string) => {
    const next = { from, kind, to, [part]: value }
    if (part === 'from') setFrom(next.from)
    else if (part === 'to') setTo(next.to)
    else setKind(next.kind)
    setQuery('')
    const open = (['from', 'kind', 'to'] as const).find((each) => !next[each])
    if (open) setPart(open)
    else if (next.from && next.to) void finish({ from: next.from, kind: next.kind, to: next.to })
  }

  const name = query.replace(/\s+/gu, ' ').trim()
  const choices =
    part === 'kind' ? kindChoices(rows, name, answer) : entityChoices(rows, inside, name, type, answer)
  const labels: Record<Part, string> = { from: 'Who', kind: 'does what', to: 'to whom' }
  return (
    <div className="relation-picker" ref={box}>
      {words && <blockquote dir="auto">{words}</blockquote>}
      <div className="trio">
        {(['from', 'kind', 'to'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="slot"
            aria-pressed={each === part}
            onClick={() => {
              setPart(each)
              setQuery('')
            }}
          >
            <Slot
              value={each === 'kind' ? kind : each === 'from' ? from : to}
              entities={entities}
              empty={labels[each]}
            />
          </button>
        ))}
      </div>
      <RelationWhen
        typed={when}
        onChange={setWhen}
        onEnter={() => {
          if (from && kind && to) void finish({ from, kind, to })
          else focus('[role="combobox"]')
        }}
      />
      <Picker
        key={part}
        label={labels[part]}
        placeholder={part === 'kind' ? 'attacked, backs, leads …' : 'Name an entity'}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onLeave={onLeave}
      >
        {part !== 'kind' && name && <TypeChips type={type} onType={setType} />}
      </Picker>
    </div>
  )
}

interface SlotProps {
  value: EntityChoice | string | null
  entities: ReadonlyMap<string, EntityRow>
  empty: string
}

function Slot({ value, entities, empty }: SlotProps) {
  if (!value) return <span className="dim">{empty}</span>
  if (typeof value === 'string') return <bdi>{value}</bdi>
  const entity = 'id' in value ? entities.get(value.id) : value
  if (!entity) return <span className="dim">{empty}</span>
  return (
    <>
      <TypeIcon type={entity.type} size={12} />
      <bdi>{entity.name}</bdi>
    </>
  )
}

function kindChoices(rows: Rows, name: string, answer: (kind: string) => void): Choice[] {
  const known = (kind: string): Choice => ({
    key: kind,
    label: (
      <>
        <LineSign look={kindLook(kind, rows)} /> <bdi>{kind}</bdi>
      </>
    ),
    hint: relationsByKind(rows).get(kind)?.length,
    choose: () => answer(kind),
  })
  const { isThere, likely, others } = findNamed(offeredKinds(rows), name, (kind) => [kind])
  const choices = likely.map(known)
  if (name && !isThere)
    choices.push({
      key: 'new',
      label: <bdi>“{onOneLine(name)}”</bdi>,
      hint: 'new kind',
      choose: () => answer(name),
    })
  return [...choices, ...others.map(known)]
}

function entityChoices(
  rows: Rows,
  inside: string[],
  name: string,
  type: string,
  answer: (choice: EntityChoice) => void,
): Choice[] {
  const rank = (id: string) => (inside.includes(id) ? inside.indexOf(id) : inside.length)
  const known = (entity: EntityRow): Choice => ({
    key: entity.id,
    label: <EntityName type={entity.type} name={entity.name} />,
    hint: inside.includes(entity.id) ? 'in this passage' : lookOf(entity.type, rows).label,
    choose: () => answer({ id: entity.id }),
  })
  if (!name)
    return [...rows.entity.values()]
      .sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name))
      .slice(0, Math.max(30, inside.length))
      .map(known)
  const { isThere, likely, others } = findEntities(rows.entity.values(), name)
  const choices = likely.map(known)
  if (!isThere)
    choices.push({
      key: 'new',
      label: <EntityName type={type} name={name} isNew />,
      hint: lookOf(type, rows).label,
      choose: () => answer({ name, type }),
    })
  return [...choices, ...others.map(known)]
}

/** Entities named inside the selected passage, in reading order: the likely answers. Marked ones, and known names. */
function entitiesInside({ selected, passage, rows, content, articleId }: State): string[] {
  const annotation = selected?.kind === 'annotation' ? rows.annotation.get(selected.id) : undefined
  const span = annotation ?? (selected?.kind === 'words' ? selected : passage)
  if (!span) return []
  const marked = marks(rows)
    .touching(span.articleId, span.start, span.end)
    .flatMap(({ annotation: { entityId, start } }) =>
      entityId ? [{ id: entityId, at: start - span.start }] : [],
    )
  const words =
    content && span.articleId === articleId ? content.text.slice(span.start, span.end).slice(0, 5000) : ''
  const found = [...marked, ...namedIn(words, rows.entity.values())].sort((a, b) => a.at - b.at)
  return [...new Set(found.map(({ id }) => id))]
}

function evidenceWords(state: State): string {
  if (state.selected?.kind === 'words' || state.selected?.kind === 'annotation') return selectedWords(state)
  const { passage, content } = state
  return passage && content ? content.text.slice(passage.start, passage.end).slice(0, 200) : ''
}
