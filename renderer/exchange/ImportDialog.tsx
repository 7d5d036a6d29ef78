import { periodInWords } from '../../preload/contract/dates.ts'
import type { NetworkPreview } from '../../preload/contract/exchange.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog, focusedFirst } from '../ui/Dialog.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { countedAs } from './counted-as.ts'

/** What a file of a network would add, to look through before any of it is in the case. */
export function ImportDialog({ preview }: { preview: NetworkPreview }) {
  const { entities, relations, types, kinds, firstEntities, firstRelations, differing, notices } = preview
  const rows = useStore((state) => state.rows)
  const leave = () => useStore.setState({ open: null })
  const add = async () => {
    const added = await call('network.add', { previewId: preview.previewId })
    if (!added) return
    useStore.setState(({ layout }) => ({ open: null, layout: layout === 'article' ? 'both' : layout }))
    const what = `${countedAs(added.entities, 'entity')} and ${countedAs(added.relations, 'relation')}`
    say({ kind: 'done', text: `${what} added.`, undo: true })
  }
  const known = [
    entities.known > 0 && countedAs(entities.known, 'entity'),
    relations.known > 0 && countedAs(relations.known, 'relation'),
  ].filter((each) => each !== false)
  const isOne = entities.known + relations.known === 1
  return (
    <Dialog label="Import a network" className="exchange" onLeave={leave}>
      <h2>
        <bdi>{preview.fileName}</bdi>
      </h2>
      <p className="hint">
        {countedAs(entities.added, 'new entity')} and {countedAs(relations.added, 'new relation')}.
        {known.length > 0 &&
          ` ${known.join(' and ')} ${isOne ? 'is in the case already and stays as it is' : 'are in the case already and stay as they are'}.`}
      </p>
      {differing > 0 && (
        <p className="hint">
          {differing === 1
            ? 'For one of these'
            : `For ${differing.toLocaleString('en-GB')} of these entities`}{' '}
          the file has other names or dates, which are not taken over.
        </p>
      )}
      <Names all={types} what="type" />
      <Names all={kinds} what="relation kind" />
      {notices.map((notice) => (
        <p key={notice} className="hint" dir="auto">
          {notice}
        </p>
      ))}
      <h3>Entities</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
      <ul className="incoming" tabIndex={0} aria-label="Entities in the file">
        {firstEntities.map(({ name, type, aliases, moreAliases, isNew, ...period }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file can hold the same twice, and the list never changes
          <li key={index}>
            <span>
              <bdi>{name}</bdi>
              {aliases.length > 0 && (
                <small>
                  also{' '}
                  {aliases.map((alias, place) => (
                    <span key={alias}>
                      {place > 0 && ', '}
                      <bdi>{alias}</bdi>
                    </span>
                  ))}
                  {moreAliases > 0 && ` and ${moreAliases} more`}
                </small>
              )}
            </span>
            <small>{periodInWords(period)}</small>
            <small>{types.includes(type) ? <bdi>{type}</bdi> : lookOf(type, rows).label}</small>
            <em>{isNew ? 'new' : 'in the case'}</em>
          </li>
        ))}
        <More all={entities.added + entities.known} shown={firstEntities.length} what="entity" />
      </ul>
      {firstRelations.length > 0 && (
        <>
          <h3>Relations</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
          <ul className="incoming" tabIndex={0} aria-label="Relations in the file">
            {firstRelations.map(({ from, kind, to, basis, isNew, ...period }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file can hold the same twice, and the list never changes
              <li key={index}>
                <span>
                  <bdi>{from}</bdi> <i>{kind}</i> <bdi>{to}</bdi>
                </span>
                <small>{periodInWords(period)}</small>
                <small>{basis}</small>
                <em>{isNew ? 'new' : 'in the case'}</em>
              </li>
            ))}
            <More all={relations.added + relations.known} shown={firstRelations.length} what="relation" />
          </ul>
        </>
      )}
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Leave
        </button>
        <button
          type="button"
          className="button primary"
          ref={focusedFirst}
          disabled={entities.added + relations.added === 0}
          onClick={add}
        >
          Add to the case
        </button>
      </div>
    </Dialog>
  )
}

function Names({ all, what }: { all: string[]; what: string }) {
  if (all.length === 0) return null
  return (
    <p className="hint">
      {countedAs(all.length, `new ${what}`)}:{' '}
      {all.slice(0, 12).map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {all.length > 12 && '…'}
    </p>
  )
}

function More({ all, shown, what }: { all: number; shown: number; what: 'entity' | 'relation' }) {
  return all > shown ? <li className="hint">and {countedAs(all - shown, `further ${what}`)}</li> : null
}
