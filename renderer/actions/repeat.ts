import { type Action, actions } from '../../preload/contract/actions.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import { call } from '../state/client.ts'
import { passageOf } from '../state/select.ts'
import { type State, select, useStore } from '../state/store.ts'

/** What the last passage was tagged with or marked as, as long as that is in the case. */
function lastDone({ rows, repeat: last }: State): { name: string; verb: string } | null {
  if (!last) return null
  const row = 'tagId' in last ? rows.tag.get(last.tagId) : rows.entity.get(last.entityId)
  return row ? { name: onOneLine(row.name), verb: 'tagId' in last ? 'Tag with' : 'Mark as' } : null
}

export const canRepeat = (state: State): boolean =>
  passageOf(state.selected) !== null && lastDone(state) !== null

/** Does to the selected passage what was done to the last one. */
export async function repeat(): Promise<void> {
  const { selected, repeat: last } = useStore.getState()
  const passage = passageOf(selected)
  if (!passage || !last) return
  const done =
    'tagId' in last
      ? await call('annotate.tag', { passage, tag: { id: last.tagId } })
      : await call('mention.mark', { passage, entity: { id: last.entityId } })
  if (done) select({ kind: 'annotation', id: done.annotationId })
}

/** An action's name as it is now: what Enter repeats is named. */
export function labelNow(action: Action, state: State): string {
  const last = action.id === 'passage.repeat' ? lastDone(state) : null
  return last ? `Repeat: ${last.verb} “${last.name}”` : action.label
}

/** What a passage can be asked to do, in the menu's order. */
export const passageMenu = (actions as readonly Action[]).filter(({ menu }) => menu === 'Passage')
