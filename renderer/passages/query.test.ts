import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, answers, inQuery, parseQuery, type Query, QueryError, tagsIn } from './query.ts'

/** A passage with these tags. */
const passage = (...tags: string[]): Asked => ({
  hasTag: (name) => tags.includes(name),
  namesEntity: (name) => name === 'ISIS-K',
  isInArticle: (title) => title === 'A wider war',
  has: (what) => what === 'note',
})
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
  ['has: money', 'A passage can have: note, entity, tag, evidence; not “money”.'],
])('%s is answered: %s', (words, sentence) => {
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

test('a question that is written out means what it meant', () => {
  const tag = fc
    .constantFrom('a', 'b c', 'AND', 'x(y', 'entity: z')
    .map((name): Query => ({ kind: 'tag', name }))
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
    if (of.kind === 'tag') return inQuery(of.name)
    if (of.kind === 'not') return `NOT (${written(of.of)})`
    return of.kind === 'all' || of.kind === 'any'
      ? of.of.map((each) => `(${written(each)})`).join(of.kind === 'all' ? ' AND ' : ' OR ')
      : ''
  }
  fc.assert(
    fc.property(query, fc.subarray(['a', 'b c', 'AND', 'x(y', 'entity: z']), (of, tags) => {
      const read = parseQuery(written(of))
      if (!read) throw new Error('It asks something.')
      expect(answers(read, passage(...tags))).toBe(answers(of, passage(...tags)))
      expect(new Set(tagsIn(read))).toEqual(new Set(tagsIn(of)))
    }),
  )
})
