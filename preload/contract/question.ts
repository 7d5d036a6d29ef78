/*
 * Questions to the passages of a case, as a person writes them: `recruitment AND NOT (prison OR "key claim")`, with
 * `entity: ISIS-K`, `article: …` and `has: note` beside tags. AND, OR and NOT are written large, so that names may hold the small
 * words; words that follow each other are one name, and "" in quotation marks is one of them. NOT binds before AND, AND before OR.
 *
 * A question that is kept names tags by `tag:` and their ids, so that renaming one changes nothing it finds; a tag of a name that
 * looks so is written in quotation marks. A tag that was deleted stands in it as `gone:"its last name"`, which finds nothing and
 * never comes to mean another tag of that name.
 */

/** What is asked of one passage. */
export interface Asked {
  hasTag(tag: TagNamed): boolean
  namesEntity(name: string): boolean
  isInArticle(title: string): boolean
  has(what: Having): boolean
}
export type TagNamed = { name: string } | { id: string }
/** A tag as a question has it. */
export type TagRef = TagNamed | { gone: string }

export const havings = ['note', 'entity', 'tag', 'evidence'] as const
export type Having = (typeof havings)[number]

export type Query =
  | { kind: 'all' | 'any'; of: Query[] }
  | { kind: 'not'; of: Query }
  | { kind: 'tag'; tag: TagRef }
  | { kind: 'entity' | 'article'; name: string }
  | { kind: 'has'; what: Having }

/** A sentence that says what cannot be understood. */
export class QueryError extends Error {}

const pieces =
  /"((?:[^"]|"")*)("?)|([()])|tag:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![^\s()":])|(entity|article|has|tag|gone):|([^\s()":]+|:)/gu

type Key = 'entity' | 'article' | 'has' | 'tag' | 'gone'
/** Where it stands is counted in UTF-16 code units, end exclusive. */
type Piece = { start: number; end: number } & (
  | { sign: '(' | ')' | 'AND' | 'OR' | 'NOT' | Key }
  | { name: string }
  | { id: string }
)

function split(words: string): Piece[] {
  const found: Piece[] = []
  let mayJoin = false
  for (const match of words.matchAll(pieces)) {
    const [whole, quoted, close, bracket, id, key, word = ''] = match
    const place = { start: match.index, end: match.index + whole.length }
    const sign = bracket ?? key ?? (/^(AND|OR|NOT)$/u.test(word) ? word : undefined)
    const last = found.at(-1)
    if (quoted !== undefined) {
      if (!close) throw new QueryError('A quotation mark is still open.')
      found.push({ name: quoted.replaceAll('""', '"').trim(), ...place })
    } else if (id) found.push({ id, ...place })
    else if (sign) found.push({ sign: sign as '(', ...place })
    else if (mayJoin && last && 'name' in last) {
      last.name += ` ${word}`
      last.end = place.end
    } else found.push({ name: word, ...place })
    mayJoin = quoted === undefined && !id && !sign
  }
  return found
}

/** A case from elsewhere can hold any question: it is not read deeper than the stack is. */
const deepest = 200

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
  let depth = 0
  const one = (): Query => {
    if (++depth > deepest) throw new QueryError('The question is nested too deeply.')
    const query = inner()
    depth--
    return query
  }
  const inner = (): Query => {
    const piece = rest.shift()
    if (!piece) throw new QueryError('Something is missing at the end.')
    if ('id' in piece) return { kind: 'tag', tag: { id: piece.id } }
    if ('name' in piece) return { kind: 'tag', tag: { name: named(piece) } }
    if (piece.sign === 'tag') return { kind: 'tag', tag: { name: named(rest.shift(), 'tag') } }
    if (piece.sign === 'gone') return { kind: 'tag', tag: { gone: named(rest.shift(), 'gone') } }
    if (piece.sign === 'NOT') return { kind: 'not', of: one() }
    if (piece.sign === 'entity' || piece.sign === 'article')
      return { kind: piece.sign, name: named(rest.shift(), piece.sign) }
    if (piece.sign === 'has') return { kind: 'has', what: having(named(rest.shift(), 'has')) }
    if (piece.sign !== '(') throw new QueryError(`A tag is missing before “${piece.sign}”.`)
    const within = any()
    if (!isNext(')')) throw new QueryError('A bracket is still open.')
    rest.shift()
    return within
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
      return !('gone' in query.tag) && passage.hasTag(query.tag)
    case 'entity':
      return passage.namesEntity(query.name)
    case 'article':
      return passage.isInArticle(query.name)
    case 'has':
      return passage.has(query.what)
  }
}

/** The tags that a question names, to say which of them do not exist. */
export function tagsIn(query: Query): TagRef[] {
  if (query.kind === 'tag') return [query.tag]
  if (query.kind === 'not') return tagsIn(query.of)
  return query.kind === 'all' || query.kind === 'any' ? query.of.flatMap(tagsIn) : []
}

/** The same question with other tags in it; all else stays as it was written, and so does what is no question. */
export function withTags(words: string, other: (tag: TagRef) => TagRef): string {
  let written = ''
  let from = 0
  for (const { tag, start, end, isAlone } of tagPlaces(words)) {
    const next = other(tag)
    if (next === tag) continue
    written += words.slice(from, start)
    if (/[^\s(]$/u.test(written)) written += ' '
    written += inQuery(next, isAlone)
    if (/^[^\s)]/u.test(words.slice(end))) written += ' '
    from = end
  }
  return written + words.slice(from)
}

interface TagPlace {
  tag: TagRef
  start: number
  end: number
  /** No other name stands beside it, which an unquoted one would be taken together with. */
  isAlone: boolean
}

function tagPlaces(words: string): TagPlace[] {
  let all: Piece[] = []
  try {
    all = split(words)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
  }
  const isName = (piece: Piece | undefined) => piece !== undefined && !('sign' in piece)
  return all.flatMap((piece, index): TagPlace[] => {
    if ('sign' in piece) return []
    const before = all[index - 1]
    const key = before && 'sign' in before && /^[a-z]/u.test(before.sign) ? before : undefined
    const isKeyed = key !== undefined && 'name' in piece
    const first = isKeyed ? key : piece
    const place = {
      start: first.start,
      end: piece.end,
      isAlone: !isName(all[index - (isKeyed ? 2 : 1)]) && !isName(all[index + 1]),
    }
    if ('id' in piece) return key ? [] : [{ tag: { id: piece.id }, ...place }]
    if (!key || key.sign === 'tag') return [{ tag: { name: piece.name }, ...place }]
    return key.sign === 'gone' ? [{ tag: { gone: piece.name }, ...place }] : []
  })
}

/** A kept question as a person reads it: with the present names of its tags. */
export const asRead = (words: string, nameOf: (id: string) => string | undefined): string =>
  withTags(words, (tag) => {
    if (!('id' in tag)) return tag
    const name = nameOf(tag.id)
    return name === undefined ? { gone: 'a tag' } : { name }
  })

/** A tag as it is written in a question; its name in quotation marks where it needs them or has no place of its own. */
export function inQuery(tag: TagRef, isAlone = true): string {
  if ('id' in tag) return `tag:${tag.id}`
  if ('gone' in tag) return `gone:${inMarks(tag.gone)}`
  const isPlain =
    /^[^\s()":]+( [^\s()":]+)*$/u.test(tag.name) &&
    !/(^| )(AND|OR|NOT|entity|article|has)( |$)/u.test(tag.name)
  return isPlain && isAlone ? tag.name : inMarks(tag.name)
}

const inMarks = (name: string) => `"${name.replaceAll('"', '""')}"`
