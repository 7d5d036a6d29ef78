import type cytoscape from 'cytoscape'
import { type Rows, useStore } from '../state/store.ts'
import { endsOf } from './board-frames.ts'
import type { Shown } from './filter.ts'
import { framingOf } from './groups.ts'
import { isNarrowed, shownNow, usePicture } from './picture.ts'

const shownLast = new WeakMap<cytoscape.Core, Shown | null>()

/** Takes out of sight what the filter leaves out. Where nothing ever was left out, it costs nothing. */
export function showPicture(cy: cytoscape.Core): void {
  const { rows } = useStore.getState()
  const picture = usePicture.getState()
  const isHiding = [...rows.entity.values()].some(({ hidden }) => hidden)
  const isAll = !isNarrowed(picture) && !isHiding && rows.boardGroup.size === 0
  if (isAll && !shownLast.get(cy)) return
  const shown = shownNow(rows, picture)
  showOnly(cy, rows, shown)
  shownLast.set(cy, isAll ? null : shown)
}

/** Takes out of sight what the filter leaves out and what a collapsed group stands for. Nothing left out is null. */
function showOnly(cy: cytoscape.Core, rows: Rows, shown: Shown | null): void {
  const framing = framingOf(rows)
  const put = (element: cytoscape.SingularElementArgument, isShown: boolean) => {
    if (element.hasClass('out') === isShown) element.toggleClass('out', !isShown)
  }
  cy.batch(() => {
    for (const element of cy.elements()) {
      const id = element.id()
      const frame = framing.frames.get(id)
      if (frame) put(element, !shown || frame.entityIds.some((entityId) => shown.entities.has(entityId)))
      else if (element.isNode())
        put(element, (!shown || shown.entities.has(id)) && framing.standIn(id) === id)
      else {
        const row = rows.relation.get(id)
        const { source, target } = row ? endsOf(row, rows) : { source: '', target: '' }
        const isFolded = source === target && source !== row?.fromId
        put(element, (!shown || shown.relations.has(id)) && !isFolded)
      }
    }
  })
}
