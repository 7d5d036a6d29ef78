/*
 * Questions to the passages of a case, as a person writes them: `recruitment AND NOT (prison OR "key claim")`, with
 * `entity: ISIS-K`, `article: …` and `has: note` beside tags. AND, OR and NOT are written large, so that names may hold the small
 * words; words that follow each other are one name. NOT binds before AND, AND before OR.
 */

/** What is asked of one passage. */
export interface Asked {
  hasTag(name: string): boolean
  namesEntity(name: string): boolean
  isInArticle(title: string): boolean
  has(what: Having): boolean
}
export const havings = ['note', 'entity', 'tag', 'evidence'] as const
export type Having = (typeof havings)[number]

export type Query =
  | { kind: 'all' | 'any'; of: Query[] }
  | { kind: 'not'; of: Query }
  | { kind: 'tag' | 'entity' | 'article'; name: string }
  | { kind: 'has'; what: Having }

/** A sentence that says what cannot be understood. */
export class QueryError extends Error {}

const pieces = /"([^"]*)("?)|([()])|(entity|article|has):|([^\s()":]+|:)/gu

type Piece = { sign: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'entity' | 'article' | 'has' } | { name: string }

function split(words: string): Piece[] {
  const found: Piece[] = []
  let mayJoin = false
  for (const [, quoted, close, bracket, key, word = ''] of words.matchAll(pieces)) {
    const last = found.at(-1)
    if (quoted !== undefined) {
      if (!close) throw new QueryError('A quotation mark is still open.')
      found.push({ name: quoted.trim() })
    } else if (bracket || key || /^(AND|OR|NOT)$/u.test(word))
      found.push({ sign: (bracket ?? key ?? word) as '(' })
    else if (mayJoin && last && 'name' in last) last.name += ` ${word}`
    else found.push({ name: word })
    mayJoin = word !== '' && quoted === undefined && !bracket && !key && !/^(AND|OR|NOT)$/u.test(word)
  }
  return found
}

/** Reads a question; null where nothing is asked. Throws a QueryError. */
export function parseQuery(words: string): Query | null {
  const rest = split(words)
  if (rest.length === 0) return null
  const isNext = (sign: string) => {
    const [next] = rest
    return next !== undefined && 'sign' in next && next.sign === sign
  }

  const any = (): Query => {
    const of = [all()]
    while (isNext('OR')) {
      rest.shift()
      of.push(all())
    }
    return of.length === 1 ? (of[0] as Query) : { kind: 'any', of }
  }
  const all = (): Query => {
    const of = [one()]
    while (rest.length > 0 && !isNext('OR') && !isNext(')')) {
      if (isNext('AND')) rest.shift()
      of.push(one())
    }
    return of.length === 1 ? (of[0] as Query) : { kind: 'all', of }
  }
  const one = (): Query => {
    const piece = rest.shift()
    if (!piece) throw new QueryError('Something is missing at the end.')
    if ('name' in piece) return { kind: 'tag', name: named(piece) }
    if (piece.sign === 'NOT') return { kind: 'not', of: one() }
    if (piece.sign === 'entity' || piece.sign === 'article')
      return { kind: piece.sign, name: named(rest.shift(), piece.sign) }
    if (piece.sign === 'has') return { kind: 'has', what: having(named(rest.shift(), 'has')) }
    if (piece.sign !== '(') throw new QueryError(`A tag is missing before “${piece.sign}”.`)
    const inner = any()
    if (!isNext(')')) throw new QueryError('A bracket is still open.')
    rest.shift()
    return inner
  }

  const query = any()
  if (rest.length > 0) throw new QueryError('There is a bracket too many.')
  return query
}

function named(piece: Piece | undefined, after?: string): string {
  if (!piece || !('name' in piece) || piece.name === '')
    throw new QueryError(
      after ? `A name is missing after “${after}:”.` : 'There are quotation marks without a name.',
    )
  return piece.name
}

function having(name: string): Having {
  const what = havings.find((each) => each === name.toLowerCase())
  if (!what) throw new QueryError(`A passage can have: ${havings.join(', ')}; not “${name}”.`)
  return what
}

export function answers(query: Query, passage: Asked): boolean {
  switch (query.kind) {
    case 'all':
      return query.of.every((each) => answers(each, passage))
    case 'any':
      return query.of.some((each) => answers(each, passage))
    case 'not':
      return !answers(query.of, passage)
    case 'tag':
      return passage.hasTag(query.name)
    case 'entity':
      return passage.namesEntity(query.name)
    case 'article':
      return passage.isInArticle(query.name)
    case 'has':
      return passage.has(query.what)
  }
}

/** The tags that a question names, to say which of them do not exist. */
export function tagsIn(query: Query): string[] {
  if (query.kind === 'tag') return [query.name]
  if (query.kind === 'not') return tagsIn(query.of)
  return query.kind === 'all' || query.kind === 'any' ? query.of.flatMap(tagsIn) : []
}

/** A name as it is written in a question. */
export const inQuery = (name: string): string =>
  /^[^\s()":]+( [^\s()":]+)*$/u.test(name) && !/(^| )(AND|OR|NOT|entity|article|has)( |$)/u.test(name)
    ? name
    : `"${name.replaceAll('"', ' ')}"`
