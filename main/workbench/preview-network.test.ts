import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noPeriod } from '../../preload/contract/dates.ts'
import type { NetworkFormatId } from '../../preload/contract/exchange.ts'
import type { Network, NewNode } from '../import/network/network.ts'
import { addPlanned } from './add-network.ts'
import type { Desk } from './desk.ts'
import { exportNetwork, previewNetwork } from './exchange.ts'
import { deskIn } from './testing/desk.ts'

let folder = ''
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-preview-'))
  desk = deskIn(folder, 'First')
  fill(desk, network)
})
afterEach(() => {
  desk.case.close()
  rmSync(folder, { recursive: true })
})

const plain: NewNode = {
  ...{ ...noPeriod, id: null, name: '', type: 'person', look: null, aliases: [], description: '' },
  ...{ place: { x: 0, y: 0 }, pinned: false, hidden: false, group: [] },
}
const network: Network = {
  nodes: [
    {
      ...{ ...plain, name: 'Amir', startOn: '1980', startHow: 'around' },
      aliases: ['Abu Zahra', 'The Tailor', 'A.', 'B.'],
    },
    { ...plain, name: 'Kerman', type: 'place', place: { x: 300, y: 0 } },
  ],
  edges: [
    {
      ...{ ...noPeriod, id: null, from: 0, to: 1, kind: 'visited', look: null, basis: 'inferred' },
      ...{ startOn: '2024-01', endOn: '2024-02', endHow: 'by' },
    },
  ],
  notices: [],
}

function fill(on: Desk, what: Network): void {
  on.case.step((db) => addPlanned(db, 'n', what))
}
function goOut(name: string, format: NetworkFormatId) {
  desk.ask.whereToSave = async () => join(folder, name)
  return exportNetwork(desk, { format, evidence: false })
}
/** What a case that holds `what` already would get from files. */
async function preview(names: string[], what?: Network) {
  const other = deskIn(folder, 'Second')
  try {
    if (what) fill(other, what)
    other.ask.networkFiles = async () => names.map((name) => join(folder, name))
    return await previewNetwork(other)
  } finally {
    other.case.close()
    rmSync(other.case.path)
  }
}

describe('a network of two tables', () => {
  test('says the names of both, and comes in whole whichever of them is chosen', async () => {
    expect(await goOut('net.csv', 'csv')).toMatchObject({
      fileName: 'net.csv',
      relationsFileName: 'net-edges.csv',
    })
    for (const [chosen, sister] of [
      ['net.csv', 'net-edges.csv'],
      ['net-edges.csv', 'net.csv'],
    ] as const) {
      const read = await preview([chosen])
      expect(read).toMatchObject({
        fileName: `${chosen} and ${sister}`,
        entities: { added: 2 },
        relations: { added: 1 },
      })
      expect(read?.notices).toContain(`“${sister}” stands beside it and belongs to it: it was read too.`)
    }
    expect((await preview(['net.csv', 'net-edges.csv']))?.notices).toEqual([])
  })

  test('says what is missing where only the entities are there', async () => {
    await goOut('net-nodes.csv', 'csv')
    rmSync(join(folder, 'net-edges.csv'))
    const read = await preview(['net-nodes.csv'])
    expect(read).toMatchObject({ entities: { added: 2 }, relations: { added: 0 } })
    expect(read?.notices[0]).toContain('It is a table of entities alone.')
  })
})

test('what comes is shown with its dates, other names and basis', async () => {
  await goOut('net.graphml', 'graphml')
  const read = await preview(['net.graphml'])
  expect(read?.firstEntities[0]).toMatchObject({
    ...{ name: 'Amir', startOn: '1980', startHow: 'around', isNew: true },
    ...{ aliases: ['Abu Zahra', 'The Tailor', 'A.'], moreAliases: 1 },
  })
  expect(read?.firstRelations[0]).toMatchObject({
    ...{ basis: 'inferred', startOn: '2024-01', endOn: '2024-02', endHow: 'by' },
  })
  expect(read?.differing).toBe(0)
})

test('entities that the case knows less of are counted, those it knows as much or more of are not', async () => {
  await goOut('net.graphml', 'graphml')
  const [amir = plain, kerman = plain] = network.nodes
  const differing = async (...nodes: NewNode[]) =>
    (await preview(['net.graphml'], { nodes, edges: [], notices: [] }))?.differing
  expect(await differing(amir, kerman)).toBe(0)
  expect(await differing({ ...amir, aliases: [...amir.aliases, 'C.'] }, { ...kerman, startOn: '1900' })).toBe(
    0,
  )
  expect(await differing({ ...amir, aliases: amir.aliases.slice(1) }, kerman)).toBe(1)
  expect(await differing({ ...amir, startHow: 'on' }, kerman)).toBe(1)
})

test.each([
  ['cx2', 'net.cx2', 'it is CX2'],
  ['stix', 'net.json', 'it is STIX 2.1'],
  ['followTheMoney', 'net.ftm.json', 'it is FollowTheMoney'],
] as const)('%s goes out and does not come back, which is said', async (format, name, sentence) => {
  await goOut(name, format)
  await expect(preview([name])).rejects.toMatchObject({
    trouble: {
      message: `“${name}” cannot be added as a network: ${sentence}, which Ligature writes and does not read.`,
      advice: expect.stringContaining('GraphML'),
    },
  })
})
