import type cytoscape from 'cytoscape'
import { useEffect } from 'react'
import { useStore } from '../state/store.ts'
import { useMeasures } from './use-measures.ts'

/** Shows a measure at the nodes: betweenness by their size, communities by a ring of colour around them. */
export function MeasuredBoard({ cy }: { cy: cytoscape.Core }) {
  const isSized = useStore((state) => state.nodeSize === 'betweenness')
  const isRinged = useStore((state) => state.measure === 'community')
  const measures = useMeasures(isSized || isRinged)
  useEffect(() => {
    if (!measures) return
    const css = getComputedStyle(document.documentElement)
    const most = Math.max(...[...measures.values()].map(({ betweenness }) => betweenness), 0)
    cy.batch(() => {
      for (const [id, { betweenness, community }] of measures) {
        const node = cy.getElementById(id)
        if (isSized) node.data('rank', most > 0 ? betweenness / most : 0).addClass('ranked')
        if (isRinged && community > 0 && community <= 8)
          node.data('community', css.getPropertyValue(`--tag-${community}`).trim()).addClass('ringed')
      }
    })
    return () => {
      if (!cy.destroyed()) cy.batch(() => cy.nodes().removeClass('ranked ringed'))
    }
  }, [cy, isSized, isRinged, measures])
  return null
}
