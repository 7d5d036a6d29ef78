import type { Parsed } from '../../preload/contract.ts'
import type { WriteCase } from '../case-file/handle.ts'
import {
  addToSet,
  deleteTagSet,
  findTagSet,
  findTagSetNamed,
  insertTagSet,
  renameTagSet,
  takeOutOfSet,
} from '../case-file/tag-sets.ts'
import { findTag } from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

export function makeTagSet(db: WriteCase, { name }: Parsed<'tagSet.make'>) {
  refuseSameName(db, name)
  return { label: `Make tag set ${quoted(name)}`, value: { tagSetId: insertTagSet(db, name).id } }
}

export function renameSet(db: WriteCase, { tagSetId, name }: Parsed<'tagSet.rename'>) {
  const set = findTagSet(db, tagSetId)
  refuseSameName(db, name, tagSetId)
  renameTagSet(db, tagSetId, name)
  return { label: `Rename tag set ${quoted(set.name)} to ${quoted(name)}`, value: { tagSetId } }
}

export function removeTagSet(db: WriteCase, { tagSetId }: Parsed<'tagSet.remove'>) {
  const set = findTagSet(db, tagSetId)
  deleteTagSet(db, tagSetId)
  return { label: `Delete tag set ${quoted(set.name)}`, value: undefined }
}

export function putInSet(db: WriteCase, { tagSetId, tagId, isIn }: Parsed<'tagSet.put'>) {
  const set = findTagSet(db, tagSetId)
  const tag = findTag(db, tagId)
  if (isIn) addToSet(db, tagSetId, tagId)
  else takeOutOfSet(db, tagSetId, tagId)
  const label = isIn
    ? `Put tag ${quoted(tag.name)} into set ${quoted(set.name)}`
    : `Take tag ${quoted(tag.name)} out of set ${quoted(set.name)}`
  return { label, value: undefined }
}

function refuseSameName(db: WriteCase, name: string, except?: string): void {
  const same = findTagSetNamed(db, name)
  if (same && same.id !== except)
    throw new TroubleError(
      'set-exists',
      `There is a set ${quoted(same.name)} already.`,
      'Choose another name.',
    )
}
