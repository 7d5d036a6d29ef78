import cytoscape from 'cytoscape'
import { remedies, speedUp } from '../../renderer/network/cytoscape-internals/remedies.ts'
import type { Renderer } from '../../renderer/network/cytoscape-internals/renderer.ts'

/** Runs in the page: the same picture twice, drawn by Cytoscape with the remedies and by Cytoscape as it is. */
export interface Twins {
  names: string[]
  /** `hidden`: a private name that the remedies shall not find. Answers which remedies are off. */
  make(options: { pixelRatio?: number; hidden?: string; grouped?: boolean }): string[]
  /** Changes both. */
  change(what: keyof typeof changes): void
  /** Where a node of one of the two is in the window. */
  place(twin: 'fast' | 'bare', id: string): { x: number; y: number }
  /**
   * How many of the points over the picture answer with other elements than bare Cytoscape's, and how many answer at all. Bare
   * Cytoscape goes through all its elements for a point: with 3 for `every`, a ninth of the points are asked.
   */
  hits(every?: number): Promise<{ differ: number; found: number }>
  /** How many pixels differ once both have nothing left to do, or, sooner, as soon as no more than `most` do. */
  differ(most?: number): Promise<number>
}

declare global {
  interface Window {
    twins: Twins
  }
}

const columns = 9
const iconOf = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9" fill="${color}"/></svg>`,
  )}`

const elements = (grouped: boolean): cytoscape.ElementDefinition[] => [
  ...(grouped ? [{ data: { id: 'group', label: 'Group' } }] : []),
  ...Array.from({ length: 72 }, (_, at) => ({
    data: {
      id: `n${at}`,
      label: `Name ${at}`,
      ...(grouped && at % columns < 2 && at < 27 ? { parent: 'group' } : {}),
    },
    position: { x: (at % columns) * 90 + (at % 4) * 9, y: Math.floor(at / columns) * 80 + (at % 3) * 11 },
    classes: at % 5 === 0 ? 'pictured' : '',
  })),
  ...Array.from({ length: 140 }, (_, at) => ({
    data: { id: `e${at}`, source: `n${at % 72}`, target: `n${(at * 7 + 5) % 72}`, label: `kind ${at % 6}` },
  })),
]

const style = [
  {
    selector: 'node',
    style: {
      width: 34,
      height: 34,
      label: 'data(label)',
      'font-size': 12,
      'text-valign': 'bottom',
      'text-outline-width': 2,
      'text-outline-color': '#fff',
      'background-color': '#9ab',
      'border-width': 2,
      'border-color': '#345',
    },
  },
  {
    selector: '.pictured',
    style: { 'background-image': iconOf('teal'), 'background-width': '60%', 'background-height': '60%' },
  },
  { selector: ':parent', style: { 'background-opacity': 0.3, padding: '12px' } },
  {
    selector: 'edge',
    style: {
      width: 1.5,
      label: 'data(label)',
      'font-size': 10,
      'curve-style': 'bezier',
      'target-arrow-shape': 'triangle',
      'line-color': '#888',
      'target-arrow-color': '#888',
    },
  },
  {
    selector: 'node.marked',
    style: { 'border-color': 'crimson', 'underlay-color': 'gold', 'underlay-opacity': 0.4 },
  },
  { selector: 'edge.marked', style: { 'line-color': 'crimson', width: 4 } },
  { selector: '.above', style: { 'z-index': 10, 'background-color': 'orange' } },
] as unknown as cytoscape.StylesheetJson

/** What Cytoscape calls on the element that the pointer presses: it draws an overlay over it while it is `:active`. */
interface Pressed {
  activate(): void
  unactivate(): void
}
const press = (cy: cytoscape.Core, ...ids: string[]) => {
  for (const id of ids) (cy.getElementById(id) as unknown as Pressed).activate()
}

const changes = {
  'a class of a node': (cy: cytoscape.Core) => void cy.getElementById('n40').toggleClass('marked'),
  'a class of an edge': (cy: cytoscape.Core) => void cy.getElementById('e40').toggleClass('marked'),
  'a name': (cy: cytoscape.Core) => void cy.getElementById('n33').data('label', 'Quite another name'),
  'an element more': (cy: cytoscape.Core) => {
    cy.add({ data: { id: 'new', label: 'New' }, position: { x: 330, y: 200 } })
    cy.add({ data: { id: 'newer', source: 'new', target: 'n5', label: 'new' } })
  },
  'an element less': (cy: cytoscape.Core) => void cy.getElementById('n50').remove(),
  'a move': (cy: cytoscape.Core) => void cy.getElementById('n42').position({ x: 250, y: 300 }),
  'a move within a group': (cy: cytoscape.Core) => void cy.getElementById('n0').position({ x: -60, y: -40 }),
  'another order': (cy: cytoscape.Core) => void cy.getElementById('n31').toggleClass('above'),
  'an image': (cy: cytoscape.Core) => void cy.getElementById('n34').toggleClass('pictured'),
  'an image still to be loaded': (cy: cytoscape.Core) =>
    void cy.getElementById('n35').style('background-image', iconOf('purple')),
  'a press': (cy: cytoscape.Core) => press(cy, 'n40', 'e41', 'group'),
  'a release': (cy: cytoscape.Core) =>
    void cy.elements(':active').forEach((element) => void (element as unknown as Pressed).unactivate()),
  'a hidden node': (cy: cytoscape.Core) => void cy.getElementById('n44').style('display', 'none'),
  'a choice': (cy: cytoscape.Core) => void cy.getElementById('n22').select(),
  'everything at once': (cy: cytoscape.Core) =>
    cy.batch(
      () => void cy.nodes().positions((node) => ({ x: node.position('y') * 1.1, y: node.position('x') })),
    ),
  'another view': (cy: cytoscape.Core) => void cy.viewport({ zoom: 0.7, pan: { x: 40, y: 60 } }),
  'a near view': (cy: cytoscape.Core) => void cy.viewport({ zoom: 3, pan: { x: -700, y: -500 } }),
}

let fast: cytoscape.Core
let bare: cytoscape.Core
let isPatched = true
const twins = () => [fast, bare]
const rendererOf = (cy: cytoscape.Core) => (cy as unknown as { renderer(): Renderer }).renderer()

window.twins = {
  names: [...new Set(Object.values(remedies).flatMap((needs) => needs.map(([path]) => path)))],
  make({ pixelRatio = 1, hidden, grouped = false }) {
    for (const cy of twins()) cy?.destroy()
    document.body.innerHTML = ''
    const [made, other] = [0, 1].map((at) => {
      const container = document.createElement('div')
      container.style.cssText = `position: absolute; width: 480px; height: 600px; left: ${at * 500}px; top: 0`
      document.body.append(container)
      const viewport = { zoom: 0.6, pan: { x: 20, y: 20 } }
      return cytoscape({
        container,
        elements: elements(grouped),
        style,
        pixelRatio,
        layout: { name: 'preset' },
        ...viewport,
      })
    })
    fast = made as cytoscape.Core
    bare = other as cytoscape.Core
    const renderer = rendererOf(fast)
    const { off } = speedUp(fast, hidden ? without(renderer, hidden) : renderer)
    isPatched = !off.patchedPicture
    return Object.keys(off)
  },
  change: (what) => twins().forEach(changes[what]),
  place(twin, id) {
    const cy = twin === 'fast' ? fast : bare
    const { x, y } = cy.getElementById(id).renderedPosition()
    const { left, top } = (cy.container() as HTMLElement).getBoundingClientRect()
    return { x: left + x, y: top + y }
  },
  async hits(every = 1) {
    // Where edges lie is worked out when they are drawn.
    await nextFrame()
    let differ = 0
    let found = 0
    for (let x = -80; x < 800; x += 26 * every)
      for (let y = -60; y < 760; y += 34 * every) {
        const [a, b] = twins().map((cy) =>
          rendererOf(cy)
            .findNearestElements(x, y, true, false)
            .map((element) => element.id())
            .join(),
        )
        if (a !== b) differ++
        if (b) found++
      }
    return { differ, found }
  },
  async differ(most = 0) {
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
    let count = Number.POSITIVE_INFINITY
    const latest = performance.now() + 30_000
    // Bare Cytoscape begins its bitmap at a drawing that is a quarter of a second after a change, and shows it at the next.
    for (let equal = 0; equal < 2 && performance.now() < latest; ) {
      await wait(60)
      if (isPatched) {
        drawBitmap(bare)
        bare.forceRender()
      }
      await nextFrame()
      const [a, b] = twins().map(pixelsOf) as [Uint32Array, Uint32Array]
      count = a.reduce((sum, pixel, at) => sum + (pixel === b[at] ? 0 : 1), 0)
      equal = count <= most && (!isPatched || twins().every(hasBitmap)) ? equal + 1 : 0
    }
    return count
  },
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

/** Cytoscape makes its bitmap in free time only, of which a busy machine has none. */
function drawBitmap(cy: cytoscape.Core): void {
  const cache = rendererOf(cy).data.lyrTxrCache
  while (cache.dequeue(rendererOf(cy).getPixelRatio()).length > 0);
}

/** Whether the bitmap that Cytoscape makes in its free time is whole, where it makes one: not of groups, nor very near. */
function hasBitmap(cy: cytoscape.Core): boolean {
  const { data } = rendererOf(cy)
  const level = Math.ceil(Math.log2(cy.zoom() * rendererOf(cy).getPixelRatio()))
  if (cy.nodes(':parent').nonempty()) return true
  return level > 2 || data.lyrTxrCache.levelIsComplete(level, rendererOf(cy).getCachedZSortedEles().nondrag)
}

function pixelsOf(cy: cytoscape.Core): Uint32Array {
  const layers = [...(cy.container() as HTMLElement).querySelectorAll('canvas')]
  const { width, height } = layers[0] as HTMLCanvasElement
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  for (const layer of layers.sort((a, b) => Number(a.style.zIndex) - Number(b.style.zIndex)))
    context.drawImage(layer, 0, 0)
  return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)
}

/** The renderer as the remedies would see it after an update that renamed one of its names. */
function without(renderer: Renderer, path: string): Renderer {
  const [name, ...rest] = path.split('.')
  return new Proxy(renderer, {
    get: (target, key) => {
      const value = Reflect.get(target, key) as unknown
      if (key !== name) return typeof value === 'function' ? value.bind(target) : value
      return rest.length === 0 ? undefined : without(value as Renderer, rest.join('.'))
    },
  })
}
