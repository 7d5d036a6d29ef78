import { MultiDirectedGraph } from 'graphology'
import Sigma, { DEFAULT_STYLES } from 'sigma'
import { extremityArrow, layerFill, pathLine, sdfCircle } from 'sigma/rendering'
import { graphOf } from './graph.ts'
import { nextFrames } from './peer.ts'

// Sigma as its own documentation draws and drags: discs in one colour, straight arrows, all names and kinds written.
let graph: MultiDirectedGraph
let sigma: Sigma

window.peer = {
  async open(nodes, shape) {
    const { entities, relations } = graphOf(nodes, shape)
    graph = new MultiDirectedGraph()
    for (const { id, name, x, y } of entities) graph.addNode(id, { label: name, x, y: -y })
    for (const { id, fromId, toId, kind } of relations)
      graph.addEdgeWithKey(id, fromId, toId, { label: kind })
    const written = { labelVisibility: 'visible', labelSize: 12 } as const
    sigma = new Sigma(graph, document.getElementById('board') as HTMLElement, {
      settings: {
        ...{ renderEdgeLabels: true, enableNodeDrag: true, autoRescale: 'once', stagePadding: 40 },
        ...{ itemSizesReference: 'positions', labelRenderedSizeThreshold: 0 },
      },
      primitives: {
        nodes: { shapes: [sdfCircle()], layers: [layerFill()] },
        edges: { paths: [pathLine()], extremities: [extremityArrow()] },
      },
      styles: {
        nodes: [
          DEFAULT_STYLES.nodes,
          {
            ...{ size: 22, color: '#99aabb', ...written, backdropColor: '#2f5bd724', backdropPadding: 6 },
            backdropVisibility: (_node, { isHighlighted }) => (isHighlighted ? 'visible' : 'hidden'),
          },
        ],
        edges: [DEFAULT_STYLES.edges, { size: 1.5, color: '#888888', head: 'arrow', ...written }],
      },
    })
    let lit: string[] = []
    const light = (nodes: string[]) => {
      sigma.setNodesState(lit, { isHighlighted: false })
      lit = nodes
      sigma.setNodesState(lit, { isHighlighted: true })
    }
    sigma.on('enterNode', ({ node }) => light([node, ...graph.neighbors(node)]))
    sigma.on('leaveNode', () => light([]))
    await nextFrames()
  },
  place(index) {
    const { x, y } = graph.getNodeAttributes(`n${index}`) as { x: number; y: number }
    const at = sigma.graphToViewport({ x, y })
    const { left, top } = sigma.getContainer().getBoundingClientRect()
    return { x: left + at.x, y: top + at.y }
  },
  patch: (round) => graph.setNodeAttribute(`n${(round * 37) % graph.order}`, 'label', `Changed ${round}`),
}
