import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inQuery, parseQuery, type Query } from '../../preload/contract/question.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { findQuery } from '../case-file/queries.ts'
import { allTags, findTag, insertTag } from '../case-file/tags.ts'
import { keepQuery } from './keep-query.ts'
import { editTag, mergeTags, removeTag } from './tags.ts'

let folder = ''
let open: OpenCase
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-questions-'))
  open = openCase(join(folder, 'case.ligature'), { create: true })
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true })
})

const step = <Value>(change: (db: WriteCase) => { label: string; value: Value }): Value =>
  open.step((db) => change(db)).value
const make = (...names: string[]): string[] =>
  step((db) => ({ label: 'Make tags', value: names.map((name) => insertTag(db, name).id) }))
const keep = (expression: string, name = expression) =>
  step((db) => keepQuery(db, { name, expression })).queryId
const kept = (queryId: string) => findQuery(open.read, queryId)
const rename = (tagId: string, name: string) =>
  step((db) => editTag(db, { tagId, name, color: 1, description: '' }))

describe('a kept question', () => {
  test('asks for the tags that were meant, whatever they are called later; one called as it reads is called so then', () => {
    const [claim = '', attack = ''] = make('Key claim', 'Attack')
    const own = keep('key claim AND NOT Attack', 'Mine')
    const plain = keep('Key claim AND NOT Attack')
    rename(claim, 'Said (by them)')
    expect(kept(own)).toMatchObject({ name: 'Mine', expression: `tag:${claim} AND NOT tag:${attack}` })
    expect(kept(plain)).toMatchObject({ name: '"Said (by them)" AND NOT Attack' })
    make('Key claim')
    expect(kept(own).expression).toBe(`tag:${claim} AND NOT tag:${attack}`)
  })

  test('asks for the tag that another became part of, and says that one is gone; undo takes both back', () => {
    const [claim = '', attack = '', rumour = ''] = make('Claim', 'Attack', 'Rumour "x"')
    const id = keep('Claim OR "Rumour ""x"""')
    step((db) => mergeTags(db, { tagId: claim, intoId: attack }))
    step((db) => removeTag(db, { tagId: rumour }))
    expect(kept(id)).toMatchObject({
      name: 'Attack OR gone:"Rumour ""x"""',
      expression: `tag:${attack} OR gone:"Rumour ""x"""`,
    })
    open.travel('undo')
    open.travel('undo')
    expect(kept(id)).toMatchObject({ expression: `tag:${claim} OR tag:${rumour}` })
  })

  test('of before tags were kept by ids is left as it is, and so is a name that there is no tag of', () => {
    const [claim = ''] = make('Claim')
    const old = step((db) => {
      db.run({
        text: 'INSERT INTO tagQuery VALUES (?, ?, ?, ?)',
        values: ['01900000-0000-7000-8000-000000000009', 'Old', 'Claim OR (', ''],
      })
      return { label: 'Old', value: '01900000-0000-7000-8000-000000000009' }
    })
    const none = keep('Rumour')
    step((db) => removeTag(db, { tagId: claim }))
    expect([kept(old).expression, kept(none).expression]).toEqual(['Claim OR (', 'Rumour'])
  })

  test('that cannot be understood is not kept', () => {
    expect(() => keep('Claim AND (')).toThrow('Something is missing at the end. The question was not kept.')
  })
})

test('whatever tags are renamed, merged, deleted and brought back, a kept question asks for the same', () => {
  const names = ['a', 'b c', 'AND', 'x(y', 'entity: z', 'say "no"']
  const ids = make(...names)
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...names).map((name): Query => ({ kind: 'tag', tag: { name } })),
      tie('query').map((of): Query => ({ kind: 'not', of })),
      fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind: 'all', of })),
    ),
  }))
  const written = (of: Query): string => {
    if (of.kind === 'tag') return inQuery(of.tag)
    if (of.kind === 'not') return `NOT (${written(of.of)})`
    return of.kind === 'all' ? of.of.map((each) => `(${written(each)})`).join(' ') : ''
  }
  const die = fc.nat({ max: names.length - 1 })
  const change = fc.record({ what: fc.constantFrom('rename', 'merge', 'remove'), one: die, other: die })
  /** The question with what became of each tag. */
  const after = (of: Query, became: Map<string, string | null>): Query => {
    if (of.kind === 'not') return { kind: 'not', of: after(of.of, became) }
    if (of.kind === 'all') return { kind: 'all', of: of.of.map((each) => after(each, became)) }
    if (of.kind !== 'tag' || !('name' in of.tag)) return of
    const id = became.get(of.tag.name)
    return { kind: 'tag', tag: id ? { id } : { gone: '' } }
  }
  const unnamed = (of: Query): Query => {
    if (of.kind === 'not') return { kind: 'not', of: unnamed(of.of) }
    if (of.kind === 'all') return { kind: 'all', of: of.of.map(unnamed) }
    return of.kind === 'tag' && 'gone' in of.tag ? { kind: 'tag', tag: { gone: '' } } : of
  }
  const read = (queryId: string) => unnamed(parseQuery(kept(queryId).expression) as Query)
  fc.assert(
    fc.property(query, fc.array(change, { maxLength: 4 }), (asked, changes) => {
      const queryId = keep(written(asked), 'Kept')
      const became = new Map<string, string | null>(names.map((name, index) => [name, ids[index] ?? '']))
      const before = read(queryId)
      let steps = 0
      for (const { what, one, other } of changes) {
        const [tagId = '', intoId = ''] = [ids[one], ids[other]]
        const there = new Set(allTags(open.read).map(({ id }) => id))
        if (!there.has(tagId) || (what === 'merge' && (tagId === intoId || !there.has(intoId)))) continue
        if (what === 'rename') rename(tagId, `${findTag(open.read, tagId).name} ${names[other]}`)
        else if (what === 'merge') step((db) => mergeTags(db, { tagId, intoId }))
        else step((db) => removeTag(db, { tagId }))
        const then = what === 'merge' ? intoId : null
        if (what !== 'rename') for (const [name, id] of became) if (id === tagId) became.set(name, then)
        steps++
      }
      expect(read(queryId)).toEqual(after(asked, became))
      for (let step = 0; step < steps; step++) open.travel('undo')
      expect(read(queryId)).toEqual(before)
    }),
    { numRuns: 60 },
  )
})
