import type { Fate } from '../../../preload/contract/versions.ts'
import type { Parsed } from '../../../preload/contract.ts'
import { annotationsOf, findAnnotation, moveAnnotation } from '../../case-file/annotations.ts'
import { findArticle, readContent, setReplaces } from '../../case-file/articles.ts'
import type { ReadCase, WriteCase } from '../../case-file/handle.ts'
import { TroubleError } from '../../trouble.ts'
import { quoteAt, snap } from '../passage.ts'
import { quoted } from '../words.ts'
import { fatesIn } from './fates.ts'

/** What becomes of each passage that stands in the earlier version, in reading order. */
export function compareVersions(
  db: ReadCase,
  { articleId, earlierId }: Pick<Parsed<'version.carry'>, 'articleId' | 'earlierId'>,
): Fate[] {
  checkOrder(db, articleId, earlierId)
  const { text: before } = readContent(db, earlierId)
  const { text: after } = readContent(db, articleId)
  const passages = annotationsOf(db, earlierId)
  const found = fatesIn(before, after, passages)
  return passages.map((passage, at) => {
    const { id: annotationId, start, end } = passage
    const fate = found[at] ?? { fate: 'lost' as const }
    const place = { start, end, ...quoteAt(before, start, end) }
    if (fate.fate === 'lost') return { annotationId, fate: 'lost', before: place }
    // Words that took the place of others can begin or end within a letter made of several signs.
    const span = fate.fate === 'sure' ? fate : snap(after, fate.start, fate.end)
    const there = { start: span.start, end: span.end, ...quoteAt(after, span.start, span.end) }
    return { annotationId, fate: fate.fate, before: place, after: there }
  })
}

/**
 * Carries passages over with all that is on them. Where they stand is worked out again here: texts never change, so it is what the
 * person was shown. What was neither sure nor accepted stays with the earlier version, which stays in the case.
 */
export function carryOver(db: WriteCase, { articleId, earlierId, accepted }: Parsed<'version.carry'>) {
  const { title } = findArticle(db, articleId)
  const chosen = new Set(accepted)
  for (const id of chosen) findAnnotation(db, id)
  const fates = compareVersions(db, { articleId, earlierId })
  let carried = 0
  for (const each of fates) {
    if (each.fate === 'lost' || (each.fate === 'moved' && !chosen.has(each.annotationId))) continue
    moveAnnotation(db, each.annotationId, articleId, each.after)
    carried++
  }
  setReplaces(db, articleId, earlierId)
  const label =
    carried === 0
      ? `Make ${quoted(title)} a new version`
      : `Carry ${carried} ${carried === 1 ? 'passage' : 'passages'} over to ${quoted(title)}`
  return { label, value: { carried, left: fates.length - carried } }
}

/** A new version of a new version of an article is no earlier version of it. */
function checkOrder(db: ReadCase, articleId: string, earlierId: string): void {
  const seen = new Set<string>()
  findArticle(db, articleId)
  for (let id: string | null = earlierId; id && !seen.has(id); id = findArticle(db, id).replacesId) {
    if (id === articleId)
      throw new TroubleError(
        'version-circle',
        'An article cannot be a new version of itself. Nothing was changed.',
        'Choose another article.',
      )
    seen.add(id)
  }
}
