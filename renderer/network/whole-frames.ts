import type cytoscape from 'cytoscape'

/** A frame of which a box or a lasso took all that is seen is picked itself, so that to group it keeps it. */
export function pickWholeFrames(cy: cytoscape.Core): void {
  if (cy.destroyed()) return
  cy.batch(() => {
    // From within, so that a frame around whole frames is whole too.
    const byDepth = cy
      .nodes(':parent:visible')
      .toArray()
      .sort((a, b) => b.parents().length - a.parents().length) as cytoscape.NodeSingular[]
    for (const frame of byDepth)
      if (frame.children(':visible').nonempty() && frame.children(':visible:unselected').empty()) {
        frame.children().unselect()
        frame.select()
      }
  })
}
