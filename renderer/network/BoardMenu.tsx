import { Check, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type Action, type ActionId, actions } from '../../preload/contract/actions.ts'
import { canRun, isOn, runAction } from '../actions/run.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keyLabel } from '../ui/keys.ts'
import { NameField } from './NameField.tsx'
import { Popover } from './Popover.tsx'
import { usePicture } from './picture.ts'
import { openView } from './views.ts'

const sections: { title: string; ids: ActionId[] }[] = [
  {
    title: 'Arrange',
    ids: ['network.hierarchy', 'network.concentric', 'network.circle', 'network.grid', 'network.timeline'],
  },
  {
    title: 'Pick',
    ids: ['network.lasso', 'network.pickAll', 'network.group', 'network.pin', 'network.hide'],
  },
  {
    title: 'Show',
    ids: ['network.around1', 'network.around2', 'network.around3', 'network.unfilter', 'network.showHidden'],
  },
  {
    title: 'Look',
    ids: [
      'network.looks',
      'network.sizeFixed',
      'network.sizeMentions',
      'network.sizeRelations',
      'network.betweenness',
      'network.communities',
    ],
  },
]

/** What the network can do beside the tools at hand, and the views that were kept. */
export function BoardMenu() {
  const state = useStore()
  const views = [...state.rows.boardView.values()].sort((a, b) => a.name.localeCompare(b.name))
  const [renaming, setRenaming] = useState<string | null>(null)
  const leave = () => usePicture.setState({ open: null })
  return (
    <Popover label="More for the network">
      <h3>Views</h3>
      <ul className="menu">
        {views.map((view) => (
          <li key={view.id} className="row">
            {renaming === view.id ? (
              <NameField
                label="Name of the view"
                name={view.name}
                onName={(name) => call('view.rename', { viewId: view.id, name })}
              />
            ) : (
              <button
                type="button"
                onClick={() => {
                  leave()
                  void openView(view.id)
                }}
              >
                <bdi>{view.name}</bdi>
              </button>
            )}
            <IconButton
              label={`Rename view ${view.name}`}
              title="Rename"
              onClick={() => setRenaming(renaming === view.id ? null : view.id)}
            >
              <Pencil size={13} />
            </IconButton>
            <IconButton
              label={`Forget view ${view.name}`}
              title="Forget"
              onClick={() => call('view.remove', { viewId: view.id })}
            >
              <Trash2 size={13} />
            </IconButton>
          </li>
        ))}
        <li>
          <MenuItem id="network.keepView" />
        </li>
      </ul>
      {sections.map(({ title, ids }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul className="menu">
            {ids.map((id) => (
              <li key={id}>
                <MenuItem id={id} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Popover>
  )
}

function MenuItem({ id }: { id: ActionId }) {
  const state = useStore()
  const action = (actions as readonly Action[]).find((each) => each.id === id)
  return (
    <button
      type="button"
      aria-pressed={isOn(id, state)}
      disabled={!canRun(id, state)}
      onClick={() => {
        usePicture.setState({ open: null })
        runAction(id)
      }}
    >
      {action?.label}
      {isOn(id, state) && <Check size={14} />}
      {action?.key && <kbd>{keyLabel(action.key)}</kbd>}
    </button>
  )
}
