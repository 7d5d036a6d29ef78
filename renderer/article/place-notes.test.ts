import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefHeight, placeNotes } from './place-notes.ts'

const note = fc.record({ line: fc.nat(3000), height: fc.integer({ min: 20, max: 300 }) })

test('however many notes stand beside a page, none overlaps another or the toolbar, and none stands above its line', () => {
  fc.assert(
    fc.property(
      fc.array(note, { maxLength: 200 }),
      fc.option(fc.nat(199)),
      fc.option(fc.tuple(fc.nat(3000), fc.integer({ min: 20, max: 200 }))),
      (loose, active, toolbar) => {
        const notes = loose
          .sort((a, b) => a.line - b.line)
          .map((each, index) => ({ ...each, isActive: index === active }))
        const taken = toolbar ? [[toolbar[0], toolbar[0] + toolbar[1]] as const] : []
        const placed = placeNotes(notes, taken)
        const boxes = placed.map(({ top, isBrief }, index): readonly [number, number] => [
          top,
          top + (isBrief ? briefHeight : (notes[index]?.height ?? 0)),
        ])
        for (const [index, { top }] of placed.entries())
          expect(top).toBeGreaterThanOrEqual(notes[index]?.line ?? 0)
        const all = [...boxes, ...taken].sort((a, b) => a[0] - b[0])
        for (const [index, box] of all.entries())
          if (index > 0) expect(box[0]).toBeGreaterThanOrEqual((all[index - 1] as [number, number])[1])
      },
    ),
  )
})

test('the note of the selected passage stands at its line, however many come before it', () => {
  const crowd = Array.from({ length: 100 }, () => ({ line: 100, height: 80, isActive: false }))
  const placed = placeNotes([...crowd, { line: 140, height: 60, isActive: true }], [])
  expect(placed.at(-1)).toEqual({ top: 140, isBrief: false })
})

test('where hundreds stand on one page they show a line each, so that they stay near what they are on', () => {
  const placed = placeNotes(
    Array.from({ length: 300 }, () => ({ line: 0, height: 120, isActive: false })),
    [],
  )
  expect(placed.filter(({ isBrief }) => isBrief).length).toBeGreaterThan(290)
})
