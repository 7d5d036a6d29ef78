import { periodInWords } from '../../preload/contract/dates.ts'
import type { EntityChoice, EntityRow } from '../../preload/contract/network.ts'
import type { Parsed } from '../../preload/contract.ts'
import { deleteBare, findAnnotation, setMention } from '../case-file/annotations.ts'
import {
  deleteEntity,
  findEntity,
  insertEntity,
  middlePlace,
  moveEntity,
  placesAround,
  rightEdge,
  setPeriod,
  updateEntity,
} from '../case-file/entities.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { TroubleError } from '../trouble.ts'
import { checkType } from './looks.ts'
import { annotationFor } from './passage.ts'
import { checkPeriod } from './period.ts'
import { findPlace, reach } from './place.ts'
import { quoted } from './words.ts'

/** The entity chosen, or a new one at a free place near `near`, or else near those added last. */
export function entityFor(db: WriteCase, choice: EntityChoice, near?: EntityRow): EntityRow {
  if ('id' in choice) return findEntity(db, choice.id)
  checkType(db, choice.type)
  const wish = near ?? middlePlace(db)
  const place = findPlace(placesAround(db, wish, reach), wish, rightEdge(db))
  return insertEntity(db, { name: choice.name, type: choice.type, ...place })
}

export function markMention(db: WriteCase, input: Parsed<'mention.mark'>) {
  const entity = entityFor(db, input.entity)
  const annotation = annotationFor(
    db,
    input.passage,
    (known) => known.entityId === null || known.entityId === entity.id,
  )
  setMention(db, annotation.id, entity.id)
  return {
    label: `Mark ${mention(annotation.quote, entity.name)}`,
    value: { annotationId: annotation.id, entityId: entity.id },
  }
}

/** "“the group” as “ISIS-K”", or only the name where the words are the name. */
const mention = (quote: string, name: string) =>
  quote === name ? quoted(name) : `${quoted(quote, 28)} as ${quoted(name)}`

export function unmarkMention(db: WriteCase, input: Parsed<'mention.unmark'>) {
  const { entityId, quote } = findAnnotation(db, input.annotationId)
  const name = entityId ? findEntity(db, entityId).name : ''
  setMention(db, input.annotationId, null)
  deleteBare(db, [input.annotationId])
  return { label: `Unmark ${mention(quote, name)}`, value: undefined }
}

export function editEntity(db: WriteCase, input: Parsed<'entity.edit'>) {
  const { name } = findEntity(db, input.entityId)
  checkType(db, input.type)
  updateEntity(db, { ...input, id: input.entityId, aliases: input.aliases.join('\n') })
  const label =
    name === input.name
      ? `Edit entity ${quoted(name)}`
      : `Rename entity ${quoted(name)} to ${quoted(input.name)}`
  return { label, value: undefined }
}

export function dateEntity(db: WriteCase, input: Parsed<'entity.date'>) {
  checkPeriod(input)
  const { name } = findEntity(db, input.entityId)
  setPeriod(db, input.entityId, input)
  return { label: `Date ${quoted(name)}: ${periodInWords(input) || 'none'}`, value: undefined }
}

const moved: Record<Parsed<'entity.move'>['reason'], (what: string) => string> = {
  drag: (what) => `Move ${what}`,
  arrange: (what) => `Arrange ${what}`,
  align: (what) => `Align ${what}`,
  distribute: (what) => `Space ${what} evenly`,
  snap: (what) => `Snap ${what} to the grid`,
}

export function moveEntities(db: WriteCase, input: Parsed<'entity.move'>) {
  for (const { entityId, x, y } of input.moves)
    if (!moveEntity(db, entityId, toHundredth(x), toHundredth(y)))
      throw new TroubleError('gone', 'One of these entities is no longer in the case. Nothing was moved.')
  const [first] = input.moves
  const what =
    input.moves.length === 1 && first
      ? quoted(findEntity(db, first.entityId).name)
      : `${input.moves.length} entities`
  return { label: moved[input.reason](what), value: undefined }
}

/** History keeps rows as JSON text with 15 digits: a hundredth of a pixel survives that exactly. */
const toHundredth = (value: number) => Math.round(value * 100) / 100

export function removeEntity(db: WriteCase, input: Parsed<'entity.remove'>) {
  const { name } = findEntity(db, input.entityId)
  deleteBare(db, deleteEntity(db, input.entityId))
  return { label: `Delete entity ${quoted(name)}`, value: undefined }
}
