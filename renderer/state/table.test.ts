import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, Table } from './table.ts'

const step = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.nat(9))), {
  maxLength: 4,
})

test('every version of a table stays as it was, whatever comes after it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.nat(11), (steps, look) => {
      let table = new Table<{ n: number }>()
      const plain = new Map<string, { n: number }>()
      const versions = [{ table, plain: new Map(plain) }]
      for (const changes of steps) {
        const rows = changes.map(([id, n]) => [id, n === null ? null : { n }] as const)
        table = table.with(rows)
        for (const [id, row] of rows)
          if (row) plain.set(id, row)
          else plain.delete(id)
        versions.push({ table, plain: new Map(plain) })
      }
      const sorted = (rows: Iterable<[string, { n: number }]>) =>
        [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
      const older = versions[Math.min(look, steps.length)]
      if (!older) return
      const truly = changesBetween(plain, older.plain)
      for (const [id, row] of changesBetween(table, older.table)) {
        expect(row).toBe(older.plain.get(id))
        truly.delete(id)
      }
      expect([...truly]).toEqual([])
      for (const version of versions) {
        for (const id of 'abcde') expect(version.table.get(id)).toBe(version.plain.get(id))
        expect(version.table.size).toBe(version.plain.size)
        expect(sorted(version.table)).toEqual(sorted(version.plain))
      }
    }),
  )
})

test('tables of two cases are compared row by row', () => {
  const one = new Table(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  )
  const other = new Table(
    new Map([
      ['b', 3],
      ['c', 4],
    ]),
  )
  expect([...changesBetween(other, one)]).toEqual([
    ['b', 2],
    ['c', undefined],
    ['a', 1],
  ])
})
