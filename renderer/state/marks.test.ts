import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../preload/contract/patch.ts'
import { BlockMarks } from '../article/block-marks.ts'
import { grouped } from './grouped.ts'
import { followMarks } from './marks.ts'
import type { Mark } from './select.ts'
import { noRows, withChanges } from './store.ts'

const follower = () =>
  followMarks({
    taggings: grouped('tagging', (row) => row.annotationId),
    notes: grouped('note', (row) => row.annotationId),
    evidence: grouped('evidence', (row) => row.annotationId),
    taggingsByTag: grouped('tagging', (row) => row.tagId),
    mentions: grouped('annotation', (row) => row.entityId),
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

const blocks = [0, 20, 40, 60, 80].map((start) => ({ kind: 'paragraph' as const, start, end: start + 18 }))

test('marks that are mended patch by patch are those that are made anew, in every block too', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (patches) => {
      const mended = follower()
      let rows = withChanges(noRows, [])
      const inBlocks = new BlockMarks(blocks, [])
      for (const patch of patches) {
        rows = withChanges(rows, patch)
        const all = mended(rows)
        const anew = follower()(rows)
        for (const article of ['x', 'y']) {
          const marks = all.byArticle.get(article) ?? []
          expect(marks.map(seen)).toEqual((anew.byArticle.get(article) ?? []).map(seen))
        }
        const marks = all.byArticle.get('x') ?? []
        inBlocks.follow(marks)
        for (const [index, block] of blocks.entries())
          expect(inBlocks.of(index)).toEqual(
            marks.filter(({ annotation }) => annotation.start < block.end && annotation.end > block.start),
          )
      }
    }),
  )
})
