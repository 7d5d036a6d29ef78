import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Grid3x3,
  X,
} from 'lucide-react'
import { type ActionId, actions } from '../../preload/contract/actions.ts'
import { canRun, runAction } from '../actions/run.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { excerpt } from '../ui/excerpt.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { NameField } from './NameField.tsx'
import { letGo } from './picking.ts'
import { usePicture } from './picture.ts'

const lines = [
  ['network.left', AlignStartVertical],
  ['network.centre', AlignCenterVertical],
  ['network.right', AlignEndVertical],
  ['network.top', AlignStartHorizontal],
  ['network.middle', AlignCenterHorizontal],
  ['network.bottom', AlignEndHorizontal],
  ['network.across', AlignHorizontalSpaceBetween],
  ['network.down', AlignVerticalSpaceBetween],
  ['network.snap', Grid3x3],
] as const
const shapes = [
  ['network.arrange', 'Organic'],
  ['network.hierarchy', 'Hierarchy'],
  ['network.concentric', 'Rings'],
  ['network.circle', 'Circle'],
  ['network.grid', 'Rows'],
  ['network.timeline', 'By date'],
] as const
const others = [
  ['network.group', 'Group…'],
  ['network.ungroup', 'Ungroup'],
  ['network.fold', 'Collapse or expand'],
  ['network.leaveGroup', 'Take out of group'],
  ['network.pin', 'Pin or unpin'],
  ['network.hide', 'Hide'],
  ['network.paths', 'Ways between'],
  ['network.around1', 'Only neighbours'],
] as const

const labelOf = (id: ActionId) => actions.find((action) => action.id === id)?.label ?? id

/** What can be done with many nodes at once, or with a group. */
export function ManyPanel() {
  const state = useStore()
  const { picked, pickedGroups } = usePicture()
  const group = pickedGroups[0] && state.rows.boardGroup.get(pickedGroups[0])
  const isGroup = picked.length === 0 && pickedGroups.length === 1 && group
  const title = isGroup ? group.name : `${picked.length + pickedGroups.length} picked`
  const into = picked.length > 0 && pickedGroups.length === 1 ? group : null
  const words = (items: readonly (readonly [ActionId, string])[]) =>
    items
      .filter(([id]) => canRun(id, state))
      .map(([id, label]) => (
        <button key={id} type="button" className="button small" onClick={() => runAction(id)}>
          {label}
        </button>
      ))
  return (
    <section className="inspector" aria-label={title}>
      <header>
        <div>
          {isGroup ? (
            <NameField
              label="Name of the group"
              name={group.name}
              onName={(name) => call('group.rename', { groupId: group.id, name })}
            />
          ) : (
            <b>{title}</b>
          )}
          {isGroup && <small>group</small>}
        </div>
        <IconButton label="Let go" onClick={letGo}>
          <X size={14} />
        </IconButton>
      </header>
      <div className="many">
        {words(others)}
        {into && (
          <button
            type="button"
            className="button small"
            onClick={() => call('group.put', { entityIds: [...picked], groupIds: [], into: into.id })}
          >
            <span>
              Put into <bdi>{excerpt(into.name, 18)}</bdi>
            </span>
          </button>
        )}
      </div>
      <h3>Line up</h3>
      <div className="lines-up">
        {lines.map(([id, Icon]) => (
          <button
            key={id}
            type="button"
            className="icon"
            aria-label={labelOf(id)}
            title={labelOf(id)}
            disabled={!canRun(id, state)}
            onClick={() => runAction(id)}
          >
            <Icon size={15} />
          </button>
        ))}
      </div>
      <h3>Arrange these</h3>
      <div className="many">{words(shapes)}</div>
    </section>
  )
}
