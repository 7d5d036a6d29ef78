import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntityTypeRow, RelationKindRow } from '../../preload/contract/board.ts'
import { Name } from '../../preload/contract/call.ts'
import { dateHows, endsBeforeItStarts, noPeriod, type Period } from '../../preload/contract/dates.ts'
import { kindLines, shapes, typeIcons } from '../../preload/contract/looks.ts'
import { bases, entityTypes } from '../../preload/contract/network.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { allKinds, allTypes, insertType, putKind } from '../case-file/looks.ts'
import { allEntities, allGroups } from '../case-file/network-rows.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { networkAsCsv } from '../export/network/csv.ts'
import { networkAsCytoscape } from '../export/network/cytoscape.ts'
import { networkAsGexf } from '../export/network/gexf.ts'
import { type NetworkGraph, networkGraph } from '../export/network/graph.ts'
import { networkAsGraphml } from '../export/network/graphml.ts'
import { decode } from '../import/decode.ts'
import type { Network } from '../import/network/network.ts'
import { readAs, readNetwork } from '../import/network/network-file.ts'
import { soundNetwork } from '../import/network/sound-network.ts'
import { addPlanned, planNetwork } from './add-network.ts'

let folder = ''
let one: OpenCase
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-exchange-'))
  one = openCase(join(folder, 'case.ligature'), { create: true })
})
afterAll(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

function clear(db: WriteCase): void {
  for (const table of ['relation', 'entity', 'boardGroup', 'entityType', 'relationKind'])
    db.run({ text: `DELETE FROM ${table}`, values: [] })
}
/** Runs what `doing` does in an empty case, in a step of its own. */
function inEmptyCase<Value>(doing: (db: WriteCase) => Value): Value {
  return one.step((db) => {
    clear(db)
    return { label: 'Try', value: doing(db) }
  }).value
}
function read(...files: [string, string | Uint8Array][]): Promise<Network> {
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return readNetwork(files.map(([name]) => join(folder, name)))
}

const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', "'=x", 'a,"b"; c', '<&>]]>', 'تنظيم الدولة', 'שלום', '-5', 'true', '🏳️‍🌈 "x"'),
  )
  .filter((name) => Name.safeParse(name).success)
  .map((name) => Name.parse(name))
const anyPeriod: fc.Arbitrary<Period> = fc
  .record({
    startOn: fc.constantFrom('', '2023', '2024-02', '2024-02-29'),
    startHow: fc.constantFrom(...dateHows),
    endOn: fc.constantFrom('', '2024', '2024-03', '2024-03-01'),
    endHow: fc.constantFrom(...dateHows),
  })
  .filter((period) => !endsBeforeItStarts(period))
const anyPlace = fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100 || 0)

/** A network as a case can hold it, with all that a name or a description can be, loops, and several between the same two. */
const anyNetwork: fc.Arbitrary<Network> = fc
  .record({
    nodes: fc.array(
      fc.record({
        name: anyName,
        type: fc.oneof(fc.constantFrom(...entityTypes), fc.constantFrom('Ship', 'قارب', '=Cell & "co"')),
        look: fc.option(
          fc.record({
            ...{ shape: fc.constantFrom(...shapes), icon: fc.constantFrom(...typeIcons) },
            color: fc.integer({ min: 1, max: 8 }),
          }),
        ),
        aliases: fc.array(anyName, { maxLength: 3 }),
        description: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }).map((words) => words.toWellFormed()),
          fc.constantFrom('one\r\ntwo\n\tthree\rfour', ' =1 ', '\u0000\u0001]]>', '\uffff'),
        ),
        period: anyPeriod,
        place: fc.record({ x: anyPlace, y: anyPlace }),
        pinned: fc.boolean(),
        hidden: fc.boolean(),
        group: fc.array(fc.constantFrom('North', 'حلقة', 'a/b "c"'), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        kind: fc.oneof(anyName, fc.constantFrom('attacked', 'member of', 'directed')),
        look: fc.option(
          fc.record({
            ...{ color: fc.nat(8), line: fc.constantFrom(...kindLines), arrow: fc.boolean() },
          }),
        ),
        basis: fc.constantFrom(...bases),
        period: anyPeriod,
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ nodes, edges }) => ({
    nodes: nodes.map(({ period, ...node }) => ({ id: null, ...node, ...period })),
    edges: edges.map(({ period, from, to, ...edge }) => ({
      ...{ id: null, ...edge, ...period },
      ...{ from: from % nodes.length, to: to % nodes.length },
    })),
    notices: [],
  }))

type Files = { file: string; text: string }[]
const formats: [string, (graph: NetworkGraph) => Files][] = [
  ['GraphML', (graph) => [{ file: 'n.graphml', text: networkAsGraphml(graph) }]],
  ['GEXF', (graph) => [{ file: 'n.gexf', text: networkAsGexf(graph) }]],
  ['Cytoscape JSON', (graph) => [{ file: 'n.cyjs', text: networkAsCytoscape(graph) }]],
  [
    'two tables',
    (graph) => {
      const { nodes, edges } = networkAsCsv(graph)
      return [
        { file: 'n-edges.csv', text: edges },
        { file: 'n-nodes.csv', text: nodes },
      ]
    },
  ],
]
/** As from the disk. */
const decoded = (files: Files): Files =>
  files.map(({ file, text }) => ({ file, text: decode(Buffer.from(text)).text }))

describe('a network that goes out, into an empty case and out again is the same byte for byte', () => {
  test.each(formats)('as %s', (_, write) => {
    one.step((db) => {
      fc.assert(
        fc.property(anyNetwork, (network) => {
          clear(db)
          addPlanned(db, 'n', network)
          const first = write(networkGraph(db, 'Case', false))
          clear(db)
          const again = addPlanned(db, 'n', soundNetwork(readAs(decoded(first)), 'n'))
          expect(again.value).toEqual({ entities: network.nodes.length, relations: network.edges.length })
          expect(write(networkGraph(db, 'Case', false))).toEqual(first)
        }),
        { numRuns: 100 },
      )
      return { label: 'Out and in', value: undefined }
    })
  })
})

describe('how one’s own types and kinds are drawn', () => {
  const ship = { name: 'Ship', shape: 'star', icon: 'ship', color: 3 } as const
  const sank = { name: 'sank', color: 5, line: 'double', directed: 0 } as const
  const look = ({ name, shape, icon, color }: EntityTypeRow) => ({ name, shape, icon, color })
  const line = ({ name, color, line, directed }: RelationKindRow) => ({ name, color, line, directed })
  const drawn = (write: (graph: NetworkGraph) => Files): Network => {
    const files = inEmptyCase((db) => {
      insertType(db, ship)
      putKind(db, sank)
      const node = { ...noPeriod, look: null, aliases: [], description: '', pinned: false, hidden: false }
      addPlanned(db, 'n', {
        nodes: [
          { ...node, id: null, name: 'Aurora', type: 'Ship', place: { x: 0, y: 0 }, group: [] },
          { ...node, id: null, name: 'Lume', type: 'place', place: { x: 9, y: 0 }, group: [] },
        ],
        edges: [
          { ...noPeriod, id: null, from: 0, to: 0, kind: 'sank', look: null, basis: 'stated' },
          { ...noPeriod, id: null, from: 0, to: 1, kind: 'met', look: null, basis: 'stated' },
        ],
        notices: [],
      })
      return write(networkGraph(db, 'Case', true))
    })
    return soundNetwork(readAs(decoded(files)), 'n')
  }

  test.each(formats)('comes along as %s, and is listed before it is added', (_, write) => {
    const network = drawn(write)
    expect(network.notices).toEqual([])
    inEmptyCase((db) => {
      const plan = planNetwork(db, network)
      expect([...plan.types.keys(), ...plan.kinds.keys()]).toEqual(['Ship', 'sank'])
      addPlanned(db, 'n', network)
      expect(allTypes(db).map(look)).toEqual([ship])
      expect(allKinds(db).map(line)).toEqual([sank])
    })
  })

  test('stays as a case has it already, and a look that there is not is none', () => {
    const network = drawn((graph) => [
      { file: 'n.graphml', text: networkAsGraphml(graph).replace('>double<', '>wavy<') },
    ])
    inEmptyCase((db) => {
      insertType(db, { ...ship, name: 'ship', color: 8 })
      const plan = planNetwork(db, network)
      expect([...plan.types.keys(), ...plan.kinds.keys()]).toEqual(['sank'])
      addPlanned(db, 'n', network)
      expect(allTypes(db).map(look)).toEqual([{ ...ship, name: 'ship', color: 8 }])
      expect(allKinds(db)).toEqual([])
      expect(allEntities(db).map(({ type }) => type)).toEqual(['ship', 'place'])
    })
  })
})

const nodesTable = 'id,label,type,x,y\n1,Amir,person,0,0\n2,Kerman,Place,100,50\n3,Convoy 7,Convoy,,\n'
const edgesTable =
  'Source,Target,Type,Label,startOn\n1,2,Directed,visited,2024-01\n1,1,Directed,met,\n1,2,Directed,,\n'

describe('a network of another program', () => {
  test('comes in from two tables, with types of its own made and what has no place put beside the rest', async () => {
    const network = await read(['n.csv', nodesTable], ['e.csv', edgesTable])
    inEmptyCase((db) => {
      expect(addPlanned(db, 'n.csv', network)).toEqual({
        label: 'Import network “n.csv”',
        value: { entities: 3, relations: 3 },
      })
      const graph = networkGraph(db, 'Case', true)
      expect(graph.nodes.map(({ name, type, x, y }) => [name, type, x, y])).toEqual([
        ['Amir', 'person', 0, 0],
        ['Kerman', 'place', 100, 50],
        ['Convoy 7', 'Convoy', expect.any(Number), expect.any(Number)],
      ])
      expect(graph.edges.map(({ kind, basis, startOn }) => [kind, basis, startOn])).toEqual([
        ['visited', 'assumed', '2024-01'],
        ['met', 'assumed', ''],
        ['related to', 'assumed', ''],
      ])
      // Once more: all of it is there already, by name and type, whatever the file calls it.
      const plan = planNetwork(db, network)
      expect(plan.entities.every(({ known }) => known !== null)).toBe(true)
      expect(plan.relations.every(({ isKnown }) => isKnown)).toBe(true)
      expect(plan.types.size).toBe(0)
    })
    expect(network.notices).toEqual(['3 relations without a basis will count as assumed.'])
  })

  test('comes in from a table of relations alone, from a spreadsheet that writes semicolons', async () => {
    const { nodes, edges } = await read(['e.csv', 'from;to;relation\nAmir;Kerman;visited\nAmir;Zahra;met\n'])
    expect(nodes.map(({ name }) => name)).toEqual(['Amir', 'Kerman', 'Zahra'])
    expect(edges).toMatchObject([
      { from: 0, to: 1, kind: 'visited' },
      { from: 0, to: 2, kind: 'met' },
    ])
  })

  test('comes in from yEd, with the names that it draws', async () => {
    const network = await read([
      'yed.graphml',
      `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key id="d7" for="node" attr.name="weight"><default>1</default></key>
      <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="10" y="20.5"/>
      <y:NodeLabel>Amir</y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
      <edge source="n0" target="n1"><data key="d9"><y:EdgeLabel>leads</y:EdgeLabel></data></edge></graph></graphml>`,
    ])
    expect(network.nodes).toMatchObject([{ name: 'Amir', place: { x: 10, y: 20.5 } }, { name: 'n1' }])
    expect(network.edges).toMatchObject([{ from: 0, to: 1, kind: 'leads' }])
    expect(network.notices[0]).toContain('“weight”')
  })

  test('comes in from Gephi right side up, and from Cytoscape.js with compound nodes as groups', async () => {
    const gephi = await read([
      'g.gexf',
      `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"><graph mode="dynamic" timeformat="date">
      <attributes class="node"><attribute id="0" title="Category" type="string"/></attributes>
      <nodes><node id="a" label="Raid" start="2024-01-03T00:00:00"><attvalues><attvalue for="0" value="event"/></attvalues>
      <viz:position x="1" y="2"/></node></nodes></graph></gexf>`,
    ])
    expect(gephi.nodes).toMatchObject([
      { name: 'Raid', type: 'event', startOn: '2024-01-03', place: { x: 1, y: -2 } },
    ])
    const cytoscape = await read([
      'c.json',
      JSON.stringify([
        { data: { id: 'p', name: 'Cell' } },
        { data: { id: 'a', name: 'Amir', parent: 'p' }, position: { x: 3, y: 4 } },
        { data: { id: 'e', source: 'a', target: 'a', interaction: 'praises' } },
      ]),
    ])
    expect(cytoscape.nodes).toMatchObject([{ name: 'Amir', group: ['Cell'], place: { x: 3, y: 4 } }])
    expect(cytoscape.edges).toMatchObject([{ kind: 'praises' }])
  })

  test('comes to stand beside what a case has, leaves that as it is, and is one step', async () => {
    const network = await read(['n.csv', nodesTable], ['e.csv', edgesTable])
    inEmptyCase((db) => {
      addPlanned(db, 'first', {
        nodes: network.nodes
          .slice(1, 2)
          .map((node) => ({ ...node, description: 'Ours', place: { x: 9, y: 9 } })),
        edges: [],
        notices: [],
      })
    })
    const { patch } = one.step((db) => addPlanned(db, 'n.csv', network))
    const rows = allEntities(one.read)
    expect(rows.find(({ name }) => name === 'Kerman')).toMatchObject({ description: 'Ours', x: 9, y: 9 })
    expect(rows.filter(({ name }) => name !== 'Kerman').every(({ x }) => x > 100)).toBe(true)
    expect(patch?.label).toBe('Import network “n.csv”')
    one.travel('undo')
    expect(allEntities(one.read).map(({ name }) => name)).toEqual(['Kerman'])
    expect(allGroups(one.read)).toEqual([])
  })
})
