import { X } from 'lucide-react'
import { useState } from 'react'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityRow } from '../../preload/contract/network.ts'
import { runAction } from '../actions/run.ts'
import { TypeChips } from '../article/TypeChips.tsx'
import { NotesOn } from '../notes/NotesOn.tsx'
import { call } from '../state/client.ts'
import { mentionsByEntity, notesByEntity, relationsByEntity } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { Passage } from './Passage.tsx'
import { PeriodField } from './PeriodField.tsx'
import { RelationLine } from './RelationLine.tsx'

/** An entity with all that the case knows of it. Whatever is said of it is changed where it stands. */
export function EntityInspector({ entityId }: { entityId: string }) {
  const rows = useStore((state) => state.rows)
  const entity = rows.entity.get(entityId)
  if (!entity) return null
  const mentions = mentionsByEntity(rows).get(entityId) ?? []
  const relations = relationsByEntity(rows).get(entityId) ?? []
  const notes = notesByEntity(rows).get(entityId) ?? []
  return (
    <section className="inspector" aria-label={entity.name}>
      <About entity={entity} mentions={mentions.length} />
      <h3>
        Relations <span>{relations.length > 0 && 'passages'}</span>
      </h3>
      <ul className="lines">
        {relations.map((relation) => (
          <RelationLine key={relation.id} relation={relation} entityId={entityId} />
        ))}
      </ul>
      <button type="button" className="link" onClick={() => runAction('passage.relation')}>
        Make a relation
      </button>
      <h3>
        Mentions <span>{mentions.length}</span>
      </h3>
      {mentions.map((annotation) => (
        <Passage key={annotation.id} annotation={annotation} />
      ))}
      <NotesOn on={{ entityId }} notes={notes} />
      <footer className="inspector-acts">
        <button type="button" className="link quiet" onClick={() => runAction('entity.merge')}>
          Merge…
        </button>
        <button type="button" className="link quiet" onClick={() => runAction('entity.split')}>
          Split…
        </button>
        <button type="button" className="link quiet" onClick={() => runAction('selection.remove')}>
          Delete…
        </button>
      </footer>
    </section>
  )
}

function About({ entity, mentions }: { entity: EntityRow; mentions: number }) {
  const look = useStore((state) => lookOf(entity.type, state.rows))
  const [isTyping, setTyping] = useState(false)
  const aliases = entity.aliases.split('\n').filter(Boolean).map(onOneLine)
  const edit = (change: { name?: string; type?: string; aliases?: string[]; description?: string }) =>
    call('entity.edit', {
      entityId: entity.id,
      name: entity.name,
      type: look.type,
      aliases,
      description: entity.description,
      ...change,
    })
  return (
    <>
      <header>
        <button
          type="button"
          className="type-badge"
          style={{ '--k': `var(${look.color})` } as React.CSSProperties}
          aria-label={`Type: ${look.label}`}
          title="Change the type"
          aria-expanded={isTyping}
          onClick={() => setTyping(!isTyping)}
          onKeyDown={isTyping ? onEscape(() => setTyping(false)) : undefined}
        >
          <TypeIcon type={entity.type} size={16} />
        </button>
        <div>
          <InlineText label="Name" className="name" value={entity.name} onSave={(name) => edit({ name })} />
          <small>
            <bdi>{look.label}</bdi> · {mentions} {mentions === 1 ? 'mention' : 'mentions'}
          </small>
        </div>
        <IconButton label="Close" onClick={() => select(null)}>
          <X size={14} />
        </IconButton>
      </header>
      {isTyping && (
        <TypeChooser
          now={look.type}
          onLeave={() => setTyping(false)}
          onType={(type) => {
            setTyping(false)
            if (type !== look.type) void edit({ type })
          }}
        />
      )}
      <dl className="facts">
        <div>
          <dt>also</dt>
          <dd>
            <InlineText
              label="Other names"
              empty="Add other names, with ; between"
              value={aliases.join('; ')}
              onSave={(words) => edit({ aliases: words.split(/[;\n]/u).filter((alias) => alias.trim()) })}
            />
          </dd>
        </div>
        <div>
          <dt>when</dt>
          <dd>
            <PeriodField
              when={entity}
              onSave={(when) => call('entity.date', { entityId: entity.id, ...when })}
            />
          </dd>
        </div>
      </dl>
      <InlineText
        label="Description"
        empty="Add a description"
        className="about"
        isLong
        value={entity.description}
        onSave={(description) => edit({ description })}
      />
    </>
  )
}

interface ChooserProps {
  now: string
  onType: (type: string) => void
  onLeave: () => void
}

const focusChosen = (box: HTMLElement | null) =>
  box?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({ preventScroll: true })

/** Arrows go along the types, Enter takes one; Escape leaves only this, and the focus goes back to the badge. */
function TypeChooser({ now, onType, onLeave }: ChooserProps) {
  const [at, setAt] = useState(now)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Escape of the buttons within
    <div ref={focusChosen} onKeyDown={onEscape(onLeave)}>
      <TypeChips type={at} onMove={setAt} onType={onType} />
      <button type="button" className="link" onClick={() => runAction('network.looks')}>
        Types of your own…
      </button>
    </div>
  )
}

const onEscape = (leave: () => void) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  leave()
}
