import type cytoscape from 'cytoscape'
import { select, useStore } from '../state/store.ts'
import { listenForLasso } from './lasso.ts'
import { usePicture } from './picture.ts'
import { pickWholeFrames } from './whole-frames.ts'

/**
 * What is picked is what Cytoscape has selected, so that dragging one drags all. One entity chosen elsewhere is picked here
 * too; of many picked none is the chosen one. Answers how to stop.
 */
export function followPicking(cy: cytoscape.Core, container: HTMLElement): () => void {
  let isAsked = false
  const take = () => {
    isAsked = false
    if (cy.destroyed()) return
    const nodes = cy.nodes(':selected')
    const picked = nodes.not('[?isGroup]').map((node) => node.id())
    const pickedGroups = nodes.filter('[?isGroup]').map((node) => node.id())
    usePicture.setState({ picked, pickedGroups })
    const { selected } = useStore.getState()
    if (
      picked.length + pickedGroups.length > 1 &&
      (selected?.kind === 'entity' || selected?.kind === 'relation')
    )
      select(null)
  }
  cy.on('select unselect remove', 'node', () => {
    if (!isAsked) queueMicrotask(take)
    isAsked = true
  })
  // Told of before what is within is selected.
  const endBox = () => void setTimeout(() => pickWholeFrames(cy))
  cy.on('boxend', endBox)
  const pick = (ids: readonly string[]) => {
    const wanted = ids.reduce(
      (all: cytoscape.Collection, id) => all.union(cy.getElementById(id)),
      cy.collection(),
    )
    cy.batch(() => {
      cy.nodes(':selected').not(wanted).unselect()
      wanted.select()
    })
  }
  const chosen = useStore.getState().selected
  if (chosen?.kind === 'entity') pick([chosen.id])
  const stops = [
    listenForLasso(cy, container),
    useStore.subscribe(({ selected }, last) => {
      if (selected !== last.selected && selected?.kind === 'entity') pick([selected.id])
    }),
    usePicture.subscribe(({ picked, pickedGroups }, last) => {
      if (picked === last.picked && pickedGroups === last.pickedGroups) return
      const now = new Set(cy.nodes(':selected').map((node) => node.id()))
      const wanted = [...picked, ...pickedGroups]
      if (wanted.length !== now.size || wanted.some((id) => !now.has(id))) pick(wanted)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

export const letGo = (): void =>
  usePicture.setState({ picked: [], pickedGroups: [], isLasso: false, between: null })
