import { PanelLeft, Redo2, Search, Undo2 } from 'lucide-react'
import type { ActionId } from '../../preload/contract/actions.ts'
import { canRun, runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'
import { keyLabel } from '../ui/keys.ts'

export function TopBar() {
  const info = useStore((state) => state.info)
  return (
    <header className="bar">
      <div className="bar-left">
        <Button id="view.side" label="Side panel" icon={<PanelLeft size={16} />} />
        <strong dir="auto" title={info?.fileName}>
          {info?.name}
        </strong>
      </div>
      <button type="button" className="command" onClick={() => runAction('view.palette')}>
        <Search size={14} /> Find or do anything <kbd>{keyLabel('CmdOrCtrl+K')}</kbd>
      </button>
      <div className="bar-right">
        <Button
          id="history.undo"
          label={info?.undo ? `Undo: ${info.undo}` : 'Undo'}
          icon={<Undo2 size={16} />}
        />
        <Button
          id="history.redo"
          label={info?.redo ? `Redo: ${info.redo}` : 'Redo'}
          icon={<Redo2 size={16} />}
        />
        <button type="button" className="button primary" onClick={() => runAction('export.notes')}>
          Export notes…
        </button>
      </div>
    </header>
  )
}

function Button({ id, label, icon }: { id: ActionId; label: string; icon: React.ReactNode }) {
  const isOn = useStore((state) => canRun(id, state))
  return (
    <button
      type="button"
      className="icon"
      aria-label={label}
      title={label}
      disabled={!isOn}
      onClick={() => runAction(id)}
    >
      {icon}
    </button>
  )
}
