import type { Patch } from '../../../preload/contract/patch.ts'
import { makeBoard } from '../../../renderer/network/board.ts'
import { boardCommands } from '../../../renderer/network/board-commands.ts'
import { noRows, useStore } from '../../../renderer/state/store.ts'
import { listen } from '../../../renderer/state/sync.ts'
import { type Graph, graphOf } from './graph.ts'
import { legibleAtAnyZoom } from './labels.ts'
import { nextFrames, place } from './peer.ts'

let push: (patch: Patch) => void = () => {}
let arranged: () => void = () => {}
const info = { undo: null } as unknown as Patch['info']

// The main process's part: what the board asks of the case comes back as a patch.
window.ligature = new Proxy({} as Window['ligature'], {
  get: (_, name) => {
    if (name === 'on')
      return (what: string, hear: (patch: Patch) => void) => {
        if (what === 'patch') push = hear
        return () => {}
      }
    return async (input: { moves: { entityId: string; x: number; y: number }[] }) => {
      if (name !== 'entity.move') return { ok: false, trouble: { message: '', advice: '' } }
      const { entity } = useStore.getState().rows
      const changes = input.moves.flatMap(({ entityId, x, y }) => {
        const row = entity.get(entityId)
        return row ? [{ table: 'entity' as const, id: entityId, row: { ...row, x, y } }] : []
      })
      push({ label: '', changes, info })
      setTimeout(() => arranged())
      return { ok: true, value: undefined }
    }
  },
})
listen()

let graph: Graph
let board: ReturnType<typeof makeBoard>
const container = document.getElementById('board') as HTMLElement

window.peer = {
  async open(nodes, shape) {
    graph = graphOf(nodes, shape)
    const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
    useStore.setState({
      info,
      rows: {
        ...noRows,
        entity: byId(graph.entities),
        relation: byId(graph.relations),
        evidence: byId(graph.evidence),
      },
    })
    board = makeBoard(container)
    await nextFrames()
    legibleAtAnyZoom(board.cy)
  },
  place: (index) => place(board.cy, index),
  patch(round) {
    const entity = graph.entities[(round * 37) % graph.entities.length]
    if (!entity) return
    const row = { ...entity, name: `Changed ${round}` }
    push({ label: '', changes: [{ table: 'entity', id: row.id, row }], info })
  },
  arrange: () =>
    new Promise((done) => {
      arranged = () => void nextFrames().then(done)
      boardCommands.arrange?.()
    }),
}
