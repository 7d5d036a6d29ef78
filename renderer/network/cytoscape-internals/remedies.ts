import type cytoscape from 'cytoscape'
import { ElementIndex } from './element-index.ts'
import { hitTestNeeds, narrowHitTest } from './hit-test.ts'
import { PatchedPicture, patchedPictureNeeds } from './patched-picture.ts'
import { quietDrag, quietDragNeeds } from './quiet-drag.ts'
import { missingOf, type Need, type Renderer } from './renderer.ts'
import { hideSelectLayer, selectLayerNeeds } from './select-layer.ts'

/** Each remedy with the private names of Cytoscape it needs. Where one is missing the board does without that remedy. */
export const remedies = {
  hitTest: [...ElementIndex.needs, ...hitTestNeeds],
  quietDrag: quietDragNeeds,
  patchedPicture: [...ElementIndex.needs, ...patchedPictureNeeds],
  selectLayer: selectLayerNeeds,
} satisfies Record<string, readonly Need[]>
export type Remedy = keyof typeof remedies

export interface Speed {
  /** Remedies that are off, each with the names that are missing. */
  off: Partial<Record<Remedy, string[]>>
  /** Changes that follow are not drawn, until `show`: for many that come in slices. */
  hold(): void
  show(): void
}

/**
 * Makes a board fast by reaching into Cytoscape's renderer, which has no public way to it. After an update that renamed
 * something, the remedy that needs it is off and everything works as Cytoscape does it.
 */
export function speedUp(cy: cytoscape.Core, renderer = rendererOf(cy)): Speed {
  const off: Speed['off'] = {}
  const can = (remedy: Remedy) => {
    const missing = renderer ? missingOf(renderer, remedies[remedy]) : ['renderer']
    if (missing.length > 0) off[remedy] = missing
    return missing.length === 0
  }
  const [hitTest, drag, picture] = [can('hitTest'), can('quietDrag'), can('patchedPicture')]
  const select = can('selectLayer')
  const still: Speed = { off, hold: () => {}, show: () => {} }
  if (!renderer) return still
  const index = hitTest || picture ? new ElementIndex(renderer) : null
  if (index && hitTest) narrowHitTest(cy, renderer, index)
  const patched = index && picture ? new PatchedPicture(cy, renderer, index) : null
  if (drag) quietDrag(cy, renderer)
  if (select) hideSelectLayer(cy, renderer)
  if (Object.keys(off).length > 0)
    console.warn('Cytoscape was updated, the board is slower than it could be:', off)
  return patched ? { off, hold: () => patched.hold(), show: () => patched.show() } : still
}

function rendererOf(cy: cytoscape.Core): Renderer | null {
  return (cy as unknown as { renderer?(): Renderer }).renderer?.() ?? null
}
