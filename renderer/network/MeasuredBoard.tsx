import type cytoscape from 'cytoscape'
import { useEffect } from 'react'
import { useStore } from '../state/store.ts'
import { useMeasures } from './use-measures.ts'

/** Shows a measure at the nodes: betweenness by their size, communities by a ring of colour around them. */
export function MeasuredBoard({ cy }: { cy: cytoscape.Core }) {
  const measure = useStore((state) => state.measure)
  const measures = useMeasures(measure !== 'none')
  useEffect(() => {
    if (!measures || measure === 'none') return
    const css = getComputedStyle(document.documentElement)
    const most = Math.max(...[...measures.values()].map(({ betweenness }) => betweenness), 0)
    cy.batch(() => {
      for (const [id, { betweenness, community }] of measures) {
        const node = cy.getElementById(id)
        if (measure === 'betweenness') node.data('rank', most > 0 ? betweenness / most : 0)
        else if (community > 0 && community <= 8)
          node.data('community', css.getPropertyValue(`--tag-${community}`).trim())
      }
    })
    return () => {
      if (!cy.destroyed()) cy.batch(() => cy.nodes().removeData('rank community'))
    }
  }, [cy, measure, measures])
  return null
}
