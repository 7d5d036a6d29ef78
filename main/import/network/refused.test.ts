import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Network } from './network.ts'
import { readNetwork } from './network-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-refused-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(...files: [string, string | Uint8Array][]): Promise<Network> {
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return readNetwork(files.map(([name]) => join(folder, name)))
}

describe('what is no network is refused in a sentence', () => {
  const graphml = (inside: string, head = '') =>
    `<?xml version="1.0"?>${head}<graphml><key id="x" for="node" attr.name="x"/><key id="y" for="node" attr.name="y"/>${inside}</graphml>`
  const graph = (inside: string, head = '') =>
    graphml(`<graph edgedefault="directed">${inside}</graph>`, head)
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(10)}">]>`
  const csv = (row: string) => `id,label,x,y,startOn,endOn\n${row}\n`
  const million = `source,target\n${'a,b\n'.repeat(1_000_000)}`
  test.each([
    ['an entity bomb', 'a.graphml', graph('<node id="&b;"/>', bomb), 'DOCTYPE'],
    ['a reference of its own', 'a.graphml', graph('<node id="&x;"/>'), 'not whole XML'],
    ['half a file', 'a.graphml', graph('<node id="1"/>').slice(0, -20), 'not whole XML'],
    ['a page of the web', 'a.xml', '<html></html>', 'no GraphML'],
    ['a million levels', 'a.graphml', graph('<node id="1"><graph>'.repeat(500_000)), 'deeper than 60 levels'],
    ['no entity', 'a.graphml', graph(''), 'no entity in it'],
    ['the same id twice', 'a.graphml', graph('<node id="1"/><node id="1"/>'), 'have the id “1”'],
    [
      'the same id of relations twice',
      'a.graphml',
      graph('<node id="1"/><edge id="e" source="1" target="1"/><edge id="e" source="1" target="1"/>'),
      'two relations in it have the id “e”',
    ],
    [
      'a relation to none',
      'a.graphml',
      graph('<node id="1"/><edge source="1" target="2"/>'),
      'leads to “2”, which is no entity in it',
    ],
    [
      'a place that is none',
      'a.graphml',
      graph('<node id="1"><data key="x">NaN</data><data key="y">2</data></node>'),
      'stands at no place: x is “NaN”',
    ],
    ['a place without end', 'a.csv', csv('1,a,1e999,0,,'), 'stands at no place'],
    ['a place far out', 'a.csv', csv('1,a,2000000,0,,'), 'a million to each side'],
    ['half a place', 'a.csv', csv('1,a,5,,,'), 'stands at no place'],
    ['a name of 10,000 letters', 'a.csv', csv(`1,${'n'.repeat(10_000)},,,,`), 'more than 200 characters'],
    ['month 13', 'a.csv', csv('1,a,,,2024-13-40,'), 'There is no month 13'],
    ['31 February', 'a.csv', csv('1,a,,,2024-02-31,'), 'There is no day 31 in February 2024'],
    ['an end before the start', 'a.csv', csv('1,a,,,2024,2023'), 'ends (2023) before it starts (2024)'],
    ['1,000,000 relations in a table', 'a.csv', million, 'more than 50,000 relations'],
    [
      '1,000,000 relations in GraphML',
      'a.graphml',
      graph(`<node id="1"/>${'<edge source="1"/>'.repeat(1_000_000)}`),
      'more than 50,000 relations',
    ],
    ['1,000,000 relations in JSON', 'a.json', `[${'{"data":{}},'.repeat(999_999)}0]`, 'more parts'],
    [
      'a group in itself',
      'a.json',
      '[{"data":{"id":"a","parent":"b"}},{"data":{"id":"b","parent":"b"}},{"data":{"id":"c","parent":"b"}}]',
      'stands in itself',
    ],
    ['half of JSON', 'a.json', '{"elements":', 'not whole JSON'],
    ['other JSON', 'a.json', '{"a":1}', 'no entity in it'],
    [
      'CX2',
      'a.cx2',
      '[\n{"CXVersion":"2.0","hasFragments":false},\n',
      'it is CX2, which Ligature writes and',
    ],
    ['older CX', 'a.json', '[{"numberVerification":[{"longNumber":281474976710655}]}]', 'it is CX2'],
    ['STIX', 'a.json', '{"id":"bundle--1","objects":[],"type":"bundle"}', 'it is STIX 2.1'],
    [
      'FollowTheMoney',
      'a.ftm.json',
      '{"id":"1","schema":"Person","properties":{"name":["Amir"]}}\n'.repeat(2),
      'it is FollowTheMoney, which Ligature writes',
    ],
    ['a table of other things', 'a.csv', 'amount,day\n1,2\n', 'none of its columns is called “label”'],
    ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not a text'],
    ['an empty file', 'a.csv', '', 'is empty'],
  ])('%s', async (_, name, content, sentence) => {
    await expect(read([name, content])).rejects.toMatchObject({
      trouble: { message: expect.stringContaining(sentence) },
    })
  })

  test('of two tables, the one that is wrong is named', async () => {
    const nodes = 'id,label\n1,Amir\n'
    const read2 = (first: string, second: string) => read(['n.csv', first], ['n-edges.csv', second])
    const saying = (message: string) => ({ trouble: { message: expect.stringContaining(message) } })
    await expect(read2(nodes, 'id,source,target,label,startOn\n1,1,1,met,2024-13\n')).rejects.toMatchObject(
      saying('“n-edges.csv” cannot be added as a network: a relation (met) has the date “2024-13”'),
    )
    await expect(read2(nodes, 'source,target,label\n1,2,met\n')).rejects.toMatchObject(
      saying(
        '“n-edges.csv” cannot be added as a network: a relation (met) leads to “2”, which is no entity in “n.csv”',
      ),
    )
    await expect(read2('source,target\n', `${nodes}1,Zahra\n`)).rejects.toMatchObject(
      saying('“n-edges.csv” cannot be added as a network: two entities in it have the id “1”'),
    )
  })

  test('more than two files, and two that are no tables', async () => {
    const trouble = (sentence: string) => ({ trouble: { message: expect.stringContaining(sentence) } })
    await expect(read(['a.csv', 'a'], ['b.csv', 'b'], ['c.csv', 'c'])).rejects.toMatchObject(
      trouble('one file, or a table'),
    )
    await expect(read(['a.csv', 'id,label\n1,Amir\n'], ['b.json', '[]'])).rejects.toMatchObject(
      trouble('only tables are read two at a time'),
    )
  })
})
