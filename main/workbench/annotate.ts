import type { Parsed } from '../../preload/contract.ts'
import { deleteAnnotation, deleteBare, findAnnotation } from '../case-file/annotations.ts'
import type { WriteCase } from '../case-file/handle.ts'
import {
  attachTag,
  deleteTag,
  detachTag,
  findTag,
  findTagNamed,
  insertTag,
  updateTag,
} from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { annotationFor } from './passage.ts'
import { quoted } from './words.ts'

export function tagPassage(db: WriteCase, input: Parsed<'annotate.tag'>) {
  const tag =
    'id' in input.tag
      ? findTag(db, input.tag.id)
      : (findTagNamed(db, input.tag.name) ?? insertTag(db, input.tag.name))
  const annotation = annotationFor(db, input.passage)
  attachTag(db, annotation.id, tag.id)
  return {
    label: `Tag passage ${quoted(annotation.quote, 28)} with ${quoted(tag.name)}`,
    value: { annotationId: annotation.id, tagId: tag.id },
  }
}

export function untagPassage(db: WriteCase, input: Parsed<'annotate.untag'>) {
  const tag = findTag(db, input.tagId)
  const { quote } = findAnnotation(db, input.annotationId)
  detachTag(db, input.annotationId, input.tagId)
  deleteBare(db, [input.annotationId])
  return { label: `Take tag ${quoted(tag.name)} off ${quoted(quote, 28)}`, value: undefined }
}

export function removePassage(db: WriteCase, input: Parsed<'annotate.remove'>) {
  const { quote } = findAnnotation(db, input.annotationId)
  deleteAnnotation(db, input.annotationId)
  return { label: `Remove passage ${quoted(quote)}`, value: undefined }
}

export function editTag(db: WriteCase, input: Parsed<'tag.edit'>) {
  const { name } = findTag(db, input.tagId)
  const same = findTagNamed(db, input.name)
  if (same && same.id !== input.tagId)
    throw new TroubleError('tag-exists', `There is a tag “${same.name}” already.`, 'Choose another name.')
  updateTag(db, { ...input, id: input.tagId })
  const label =
    name === input.name ? `Edit tag ${quoted(name)}` : `Rename tag ${quoted(name)} to ${quoted(input.name)}`
  return { label, value: undefined }
}

export function removeTag(db: WriteCase, input: Parsed<'tag.remove'>) {
  const { name } = findTag(db, input.tagId)
  deleteBare(db, deleteTag(db, input.tagId))
  return { label: `Delete tag ${quoted(name)}`, value: undefined }
}
