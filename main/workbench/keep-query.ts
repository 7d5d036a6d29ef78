import {
  asRead,
  inQuery,
  parseQuery,
  QueryError,
  type TagRef,
  withTags,
} from '../../preload/contract/question.ts'
import type { Parsed } from '../../preload/contract.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import {
  deleteQuery,
  findQuery,
  findQueryNamed,
  insertQuery,
  queriesWith,
  updateQuery,
} from '../case-file/queries.ts'
import { findTag, findTagNamed, hasTag } from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

/** Names of tags that there are are kept as ids: see question.ts. */
export function keepQuery(db: WriteCase, input: Parsed<'query.keep'>) {
  refuseUnclear(input.expression)
  const { name } = input
  const expression = withTags(input.expression, (tag) => {
    const found = 'name' in tag ? findTagNamed(db, tag.name) : undefined
    return found ? { id: found.id } : tag
  })
  const known = findQueryNamed(db, name)
  if (known) updateQuery(db, { ...known, expression })
  return {
    label: `Keep question ${quoted(name)}`,
    value: { queryId: known?.id ?? insertQuery(db, name, expression) },
  }
}

export function renameQuery(db: WriteCase, { queryId, name }: Parsed<'query.rename'>) {
  const query = findQuery(db, queryId)
  const same = findQueryNamed(db, name)
  if (same && same.id !== queryId)
    throw new TroubleError('query-exists', `A question is kept as “${name}” already.`, 'Choose another name.')
  updateQuery(db, { ...query, name })
  return { label: `Rename question ${quoted(query.name)} to ${quoted(name)}`, value: undefined }
}

export function removeQuery(db: WriteCase, { queryId }: Parsed<'query.remove'>) {
  const { name } = findQuery(db, queryId)
  deleteQuery(db, queryId)
  return { label: `Forget question ${quoted(name)}`, value: undefined }
}

function refuseUnclear(expression: string): void {
  try {
    parseQuery(expression)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new TroubleError('question-unclear', `${error.message} The question was not kept.`)
  }
}

/**
 * Changes a tag, and each kept question about it with it. `then` is what stands for the tag afterwards. A question that is called
 * as it reads goes on being called so.
 */
export function withItsQueries(db: WriteCase, tagId: string, change: () => void, then?: TagRef): void {
  const queries = queriesWith(db, inQuery({ id: tagId }))
  const calledSo = (expression: string) => asRead(expression, nameIn(db)).slice(0, longestName).trim()
  const areCalledSo = new Set(queries.filter(({ name, expression }) => name === calledSo(expression)))
  change()
  for (const query of queries) {
    const expression = withTags(query.expression, (tag) =>
      then && 'id' in tag && tag.id === tagId ? then : tag,
    )
    const name = areCalledSo.has(query) ? calledSo(expression) : query.name
    const isTaken = (findQueryNamed(db, name)?.id ?? query.id) !== query.id
    const next = { id: query.id, name: isTaken ? query.name : name, expression }
    if (next.name !== query.name || expression !== query.expression) updateQuery(db, next)
  }
}

/** UTF-16 code units. */
const longestName = 200

const nameIn = (db: ReadCase) => (id: string) => (hasTag(db, id) ? findTag(db, id).name : undefined)
