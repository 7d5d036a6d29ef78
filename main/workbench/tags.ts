import type { Parsed } from '../../preload/contract.ts'
import { deleteBare } from '../case-file/annotations.ts'
import type { WriteCase } from '../case-file/handle.ts'
import {
  deleteTag,
  findTag,
  findTagNamed,
  lineOf,
  moveChildren,
  oldestTags,
  pinnedTags,
  replaceTag,
  setParent,
  setPin,
  updateTag,
} from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { withItsQueries } from './keep-query.ts'
import { quoted } from './words.ts'

export function editTag(db: WriteCase, input: Parsed<'tag.edit'>) {
  const { name } = findTag(db, input.tagId)
  const same = findTagNamed(db, input.name)
  if (same && same.id !== input.tagId)
    throw new TroubleError(
      'tag-exists',
      `There is a tag ${quoted(same.name)} already.`,
      'Choose another name, or merge the two.',
    )
  withItsQueries(db, input.tagId, () => updateTag(db, { ...input, id: input.tagId }))
  const label =
    name === input.name ? `Edit tag ${quoted(name)}` : `Rename tag ${quoted(name)} to ${quoted(input.name)}`
  return { label, value: undefined }
}

/** What is below a tag that goes moves up to where it was; a kept question about it says that it is gone. */
export function removeTag(db: WriteCase, input: Parsed<'tag.remove'>) {
  const { name, parentId } = findTag(db, input.tagId)
  keepKeys(db)
  moveChildren(db, input.tagId, parentId)
  withItsQueries(db, input.tagId, () => deleteBare(db, deleteTag(db, input.tagId)), { gone: name })
  return { label: `Delete tag ${quoted(name)}`, value: undefined }
}

export function moveTag(db: WriteCase, { tagId, parentId }: Parsed<'tag.move'>) {
  const tag = findTag(db, tagId)
  const parent = parentId === null ? null : findTag(db, parentId)
  if (parent && lineOf(db, parent.id).includes(tagId)) {
    const why = parent.id === tagId ? 'itself' : `${quoted(parent.name)}, which is below it`
    throw new TroubleError(
      'tag-circle',
      `${quoted(tag.name)} cannot stand below ${why}. Nothing was changed.`,
    )
  }
  setParent(db, tagId, parentId)
  const where = parent ? `below ${quoted(parent.name)}` : 'at the top'
  return { label: `Put tag ${quoted(tag.name)} ${where}`, value: undefined }
}

export function pinTag(db: WriteCase, { tagId, pin }: Parsed<'tag.pin'>) {
  const tag = findTag(db, tagId)
  keepKeys(db)
  const before = pin === 0 ? undefined : pinnedTags(db).find((other) => other.pin === pin)
  const loser = before && before.id !== tagId ? before : null
  if (loser) setPin(db, loser.id, 0)
  setPin(db, tagId, pin)
  const label =
    pin === 0 ? `Take the key off tag ${quoted(tag.name)}` : `Give tag ${quoted(tag.name)} key ${pin}`
  return { label, value: loser?.name ?? null }
}

/**
 * The tag that stays keeps its name, colour and place, and its meaning and key where it has one; what is below the other
 * comes below it, and a kept question about the other asks for it.
 */
export function mergeTags(db: WriteCase, { tagId, intoId }: Parsed<'tag.merge'>) {
  const tag = findTag(db, tagId)
  const into = findTag(db, intoId)
  if (tagId === intoId)
    throw new TroubleError(
      'tag-circle',
      `${quoted(tag.name)} cannot be merged with itself. Nothing was changed.`,
    )
  keepKeys(db)
  // Where the one that stays is below the other, that one's place is taken by what was below it, without a circle.
  moveChildren(db, tagId, lineOf(db, intoId).includes(tagId) ? tag.parentId : intoId)
  replaceTag(db, tagId, intoId)
  const { pin } = findTag(db, tagId)
  withItsQueries(db, tagId, () => deleteTag(db, tagId), { id: intoId })
  if (pin > 0 && findTag(db, intoId).pin === 0) setPin(db, intoId, pin)
  if (into.description === '' && tag.description !== '')
    updateTag(db, { ...into, description: tag.description })
  return { label: `Merge tag ${quoted(tag.name)} into ${quoted(into.name)}`, value: into.name }
}

/**
 * While no tag has a key of its own, keys 1 to 9 are the nine oldest tags'. Before a step that would move these along, each
 * gets for its own the key it has: a key never comes to mean another tag by itself.
 */
export function keepKeys(db: WriteCase): void {
  if (pinnedTags(db).length > 0) return
  for (const [index, tag] of oldestTags(db, 9).entries()) setPin(db, tag.id, index + 1)
}
