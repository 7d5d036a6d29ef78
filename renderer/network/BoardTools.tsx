import {
  ChartNoAxesGantt,
  Ellipsis,
  ListFilter,
  Maximize2,
  Spline,
  Square,
  Table2,
  Workflow,
} from 'lucide-react'
import { type Action, type ActionId, actions } from '../../preload/contract/actions.ts'
import { canRun, runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'
import { keyLabel } from '../ui/keys.ts'
import { BoardMenu } from './BoardMenu.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { clearFilter, isNarrowed, shownNow, usePicture } from './picture.ts'

/** "Fit in view  F" */
function withKey(label: string, id: ActionId): string {
  const key = (actions as readonly Action[]).find((action) => action.id === id)?.key
  return key ? `${label}  ${keyLabel(key)}` : label
}

/** The few tools at hand; all the others are in the menu at the end, and in the palette. */
export function BoardTools() {
  const state = useStore()
  const picture = usePicture()
  const isOpen = (what: 'filter' | 'menu') => picture.open === what
  const tools = [
    { id: 'network.fit', label: 'Fit in view', icon: <Maximize2 size={15} /> },
    {
      id: 'network.arrange',
      label: state.arranging ? 'Stop arranging' : 'Arrange',
      icon: state.arranging ? <Square size={13} /> : <Workflow size={15} />,
    },
    { id: 'passage.relation', label: 'Make a relation', icon: <Spline size={15} /> },
    { id: 'network.strip', label: 'Timeline', icon: <ChartNoAxesGantt size={15} />, isOn: picture.isStrip },
    { id: 'network.table', label: 'Table', icon: <Table2 size={15} />, isOn: picture.isTable },
  ] as const
  const toggle = (what: 'filter' | 'menu') => usePicture.setState({ open: isOpen(what) ? null : what })
  return (
    <>
      <div className="board-tools" role="toolbar" aria-label="Network">
        {tools.map(({ id, label, icon, ...rest }) => (
          <button
            key={id}
            type="button"
            className="icon"
            aria-label={label}
            title={withKey(label, id)}
            aria-pressed={'isOn' in rest ? rest.isOn : undefined}
            disabled={!canRun(id, state)}
            onClick={() => runAction(id)}
          >
            {icon}
          </button>
        ))}
        <button
          type="button"
          className="icon"
          aria-label="Filter"
          title={withKey('Filter', 'network.filter')}
          aria-expanded={isOpen('filter')}
          aria-pressed={isNarrowed(picture)}
          disabled={state.rows.entity.size === 0}
          onClick={() => toggle('filter')}
        >
          <ListFilter size={15} />
        </button>
        <button
          type="button"
          className="icon"
          aria-label="More for the network"
          title="More"
          aria-expanded={isOpen('menu')}
          disabled={state.rows.entity.size === 0}
          onClick={() => toggle('menu')}
        >
          <Ellipsis size={15} />
        </button>
      </div>
      <ShownLine />
      {isOpen('filter') && <FilterPanel />}
      {isOpen('menu') && <BoardMenu />}
    </>
  )
}

/** Says what is not to be seen: a picture that lacks something must not look whole. */
function ShownLine() {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  const hidden = [...rows.entity.values()].filter((row) => row.hidden).length
  const narrowed = isNarrowed(picture)
  if (picture.isLasso) return <p className="shown-line">Draw around the nodes to pick them. Esc leaves.</p>
  if (!narrowed && hidden === 0) return null
  return (
    <p className="shown-line" role="status">
      {narrowed && (
        <>
          {shownNow(rows, picture).entities.size} of {rows.entity.size} shown ·{' '}
          <button type="button" className="link" onClick={clearFilter}>
            show all
          </button>
        </>
      )}
      {narrowed && hidden > 0 && ' · '}
      {hidden > 0 && (
        <>
          {hidden} hidden ·{' '}
          <button type="button" className="link" onClick={() => runAction('network.showHidden')}>
            show
          </button>
        </>
      )}
    </p>
  )
}
