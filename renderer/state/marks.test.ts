import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationRow, TaggingRow } from '../../preload/contract/annotate.ts'
import type { Change } from '../../preload/contract/patch.ts'
import { grouped } from './grouped.ts'
import type { Mark } from './marks.ts'
import { followMarks } from './marks.ts'
import { Passages, readingOrder } from './passages.ts'
import { noRows, type Rows, withChanges } from './store.ts'
import { followTagCounts } from './tag-counts.ts'

const follower = () =>
  followMarks({
    taggings: grouped('tagging', (row) => row.annotationId),
    notes: grouped('note', (row) => row.annotationId),
    evidence: grouped('evidence', (row) => row.annotationId),
    taggingsByTag: grouped('tagging', (row) => row.tagId),
    mentions: grouped('annotation', (row) => row.entityId),
    byArticle: grouped('annotation', (row) => row.articleId),
  })

const id = (letters: string) => fc.constantFrom(...letters)
/** A row, or null where it goes: of every table that a mark is made of. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({
      id: id('abcdef'),
      articleId: id('xy'),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 30 }),
      entityId: fc.option(id('EF')),
    })
    .map(({ length, ...row }) => ({
      table: 'annotation',
      id: row.id,
      row: { ...row, end: row.start + length },
    })),
  fc
    .record({ id: id('pqrs'), annotationId: id('abcdef'), tagId: id('TU') })
    .map((row) => ({ table: 'tagging', id: row.id, row })),
  fc.record({ id: id('TU'), name: id('mn') }).map((row) => ({ table: 'tag', id: row.id, row })),
  fc
    .record({ id: id('EF'), name: id('mn'), x: fc.nat(5) })
    .map((row) => ({ table: 'entity', id: row.id, row })),
  fc
    .record({ id: id('kl'), annotationId: fc.option(id('abcdef')) })
    .map((row) => ({ table: 'note', id: row.id, row })),
  fc
    .record({
      table: fc.constantFrom('annotation', 'tagging', 'tag', 'entity', 'note'),
      id: id('abcdefpqrsTUEFkl'),
    })
    .map((gone) => ({ ...gone, row: null })),
) as never

/** Of the entity only how it looks in the text is kept up to date; what a mark carries has no order of its own. */
const seen = ({ annotation, entity, tags, notes }: Mark) => ({
  annotation,
  entity: entity?.name,
  tags: tags.map((tag) => `${tag.id}${tag.name}`).sort(),
  notes: notes.map((note) => note.id).sort(),
})

test('marks that are mended patch by patch are those that are made anew', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (patches) => {
      const mended = follower()
      let rows = withChanges(noRows, [])
      let before = mended(rows)
      let shown = new Map<string, Mark | undefined>()
      for (const patch of patches) {
        rows = withChanges(rows, patch)
        const now = mended(rows)
        const anew = follower()(rows)
        for (const article of ['x', 'y'])
          expect(now.inArticle(article).map(seen)).toEqual(anew.inArticle(article).map(seen))
        const changed = new Set(now.changedSince(before).map((annotation) => annotation.id))
        for (const [each, mark] of shown) if (!changed.has(each)) expect(now.get(each)).toBe(mark)
        shown = new Map([...rows.annotation.keys()].map((each) => [each, now.get(each)]))
        before = now
      }
    }),
  )
})

test('the passages that touch a stretch of the text are found, in reading order, among few and many', () => {
  const span = fc.record({ start: fc.nat(3000), length: fc.integer({ min: 1, max: 3000 }) })
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 900, size: 'max' }),
      fc.array(span, { maxLength: 5 }),
      (spans, asked) => {
        const rows = spans.map(
          ({ start, length }, index) => ({ id: `${index}`, start, end: start + length }) as AnnotationRow,
        )
        const half = Passages.of(rows.slice(0, rows.length >> 1))
        const all = half.with(rows.slice(rows.length >> 1).map((row) => [undefined, row]))
        for (const { start, length } of asked)
          expect(all.touching(start, start + length)).toEqual(
            [...rows].sort(readingOrder).filter((row) => row.start < start + length && row.end > start),
          )
        expect(all.with(rows.map((row) => [row, undefined])).inOrder).toEqual([])
      },
    ),
    { numRuns: 30 },
  )
})

test('how often a tag stands in each article is counted from what changes', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const followed = followTagCounts()
      let rows = withChanges(noRows, [])
      for (const each of changes) {
        rows = withChanges(rows, asTheCaseWould(rows, each))
        expect(nonEmpty(followed(rows))).toEqual(nonEmpty(followTagCounts()(rows)))
      }
    }),
  )
})

const nonEmpty = (counts: ReturnType<ReturnType<typeof followTagCounts>>) =>
  [...counts].filter(([, own]) => own.size > 0).sort()

/** Only what is there is tagged; annotations stay in their article, and one that goes takes its taggings along. */
function asTheCaseWould({ annotation, tagging }: Rows, change: Change): Change[] {
  if (change.table === 'tagging')
    return change.row && !annotation.has((change.row as TaggingRow).annotationId) ? [] : [change]
  if (change.table !== 'annotation') return [change]
  if (change.row) {
    const { articleId } = annotation.get(change.id) ?? (change.row as AnnotationRow)
    return [{ ...change, row: { ...change.row, articleId } }]
  }
  const own = [...tagging.values()].filter(({ annotationId }) => annotationId === change.id)
  return [change, ...own.map(({ id }): Change => ({ table: 'tagging', id, row: null }))]
}
