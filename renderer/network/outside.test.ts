import { expect, test } from 'vitest'
import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import { noRows, type Rows } from '../state/store.ts'
import { isOutside } from './outside.ts'

const shown = { entities: new Set(['ada', 'ben']), relations: new Set(['ada met ben']) }
const outside = (entityId: string | null, ...relationIds: string[]) => {
  const evidence = relationIds.map((relationId) => ({ id: relationId, relationId, annotationId: 'a' }))
  const rows = { ...noRows, evidence: new Map(evidence.map((row) => [row.id, row])) } as unknown as Rows
  return isOutside({ id: 'a', entityId } as AnnotationRow, rows, shown)
}

test('a passage is outside when all that it names or proves is left out', () => {
  expect(outside('cleo')).toBe(true)
  expect(outside(null, 'ada paid cleo')).toBe(true)
  expect(outside('ada')).toBe(false)
  expect(outside(null, 'ada paid cleo', 'ada met ben')).toBe(false)
  expect(outside('ada', 'ada paid cleo')).toBe(false)
  expect(outside('cleo', 'ada met ben')).toBe(false)
})

test('a passage with tags and notes alone is never outside', () => {
  expect(outside(null)).toBe(false)
})
