import type { Parsed } from '../../preload/contract.ts'
import { deleteAnnotation, deleteBare, findAnnotation } from '../case-file/annotations.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { attachTag, detachTag, findTag, findTagNamed, insertTag } from '../case-file/tags.ts'
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
