import type { EntityRow } from '../../preload/contract/network.ts'
import type { Parsed } from '../../preload/contract.ts'
import {
  deleteEntity,
  findEntity,
  insertEntity,
  placesAround,
  rightEdge,
  setPeriod,
  updateEntity,
} from '../case-file/entities.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { handOver, moveEnd, moveMention, moveNote } from '../case-file/identity.ts'
import { TroubleError } from '../trouble.ts'
import { checkType } from './looks.ts'
import { findPlace, reach } from './place.ts'
import { quoted } from './words.ts'

/** Most other names that an entity can have: more could not be edited. */
const mostAliases = 1000

/**
 * Makes two entities one. Nothing that was said of either is dropped: names become other names, descriptions stand one below
 * the other, and a relation between the two becomes one to itself. Its dates are those of the one kept, where it has any.
 */
export function mergeEntities(db: WriteCase, input: Parsed<'entity.merge'>) {
  const kept = findEntity(db, input.keptId)
  const gone = findEntity(db, input.goneId)
  if (kept.id === gone.id)
    throw new TroubleError('same-entity', 'An entity cannot be merged with itself.', 'Choose another one.')
  const aliases = namesOf(kept, gone)
  if (aliases.length > mostAliases)
    throw new TroubleError(
      'too-many-names',
      `Together they have more than ${mostAliases} other names. Nothing was merged.`,
      'Take some of their other names away first.',
    )
  const descriptions = [...new Set([kept.description, gone.description])].filter(Boolean)
  updateEntity(db, { ...kept, aliases: aliases.join('\n'), description: descriptions.join('\n\n') })
  if (!kept.startOn && !kept.endOn) setPeriod(db, kept.id, gone)
  handOver(db, gone.id, kept.id)
  deleteEntity(db, gone.id)
  return { label: `Merge ${quoted(gone.name)} into ${quoted(kept.name)}`, value: undefined }
}

/** The other names of two entities that become one, each once whatever its case, those of the one kept first. */
function namesOf(kept: EntityRow, gone: EntityRow): string[] {
  const seen = new Set([kept.name.toLowerCase()])
  return [...kept.aliases.split('\n'), gone.name, ...gone.aliases.split('\n')].filter((name) => {
    const isNew = name !== '' && !seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return isNew
  })
}

export function splitEntity(db: WriteCase, input: Parsed<'entity.split'>) {
  checkType(db, input.type)
  const old = findEntity(db, input.entityId)
  const place = findPlace(placesAround(db, old, reach), old, rightEdge(db))
  const made = insertEntity(db, { name: input.name, type: input.type, ...place })
  const check = (isMoved: boolean, what: string) => {
    if (isMoved) return
    throw new TroubleError(
      'gone',
      `One of the ${what} is no longer at ${quoted(old.name)}. Nothing was split.`,
    )
  }
  for (const id of new Set(input.annotationIds)) check(moveMention(db, id, old.id, made.id), 'mentions')
  for (const { relationId, end } of input.ends)
    check(moveEnd(db, relationId, end, old.id, made.id), 'relations')
  for (const id of new Set(input.noteIds)) check(moveNote(db, id, old.id, made.id), 'notes')
  // What is another entity's name now is no other name of this one.
  const aliases = old.aliases.split('\n').filter((alias) => alias.toLowerCase() !== input.name.toLowerCase())
  updateEntity(db, { ...old, aliases: aliases.join('\n') })
  return { label: `Split ${quoted(input.name)} off ${quoted(old.name)}`, value: { entityId: made.id } }
}
