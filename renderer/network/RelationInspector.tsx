import { ArrowLeftRight, X } from 'lucide-react'
import { type Basis, bases, type EvidenceRow, type RelationRow } from '../../preload/contract/network.ts'
import { runAction } from '../actions/run.ts'
import { NotesOn } from '../notes/NotesOn.tsx'
import { call } from '../state/client.ts'
import { evidenceByRelation } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { useLook } from '../ui/entity-types.ts'
import { GradeSign } from '../ui/GradeField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { AttachPassage } from './AttachPassage.tsx'
import { Evidence } from './Evidence.tsx'
import { PeriodField } from './PeriodField.tsx'
import { type Support, supportOf } from './support.ts'

const basisWords: Record<Basis, string> = {
  stated: 'The text says so.',
  inferred: 'Concluded, not said.',
  assumed: 'Taken as given for now.',
}

/** A line of the network with the passages it rests on, for and against. */
export function RelationInspector({ relationId }: { relationId: string }) {
  const rows = useStore((state) => state.rows)
  const relation = rows.relation.get(relationId)
  if (!relation) return null
  const evidence = evidenceByRelation(rows).get(relationId) ?? []
  const of = (stance: EvidenceRow['stance']) => evidence.filter((row) => row.stance === stance)
  const notes = [...rows.note.values()].filter((note) => note.relationId === relationId)
  return (
    <section className="inspector" aria-label="Relation">
      <About relation={relation} support={supportOf(relationId, rows)} />
      <Passages head="For it" rows={of('supports')} />
      <Passages head="Against it" rows={of('contradicts')} />
      <AttachPassage relationId={relationId} />
      <NotesOn on={{ relationId }} notes={notes} />
      <footer className="inspector-acts">
        <button type="button" className="link quiet" onClick={() => runAction('network.looks')}>
          Kinds…
        </button>
        <button type="button" className="link quiet" onClick={() => runAction('selection.remove')}>
          Delete…
        </button>
      </footer>
    </section>
  )
}

function Passages({ head, rows }: { head: string; rows: EvidenceRow[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>
        {head} <span>{rows.length}</span>
      </h3>
      {rows.map((row) => (
        <Evidence key={row.id} evidence={row} />
      ))}
    </>
  )
}

function About({ relation, support }: { relation: RelationRow; support: Support }) {
  const { id: relationId, kind, basis, startOn, startHow, endOn, endHow } = relation
  const edit = (change: Partial<Pick<RelationRow, 'kind' | 'basis'>>) =>
    call('relation.edit', { relationId, kind, basis, startOn, startHow, endOn, endHow, ...change })
  return (
    <>
      <header>
        <div className="who">
          <End id={relation.fromId} />
          <InlineText label="Kind" className="kind" value={kind} onSave={(words) => edit({ kind: words })} />
          <End id={relation.toId} />
        </div>
        <IconButton label="Turn round" onClick={() => call('relation.reverse', { relationId })}>
          <ArrowLeftRight size={13} />
        </IconButton>
        <IconButton label="Close" onClick={() => select(null)}>
          <X size={14} />
        </IconButton>
      </header>
      <p className={support.for === 0 ? 'why warning' : 'why'}>
        <GradeSign grade={support.best} />
        <span title="The best grade is that of the most reliable source, and of equals of the most credible information.">
          {sumUp(support)}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>known</dt>
          <dd className="bases">
            {bases.map((each) => (
              <button
                key={each}
                type="button"
                className="chip"
                aria-pressed={each === basis}
                title={basisWords[each]}
                onClick={() => each !== basis && void edit({ basis: each })}
              >
                <i className={`basis-line ${each}`} /> {each}
              </button>
            ))}
          </dd>
        </div>
        <div>
          <dt>when</dt>
          <dd>
            <PeriodField
              when={relation}
              onSave={(when) => call('relation.edit', { relationId, kind, basis, ...when })}
            />
          </dd>
        </div>
      </dl>
    </>
  )
}

/** "Two passages support it, one speaks against it." */
function sumUp({ for: supporting, against }: Support): string {
  const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']
  const number = (count: number) => numbers[count] ?? String(count)
  if (supporting === 0 && against === 0) return 'Nothing in the text supports it yet.'
  const first = `${number(supporting)} ${supporting === 1 ? 'passage supports' : 'passages support'} it`
  if (against === 0) return `${first}, none speaks against it.`
  return `${first}, ${number(against).toLowerCase()} ${against === 1 ? 'speaks' : 'speak'} against it.`
}

function End({ id }: { id: string }) {
  const entity = useStore((state) => state.rows.entity.get(id))
  const look = useLook(entity?.type ?? 'other')
  if (!entity) return null
  return (
    <button
      type="button"
      className="chip"
      style={{ '--k': `var(${look.color})` } as React.CSSProperties}
      onClick={() => select({ kind: 'entity', id })}
    >
      <TypeIcon type={entity.type} size={12} /> <bdi>{entity.name}</bdi>
    </button>
  )
}
