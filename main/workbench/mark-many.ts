import type { Parsed } from '../../preload/contract.ts'
import { deleteBare, findAnnotation, setMention } from '../case-file/annotations.ts'
import { findEntity } from '../case-file/entities.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { attachTag, detachTag, findTag } from '../case-file/tags.ts'
import { annotationFor } from './passage.ts'
import { quoted } from './words.ts'

/** Marks many passages in one step, and unmarks others. What is marked so already stays as it is. */
export function markMany(db: WriteCase, { as, mark, unmark }: Parsed<'annotate.many'>) {
  const { name } = 'entityId' in as ? findEntity(db, as.entityId) : findTag(db, as.tagId)
  for (const passage of mark) {
    if ('tagId' in as) {
      attachTag(db, annotationFor(db, passage).id, as.tagId)
      continue
    }
    const { id } = annotationFor(db, passage, ({ entityId }) => entityId === null || entityId === as.entityId)
    setMention(db, id, as.entityId)
  }
  const ids = unmark.map(({ annotationId }) => findAnnotation(db, annotationId).id)
  for (const id of ids)
    if ('tagId' in as) detachTag(db, id, as.tagId)
    else setMention(db, id, null)
  deleteBare(db, ids)
  const what = 'entityId' in as ? 'Mark' : 'Tag'
  const doings = [
    mark.length > 0 && `${what} ${passages(mark.length)}`,
    unmark.length > 0 && `${mark.length > 0 ? 'un' : 'Un'}${what.toLowerCase()} ${passages(unmark.length)}`,
  ].filter(Boolean)
  return {
    label: `${doings.join(', ')} ${'entityId' in as ? 'as' : 'with'} ${quoted(name)}`,
    value: { marked: mark.length, unmarked: unmark.length },
  }
}

const passages = (count: number) => `${count} ${count === 1 ? 'passage' : 'passages'}`
