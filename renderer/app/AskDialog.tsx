import { onOneLine } from '../../preload/contract/line.ts'
import { useQuestion } from '../state/ask.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** The question that stands open: what follows from a yes, and a way out first. */
export function AskDialog() {
  const open = useQuestion((state) => state.open)
  if (!open) return null
  return (
    <Dialog label={open.title} className="ask" onLeave={() => open.answer(false)}>
      <h2 dir="auto">{onOneLine(open.title)}</h2>
      {open.points.map((point) => (
        <p key={point} dir="auto">
          {onOneLine(point)}
        </p>
      ))}
      <div className="row end">
        <button type="button" className="button" onClick={() => open.answer(false)}>
          Cancel
        </button>
        <button type="button" className="button primary" onClick={() => open.answer(true)}>
          {open.act}
        </button>
      </div>
    </Dialog>
  )
}
