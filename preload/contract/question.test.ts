import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Asked,
  answers,
  asRead,
  inQuery,
  parseQuery,
  type Query,
  QueryError,
  tagsIn,
  withTags,
} from './question.ts'

/** A passage with these tags. */
const passage = (...tags: string[]): Asked => ({
  hasTag: (tag) => tags.includes('name' in tag ? tag.name : `#${tag.id}`),
  namesEntity: (name) => name === 'ISIS-K',
  isInArticle: (title) => title === 'A wider war',
  has: (what) => what === 'note',
})
const id = '01900000-0000-7000-8000-000000000001'
const isFound = (words: string, ...tags: string[]) => {
  const query = parseQuery(words)
  return query !== null && answers(query, passage(...tags))
}

describe('a question finds passages', () => {
  test.each([
    ['recruitment', ['recruitment'], true],
    ['recruitment AND prison', ['recruitment'], false],
    ['recruitment AND NOT prison', ['recruitment'], true],
    ['Key claim OR prison', ['Key claim'], true],
    ['a OR b AND c', ['a'], true],
    ['(a OR b) AND c', ['a'], false],
    ['NOT a AND b', ['b'], true],
    ['NOT (a OR b)', ['c'], true],
    ['"rest and AND recreation"', ['rest and AND recreation'], true],
    ['black and white', ['black and white'], true],
    ['a entity: ISIS-K', ['a'], true],
    ['a AND entity:"ISIS-K" AND article: A wider war AND has: note', ['a'], true],
    ['has: evidence', ['a'], false],
    ['tag: Key claim', ['Key claim'], true],
    [`tag:${id} AND b`, [`#${id}`, 'b'], true],
    [`"tag:${id}"`, [`tag:${id}`], true],
    [`tag:"${id}"`, [id], true],
    ['gone:"a" OR b', ['a'], false],
    ['"say ""no"""', ['say "no"'], true],
  ])('%s, of one tagged %j: %s', (words, tags, expected) => {
    expect(isFound(words, ...tags)).toBe(expected)
  })

  test('nothing asked is no question', () => {
    expect(parseQuery('   ')).toBeNull()
  })
})

test.each([
  ['a AND', 'Something is missing at the end.'],
  ['AND a', 'A tag is missing before “AND”.'],
  ['(a', 'A bracket is still open.'],
  ['a)', 'There is a bracket too many.'],
  ['"a', 'A quotation mark is still open.'],
  ['entity:', 'A name is missing after “entity:”.'],
  [`${'('.repeat(100_000)}a`, 'The question is nested too deeply.'],
  ['NOT '.repeat(100_000), 'The question is nested too deeply.'],
  ['has: money', 'A passage can have: note, entity, tag, evidence; not “money”.'],
])('%.40s is answered: %s', (words, sentence) => {
  expect(() => parseQuery(words)).toThrow(new QueryError(sentence))
})

test('whatever is typed is a question or a sentence about it', () => {
  const typed = fc.array(
    fc.constantFrom('a', 'AND', 'OR', 'NOT', '(', ')', '"', ':', 'entity:', 'has:', 'note', ' ', 'é'),
  )
  fc.assert(
    fc.property(typed, (some) => {
      try {
        const query = parseQuery(some.join(''))
        if (query) answers(query, passage('a'))
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError)
      }
    }),
  )
})

const names = ['a', 'b c', 'AND', 'x(y', 'entity: z', 'say "no"', `tag:${id}`]

test('a question that is written out means what it meant', () => {
  const tag = fc.constantFrom(...names).map((name): Query => ({ kind: 'tag', tag: { name } }))
  const { query } = fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4 },
      tag,
      tie('query').map((of): Query => ({ kind: 'not', of })),
      fc
        .tuple(
          fc.constantFrom('all' as const, 'any' as const),
          fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, of]): Query => ({ kind, of })),
    ),
  }))
  const written = (of: Query): string => {
    if (of.kind === 'tag') return inQuery(of.tag)
    if (of.kind === 'not') return `NOT (${written(of.of)})`
    return of.kind === 'all' || of.kind === 'any'
      ? of.of.map((each) => `(${written(each)})`).join(of.kind === 'all' ? ' AND ' : ' OR ')
      : ''
  }
  fc.assert(
    fc.property(query, fc.subarray(names), (of, tags) => {
      const read = parseQuery(written(of))
      if (!read) throw new Error('It asks something.')
      expect(answers(read, passage(...tags))).toBe(answers(of, passage(...tags)))
      expect(new Set(tagsIn(read))).toEqual(new Set(tagsIn(of)))
    }),
  )
})

describe('a question that is kept', () => {
  const idOf = (name: string) => `01900000-0000-7000-8000-00000000000${names.indexOf(name)}`
  const nameOf = (wanted: string) => names.find((name) => idOf(name) === wanted)
  const kept = (words: string) =>
    withTags(words, (tag) => ('name' in tag && names.includes(tag.name) ? { id: idOf(tag.name) } : tag))

  test('holds ids where a person wrote names, and all else as it was written', () => {
    expect(kept('b c  AND NOT ("a" OR entity: a)')).toBe(
      `tag:${idOf('b c')}  AND NOT (tag:${idOf('a')} OR entity: a)`,
    )
    expect(kept('"a"b c')).toBe(`tag:${idOf('a')} tag:${idOf('b c')}`)
    expect(kept('nobody AND "a')).toBe('nobody AND "a')
  })

  test('says of a tag that is gone that it is', () => {
    expect(asRead(`tag:${id.replace('1', '2')}`, () => undefined)).toBe('gone:"a tag"')
  })

  test('read with the names of its tags and kept again is the same, whatever stands beside them', () => {
    const part = fc.oneof(
      fc.constantFrom('AND', 'OR', 'NOT', '(', ')', 'entity:', 'has:', 'word', '"other"', 'gone:"a"'),
      fc.constantFrom(...names).map((name) => inQuery({ id: idOf(name) })),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const words = parts.join(' ')
        expect(kept(asRead(words, nameOf))).toBe(words)
      }),
    )
  })
})
