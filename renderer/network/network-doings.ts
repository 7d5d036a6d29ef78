import type { networkActions } from '../../preload/contract/network-actions.ts'
import type { BoardLook } from '../../preload/contract/settings.ts'
import type { Doing } from '../actions/doing.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { type State, useStore } from '../state/store.ts'
import { type Alignment, align, distribute, type Placed, snapToGrid } from './align.ts'
import { boardCommands } from './board-commands.ts'
import { framingOf } from './groups.ts'
import type { LayoutKind } from './layout-ask.ts'
import { clearFilter, isNarrowed, type Picture, targets, usePicture } from './picture.ts'

type Id = (typeof networkActions)[number]['id']

const hasEntities = (state: State) => state.rows.entity.size > 0
const hasSeveral = (state: State) => state.rows.entity.size > 1
const isOnSome = () => targets().length > 0
/** With a frame around: what is picked moves with all that is in it. */
const picksAtLeast = (least: number) => () => placed().length >= least
const show = (picture: Partial<Picture>) => usePicture.setState(picture)

const arrange = (kind?: LayoutKind): Doing => ({ when: hasSeveral, run: () => boardCommands.arrange?.(kind) })
const lineUp = (to: Alignment): Doing => ({
  when: picksAtLeast(2),
  run: () => move(align(placed(), to), 'align'),
})
const space = (axis: 'x' | 'y'): Doing => ({
  when: picksAtLeast(3),
  run: () => move(distribute(placed(), axis), 'distribute'),
})
const around = (steps: number): Doing => ({
  when: isOnSome,
  isOn: () => usePicture.getState().around?.steps === steps,
  run: () => show({ around: { ids: targets(), steps } }),
})
/** Kept on this computer, for every case: how one likes to look at networks. */
const look = (to: Partial<BoardLook>): void => {
  useStore.setState(to)
  const { nodeSize, measure } = useStore.getState()
  void call('settings.board', { nodeSize, measure })
}
const nodeSize = (by: BoardLook['nodeSize']): Doing => ({
  when: hasEntities,
  isOn: (state) => state.nodeSize === by,
  run: () => look({ nodeSize: by }),
})

/** What each action on the network does, and when it can be done. */
export const networkDoings: Record<Id, Doing> = {
  'network.fit': { when: hasEntities, run: () => boardCommands.fitView?.() },
  'network.filter': { when: hasEntities, run: () => showNetwork({ open: 'filter' }) },
  'network.unfilter': { when: () => isNarrowed(usePicture.getState()), run: clearFilter },
  'network.table': {
    when: hasEntities,
    run: () => showNetwork({ isTable: !usePicture.getState().isTable }),
  },
  'network.strip': {
    when: hasEntities,
    run: () => showNetwork({ isStrip: !usePicture.getState().isStrip }),
  },
  'network.arrange': arrange(),
  'network.hierarchy': arrange('hierarchy'),
  'network.concentric': arrange('concentric'),
  'network.circle': arrange('circle'),
  'network.grid': arrange('grid'),
  'network.timeline': arrange('timeline'),
  'network.lasso': { when: hasSeveral, run: () => show({ isLasso: true }) },
  'network.pickAll': { when: hasEntities, run: () => boardCommands.pickAll?.() },
  'network.pin': { when: isOnSome, run: pin },
  'network.hide': { when: isOnSome, run: hide },
  'network.showHidden': { when: ({ rows }) => hiddenOf(rows).length > 0, run: showHidden },
  'network.group': {
    when: () => targets().length + usePicture.getState().pickedGroups.length > 0,
    run: () => show({ open: 'name-group' }),
  },
  'network.ungroup': { when: () => groups().length > 0, run: ungroup },
  'network.fold': { when: () => groups().length > 0, run: fold },
  'network.leaveGroup': { when: isInGroup, run: leaveGroup },
  'network.left': lineUp('left'),
  'network.centre': lineUp('centre'),
  'network.right': lineUp('right'),
  'network.top': lineUp('top'),
  'network.middle': lineUp('middle'),
  'network.bottom': lineUp('bottom'),
  'network.across': space('x'),
  'network.down': space('y'),
  'network.snap': { when: picksAtLeast(1), run: () => move(snapToGrid(placed()), 'snap') },
  'network.around1': around(1),
  'network.around2': around(2),
  'network.around3': around(3),
  'network.paths': {
    when: () => targets().length === 2,
    run: () => {
      const [from, to] = targets()
      if (from && to) show({ between: [from, to] })
    },
  },
  'network.looks': { run: () => useStore.setState({ open: { what: 'looks' } }) },
  'network.sizeFixed': nodeSize('fixed'),
  'network.sizeMentions': nodeSize('mentions'),
  'network.sizeRelations': nodeSize('relations'),
  'network.betweenness': nodeSize('betweenness'),
  'network.communities': {
    when: hasSeveral,
    isOn: (state) => state.measure === 'community',
    run: () => look({ measure: useStore.getState().measure === 'community' ? 'none' : 'community' }),
  },
  'network.keepView': { when: hasEntities, run: () => showNetwork({ open: 'name-view', isTable: false }) },
}

function showNetwork(picture: Partial<Picture>): void {
  useStore.setState(({ layout }) => ({ layout: layout === 'article' ? 'both' : layout }))
  show(picture)
}

const hiddenOf = ({ entity }: State['rows']): string[] =>
  [...entity.values()].filter(({ hidden }) => hidden).map(({ id }) => id)

/** Entities picked, also by the group around them, where they stand. */
function placed(): Placed[] {
  const { rows } = useStore.getState()
  const { frames } = framingOf(rows)
  const ids = new Set([...targets(), ...groups().flatMap((id) => frames.get(id)?.entityIds ?? [])])
  return [...ids].flatMap((id) => rows.entity.get(id) ?? [])
}

function groups(): string[] {
  const { boardGroup } = useStore.getState().rows
  return usePicture.getState().pickedGroups.filter((id) => boardGroup.has(id))
}

const move = (places: Placed[], reason: 'align' | 'distribute' | 'snap') =>
  call('entity.move', { moves: places.map(({ id, x, y }) => ({ entityId: id, x, y })), reason })

async function pin(): Promise<void> {
  const { entity } = useStore.getState().rows
  const entityIds = targets()
  const isPinned = entityIds.some((id) => !entity.get(id)?.pinned)
  await call('entity.pin', { entityIds, isPinned })
}

async function hide(): Promise<void> {
  const entityIds = targets()
  const { rows } = useStore.getState()
  const [first] = entityIds
  const isHidden = entityIds.some((id) => !rows.entity.get(id)?.hidden)
  const isDone = await call('entity.hide', { entityIds, isHidden })
  if (!isDone || !isHidden) return
  useStore.setState(({ selected }) => (selected?.kind === 'entity' ? { selected: null } : {}))
  show({ picked: [], pickedGroups: [] })
  const what =
    entityIds.length === 1 && first
      ? `“${rows.entity.get(first)?.name}” is`
      : `${entityIds.length} entities are`
  say({
    kind: 'done',
    key: 'hidden',
    text: `${what} hidden from the picture, and still in the case.`,
    undo: true,
  })
}

async function showHidden(): Promise<void> {
  await call('entity.hide', { entityIds: hiddenOf(useStore.getState().rows), isHidden: false })
}

async function ungroup(): Promise<void> {
  for (const groupId of groups()) await call('group.remove', { groupId })
}

async function fold(): Promise<void> {
  const { boardGroup } = useStore.getState().rows
  for (const groupId of groups())
    await call('group.fold', { groupId, isCollapsed: boardGroup.get(groupId)?.collapsed === 0 })
}

function isInGroup({ rows }: State): boolean {
  return (
    targets().some((id) => rows.entity.get(id)?.groupId) ||
    groups().some((id) => rows.boardGroup.get(id)?.parentId)
  )
}

async function leaveGroup(): Promise<void> {
  await call('group.put', { entityIds: targets(), groupIds: groups(), into: null })
}
