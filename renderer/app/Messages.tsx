import { X } from 'lucide-react'
import { actions } from '../../preload/contract/actions.ts'
import { runAction } from '../actions/run.ts'
import { dismiss, useMessages } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'

/** What happened, what was kept, what to do. */
export function Messages() {
  const messages = useMessages((state) => state.messages)
  const undoStep = useStore((state) => state.info?.undoStep)
  return (
    <div className="messages" role="log" aria-live="polite" aria-label="Messages">
      {messages.map(({ id, kind, text, advice, undo, remedy }) => (
        <div key={id} className={`message ${kind}`} role={kind === 'trouble' ? 'alert' : 'status'}>
          <div>
            {kind === 'trouble' ? <b dir="auto">{text}</b> : <span dir="auto">{text}</span>}
            {advice && <p>{advice}</p>}
            {remedy && (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  runAction(remedy)
                  dismiss(id)
                }}
              >
                {actions.find((action) => action.id === remedy)?.label}
              </button>
            )}
          </div>
          {undo !== undefined && undo === undoStep && (
            <button
              type="button"
              className="link"
              onClick={() => {
                runAction('history.undo')
                dismiss(id)
              }}
            >
              Undo
            </button>
          )}
          <IconButton label="Close message" onClick={() => dismiss(id)}>
            <X size={13} />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
