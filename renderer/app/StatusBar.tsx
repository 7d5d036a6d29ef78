import { runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'

/** Says whether all is saved, what the case holds and what the last step was. A step is on the disk before it is shown. */
export function StatusBar() {
  const rows = useStore((state) => state.rows)
  const info = useStore((state) => state.info)
  const isRead = useStore((state) => state.isRead)
  const count = (number: number, what: string) =>
    `${number} ${number === 1 ? what.replace(/ies$/u, 'y').replace(/s$/u, '') : what}`
  return (
    <footer className="status">
      {info && !isRead && <span className="late">Reading the case…</span>}
      <ReadingLine />
      {info && isRead && (
        <>
          <span className="saved">Saved</span>
          <span className="counts">
            {[
              count(rows.annotation.size, 'passages'),
              count(rows.entity.size, 'entities'),
              count(rows.relation.size, 'relations'),
              count(rows.note.size, 'notes'),
            ].join(' · ')}
          </span>
          <span className="right">
            {info.undo && (
              <>
                Last step: <bdi>{info.undo}</bdi> ·{' '}
              </>
            )}
            <button type="button" className="link" onClick={() => runAction('view.history')}>
              History
            </button>
          </span>
        </>
      )}
    </footer>
  )
}

/** Says which article is being read. What is read in a blink is not worth a word. */
function ReadingLine() {
  const importing = useStore((state) => state.importing)
  return (
    // There from the start: a live region that comes with its words is not read out.
    <span className="importing" role="status">
      {importing && (
        <span className="late">
          Reading {importing.of > 1 && `${importing.at} of ${importing.of}: `}
          <bdi>{importing.name}</bdi>…{' '}
          <button type="button" className="link" onClick={() => runAction('article.stop')}>
            Stop
          </button>
        </span>
      )}
    </span>
  )
}
