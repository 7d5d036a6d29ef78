import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { Name } from '../../preload/contract/call.ts'
import { Meaning } from '../../preload/contract/codebook.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { allTagSets } from '../case-file/tag-sets.ts'
import { allTags } from '../case-file/tags.ts'
import { codebookRows } from '../export/codebook.ts'
import { codebookAsCsv } from '../export/codebook-csv.ts'
import { codebookAsQdc } from '../export/codebook-qdc.ts'
import { type Codebook, soundCodebook } from '../import/codebook.ts'
import { readCsv } from '../import/codebook-csv.ts'
import { readCodebook } from '../import/codebook-file.ts'
import { readQdc } from '../import/codebook-qdc.ts'
import { decode } from '../import/decode.ts'
import { addCodebook } from './codebook.ts'

let folder = ''
let one: OpenCase
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-codebook-'))
  one = openCase(join(folder, 'case.ligature'), { create: true })
})
afterAll(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

const add = (codebook: Codebook) => one.step((db) => addCodebook(db, 'codes', codebook)).value
function clear(db: WriteCase): void {
  for (const table of ['tagSetMember', 'tagSet', 'tag']) db.run({ text: `DELETE FROM ${table}`, values: [] })
}
function empty(): void {
  one.step((db) => {
    clear(db)
    return { label: 'Empty', value: undefined }
  })
}
function read(name: string, content: string | Uint8Array): Promise<Codebook> {
  writeFileSync(join(folder, name), content)
  return readCodebook(join(folder, name))
}

/** A codebook as a person makes it, with all that a name or a meaning can be. */
const anyCodebook: fc.Arbitrary<Codebook> = fc
  .record({
    names: fc.uniqueArray(
      fc
        .oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom("'=1+1", '=SUM(A1)', '-', "''@x", 'a,"b"; c', ' ح ]]>'),
        )
        .filter((name) => Name.safeParse(name).success)
        .map((name) => Name.parse(name)),
      { minLength: 1, maxLength: 12, selector: (name) => name.toLowerCase() },
    ),
    meanings: fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('one\r\ntwo', '\t=x', '\u0000<&>"\'', '\uffff'),
      ),
    ),
    parents: fc.array(fc.nat()),
    pins: fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9]),
    sets: fc.uniqueArray(fc.constantFrom('Sources', 'Claims, "all"', '=Sets', 'مجموعة'), { maxLength: 3 }),
    members: fc.array(fc.nat()),
  })
  .map(({ names, meanings, parents, pins, sets, members }) => ({
    tags: names.map((name, index) => ({
      id: null,
      name,
      description: Meaning.parse(meanings[index] ?? ''),
      color: (index % 8) + 1,
      parent: index > 0 && (parents[index] ?? 0) % 3 ? (parents[index] ?? 0) % index : null,
      level: 1,
      pin: pins[index] ?? 0,
    })),
    sets: sets.map((name, at) => ({
      id: null,
      name,
      tags: members.filter((die) => die % 3 === at).map((die) => die % names.length),
    })),
    notices: [],
  }))

describe('a codebook that goes out, into an empty case and out again is the same byte for byte', () => {
  test.each([
    ['as a table', codebookAsCsv, readCsv],
    ['as programs of the field exchange it', codebookAsQdc, readQdc],
  ])('%s', (_, write, parse) => {
    one.step((db) => {
      fc.assert(
        fc.property(anyCodebook, (codebook) => {
          clear(db)
          addCodebook(db, 'codes', codebook)
          const first = write(codebookRows(db))
          const text = decode(Buffer.from(first)).text
          clear(db)
          const again = addCodebook(db, 'codes', soundCodebook(parse(text, 'codes'), 'codes'))
          expect(again.value.tags).toBe(codebook.tags.length)
          expect(write(codebookRows(db))).toBe(first)
        }),
        { numRuns: 300 },
      )
      return { label: 'Out and in', value: undefined }
    })
  })

  test('and what is exchanged is what the standard allows, by a parser that is not ours', async () => {
    const schema = readFileSync(join(import.meta.dirname, '../export/testing/codebook.xsd'), 'utf8')
    const files = fc.sample(anyCodebook, 20).map((codebook, index) => {
      empty()
      add(codebook)
      return { fileName: `${index}.qdc`, contents: codebookAsQdc(codebookRows(one.read)) }
    })
    const checked = await validateXML({ xml: files, schema })
    expect(checked.errors.map(({ message }) => message)).toEqual([])
    const wrong = {
      fileName: 'wrong.qdc',
      contents: '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>',
    }
    expect((await validateXML({ xml: wrong, schema })).valid).toBe(false)
  })
})

const guid = (digit: number) => `1FF58B12-6F6F-4B0C-8BE5-BBDC91F5529${digit}`

describe('a codebook of another program', () => {
  test('comes in with its tree, its sets and the nearest of our colours; names that it has twice are told apart', async () => {
    empty()
    const codebook = await read(
      'other.qdc',
      `\ufeff<?xml version="1.0" encoding="utf-8"?>
<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="Other">
  <q:Codes>
    <q:Code guid="{${guid(1)}}" name="Attack" isCodable="false" color="#F00"><q:Description><![CDATA[A < B]]></q:Description>
      <q:Code guid="${guid(2)}" name="Other" isCodable="true"/></q:Code>
    <q:Code guid="${guid(3)}" name="Defence &amp; law" isCodable="true"><q:Code guid="${guid(4)}" name="other" isCodable="true"/></q:Code>
  </q:Codes>
  <q:Sets><q:Set guid="${guid(5)}" name="First"><q:MemberCode guid="${guid(1)}"/><q:MemberCode guid="${guid(4).toLowerCase()}"/></q:Set></q:Sets>
</q:CodeBook>`,
    )
    add(codebook)
    const tags = allTags(one.read)
    const nameOf = (id: string | null) => tags.find((tag) => tag.id === id)?.name ?? null
    expect(tags.map(({ name, parentId }) => [name, nameOf(parentId)]).sort()).toEqual([
      ['Attack', null],
      ['Defence & law', null],
      ['Other', 'Attack'],
      ['other (Defence & law)', 'Defence & law'],
    ])
    expect(tags.find(({ name }) => name === 'Attack')).toMatchObject({ description: 'A < B', color: 6 })
    expect(
      allTagSets(one.read)
        .members.map(({ tagId }) => nameOf(tagId))
        .sort(),
    ).toEqual(['Attack', 'other (Defence & law)'])
    expect(codebook.notices).toEqual(['1 tag has the name of another tag, and got more words to it.'])
  })

  test('comes in from a spreadsheet that writes semicolons, in its own words for the columns', async () => {
    const { tags } = await read(
      'sheet.csv',
      'Parent code;Code;Memo\r\nAttack;Bomb;"one; two"\r\n;attack;\r\n',
    )
    expect(tags).toMatchObject([
      { name: 'attack', parent: null, color: null },
      { name: 'Bomb', parent: 0, description: 'one; two' },
    ])
  })

  test('leaves tags of the same name as they are, puts new ones below them, and takes no key away', async () => {
    empty()
    add(await read('first.csv', 'name,description,key\nAttack,Ours,1\nCalm,,2\n'))
    const more = await read(
      'more.csv',
      'name,parent,description,key\nATTACK,,Theirs,2\nBomb,attack,,1\nSiege,,,3\n',
    )
    expect(add(more)).toEqual({ tags: 2, sets: 0 })
    const tags = allTags(one.read)
    const attack = tags.find(({ name }) => name === 'Attack')
    expect(attack).toMatchObject({ description: 'Ours', pin: 1 })
    expect(tags.find(({ name }) => name === 'Bomb')).toMatchObject({ parentId: attack?.id, pin: 0 })
    expect(tags.find(({ name }) => name === 'Siege')).toMatchObject({ pin: 3 })
  })
})

describe('what is no codebook is refused in a sentence', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`
  const codes = (inside: string, head = '') =>
    `<?xml version="1.0"?>${head}<CodeBook><Codes>${inside}</Codes></CodeBook>`
  const nested = '<Code guid="" name="x">'
  test.each([
    ['an entity bomb', 'a.qdc', codes('<Code name="&c;"/>', bomb), 'DOCTYPE'],
    [
      'a file that asks for another',
      'a.qdc',
      codes('<Code name="&x;"/>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
      'DOCTYPE',
    ],
    ['a reference of its own', 'a.qdc', codes('<Code name="&x;"/>'), 'whole XML (line 1)'],
    ['half a file', 'a.qdc', codes('<Code name="x"/>').slice(0, -5), 'whole XML'],
    ['a whole project', 'a.qdc', '<Project/>', 'a whole project'],
    ['a page of the web', 'a.qdc', '<html></html>', 'no codebook of REFI-QDA'],
    ['no tag at all', 'a.qdc', codes(''), 'no tag in it'],
    ['a tag without a name', 'a.qdc', codes('<Code name=" "/>'), 'has no name'],
    ['a name of 10,000 letters', 'a.csv', `name\n${'n'.repeat(10_000)}\n`, 'more than 200 characters'],
    [
      'a tree of 200 levels',
      'a.qdc',
      codes(nested.repeat(200) + '</Code>'.repeat(200)),
      'deeper than 100 levels',
    ],
    [
      '6,000 tags',
      'a.csv',
      `name\n${Array.from({ length: 6000 }, (_, n) => n).join('\n')}`,
      'more than 5000 tags',
    ],
    ['a row without a name', 'a.csv', 'name,parent\na,\n,a\n', 'row 3 has no name'],
    ['a row below none', 'a.csv', 'name,parent\na,b\n', 'row 2 stands below “b”, which is in no row'],
    ['rows below each other', 'a.csv', 'name,parent\na,b\nb,a\n', 'stands below itself'],
    ['a table of other things', 'a.csv', 'id,amount\n1,2\n', 'none of its columns is called “name”'],
    ['a quotation mark out of place', 'a.csv', 'name\n"a\n', 'not a whole table'],
    ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not a text'],
    ['an empty file', 'a.csv', '', 'is empty'],
  ])('%s', async (_, name, content, sentence) => {
    await expect(read(name, content)).rejects.toMatchObject({
      trouble: { message: expect.stringContaining(sentence) },
    })
  })
})
