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
import { excerpt } from './words.ts'

export function tagPassage(db: WriteCase, input: Parsed<'annotate.tag'>) {
  const tag =
    'id' in input.tag
      ? findTag(db, input.tag.id)
      : (findTagNamed(db, input.tag.name) ?? insertTag(db, input.tag.name))
  const annotation = annotationFor(db, input.passage)
  attachTag(db, annotation.id, tag.id)
  return { label: `Tag passage “${tag.name}”`, value: { annotationId: annotation.id, tagId: tag.id } }
}

export function untagPassage(db: WriteCase, input: Parsed<'annotate.untag'>) {
  const tag = findTag(db, input.tagId)
  findAnnotation(db, input.annotationId)
  detachTag(db, input.annotationId, input.tagId)
  deleteBare(db, [input.annotationId])
  return { label: `Take tag “${tag.name}” off a passage`, value: undefined }
}

export function removePassage(db: WriteCase, input: Parsed<'annotate.remove'>) {
  const { quote } = findAnnotation(db, input.annotationId)
  deleteAnnotation(db, input.annotationId)
  return { label: `Remove passage “${excerpt(quote)}”`, value: undefined }
}

export function editTag(db: WriteCase, input: Parsed<'tag.edit'>) {
  findTag(db, input.tagId)
  const same = findTagNamed(db, input.name)
  if (same && same.id !== input.tagId)
    throw new TroubleError('tag-exists', `There is a tag “${same.name}” already.`, 'Choose another name.')
  updateTag(db, { ...input, id: input.tagId })
  return { label: `Edit tag “${input.name}”`, value: undefined }
}

export function removeTag(db: WriteCase, input: Parsed<'tag.remove'>) {
  const { name } = findTag(db, input.tagId)
  deleteBare(db, deleteTag(db, input.tagId))
  return { label: `Delete tag “${name}”`, value: undefined }
}
