import type cytoscape from 'cytoscape'
import type { commonKinds } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { relationsByEntity } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { type Arranging, arrange } from './arrange.ts'
import { boardCommands } from './board-commands.ts'
import { movesOf } from './board-frames.ts'
import { fitView } from './board-view.ts'
import { daysNamed } from './dates-span.ts'
import type { LayoutKind } from './layout-ask.ts'
import type { Moves } from './moves.ts'

/** Lets actions ask this board for layouts and views. Answers how to stop. */
export function commandBoard(cy: cytoscape.Core, moves: Moves): () => void {
  let arranging: Arranging | null = null
  const start = async (kind: LayoutKind) => {
    const picked = pickedNodes(cy)
    const only = picked.length > 1 ? picked : null
    arranging = arrange(cy, {
      ...{ kind, only, isUpward },
      dayOf: kind === 'timeline' ? dayOf : () => null,
    })
    useStore.setState({ arranging: true })
    const places = await arranging.places.catch(() => {
      say({ kind: 'trouble', text: 'The network could not be arranged. Nothing was moved.' })
      return null
    })
    arranging = null
    useStore.setState({ arranging: false })
    if (!places || cy.destroyed()) return
    // What was deleted meanwhile has no place any more.
    const moved = movesOf(useStore.getState().rows, cy, places)
    if (moved.length === 0) return
    await call('entity.move', { moves: moved, reason: 'arrange' })
    await moves.done()
    if (!cy.destroyed() && !only) fitView(cy)
  }
  boardCommands.drawn = cy
  boardCommands.fitView = () => fitView(cy, true)
  boardCommands.arrange = (kind = 'organic') => (arranging ? arranging.stop() : void start(kind))
  boardCommands.view = () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } })
  boardCommands.setView = async (view) => {
    await moves.done()
    if (!cy.destroyed()) cy.viewport(view)
  }
  boardCommands.pickAll = () => cy.nodes(':visible').not(':parent').select()
  return () => {
    for (const name of Object.keys(boardCommands) as (keyof typeof boardCommands)[])
      delete boardCommands[name]
    arranging?.stop()
  }
}

/** With what stands in picked frames; of one frame that is picked alone, what stands in it. */
function pickedNodes(cy: cytoscape.Core): cytoscape.NodeCollection {
  const picked = cy.nodes(':selected')
  const within = picked.descendants()
  return (picked.length === 1 ? within : picked.union(within)) as cytoscape.NodeCollection
}

const upward = ['member of', 'part of'] satisfies (typeof commonKinds)[number][] as string[]

const isUpward = (relationId: string): boolean =>
  upward.includes(useStore.getState().rows.relation.get(relationId)?.kind ?? '')

/** The first day that an entity's own dates name, or else those of its relations, whatever goes on after it. */
function dayOf(id: string): number | null {
  const { rows } = useStore.getState()
  const entity = rows.entity.get(id)
  const own = entity && daysNamed(entity)
  if (own) return own.from
  const days = (relationsByEntity(rows).get(id) ?? []).flatMap((relation) => daysNamed(relation)?.from ?? [])
  return days.length > 0 ? Math.min(...days) : null
}
