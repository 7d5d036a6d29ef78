import type { Parsed } from '../../preload/contract.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { deleteQuery, findQuery, findQueryNamed, insertQuery, updateQuery } from '../case-file/queries.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

export function keepQuery(db: WriteCase, { name, expression }: Parsed<'query.keep'>) {
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
