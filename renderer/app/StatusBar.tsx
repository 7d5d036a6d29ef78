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
