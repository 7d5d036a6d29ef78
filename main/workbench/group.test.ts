import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findGroup } from '../case-file/board.ts'
import { findEntity, insertEntity } from '../case-file/entities.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { foldGroup, makeGroup, putInGroup, removeGroup } from './group.ts'
import { moveEntities, removeEntity } from './network.ts'
import { hideEntities } from './pin-hide.ts'
import { noFilter } from './testing/dice-picture.ts'
import { keepView, openView } from './view.ts'

let folder = ''
let one: OpenCase
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-group-'))
  one = openCase(join(folder, 'case.ligature'), { create: true })
})
afterAll(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

const addEntity = (name: string) =>
  one.step((db) => ({
    label: `Add ${name}`,
    value: insertEntity(db, { name, type: 'person', x: 10, y: 20 }).id,
  })).value
const group = (name: string, entityIds: string[], groupIds: string[] = []) =>
  one.step((db) => makeGroup(db, { name, entityIds, groupIds })).value.groupId

test('groups stand in groups, and taking a frame away leaves what was in it in the frame around it', () => {
  const [anna, ben] = [addEntity('Anna'), addEntity('Ben')]
  const outer = group('All', [anna, ben])
  const inner = group('Some', [anna])
  expect(findGroup(one.read, inner).parentId).toBe(outer)
  one.step((db) => removeGroup(db, { groupId: inner }))
  expect(findEntity(one.read, anna).groupId).toBe(outer)
  one.step((db) => removeGroup(db, { groupId: outer }))
  expect(findEntity(one.read, anna).groupId).toBeNull()
  one.travel('undo')
  one.travel('undo')
  expect(findEntity(one.read, anna).groupId).toBe(inner)
})

test('a group that would hold itself, at any depth, is refused in a sentence, and nothing is changed', () => {
  const outer = group('Outer', [addEntity('Chris')])
  const inner = group('Inner', [], [outer])
  for (const into of [outer, inner])
    expect(() => one.step((db) => putInGroup(db, { entityIds: [], groupIds: [inner], into }))).toThrow(
      'The group “Inner” cannot be put into itself or into a group that it holds. Nothing was changed.',
    )
  expect(findGroup(one.read, outer).parentId).toBe(inner)
  expect(findGroup(one.read, inner).parentId).toBeNull()
  expect(() => group('Nothing', [])).toThrow('A group needs something to be in it. Nothing was changed.')
})

test('a kept view puts everything back where it stood, as one step, whatever came or went since', () => {
  const [dora, emil] = [addEntity('Dora'), addEntity('Emil')]
  const move = (entityId: string, x: number) =>
    one.step((db) => moveEntities(db, { moves: [{ entityId, x, y: 0 }], reason: 'drag' }))
  move(dora, 100)
  one.step((db) => hideEntities(db, { entityIds: [dora], isHidden: true }))
  const seen = { zoom: 0.8, pan: { x: 4, y: 5 }, filter: noFilter }
  const { viewId } = one.step((db) => keepView(db, { name: 'Before the war', ...seen })).value
  move(dora, 300)
  one.step((db) => hideEntities(db, { entityIds: [dora], isHidden: false }))
  one.step((db) => removeEntity(db, { entityId: emil }))
  const fred = addEntity('Fred')
  move(fred, 77)
  one.step((db) => openView(db, { viewId }))
  expect(findEntity(one.read, dora)).toMatchObject({ x: 100, hidden: 1 })
  expect(findEntity(one.read, fred)).toMatchObject({ x: 77, hidden: 0 })
  expect(one.travel('undo')?.label).toBe('Open view “Before the war”')
  expect(findEntity(one.read, dora)).toMatchObject({ x: 300, hidden: 0 })
})

test('labels say which nodes a step was about', () => {
  const [gina, hugo] = [addEntity('Gina'), addEntity('Hugo')]
  const groupId = group('Crew', [gina, hugo])
  const labels = [
    one.step((db) => foldGroup(db, { groupId, isCollapsed: true })),
    one.step((db) => hideEntities(db, { entityIds: [gina], isHidden: true })),
    one.step((db) =>
      moveEntities(db, {
        moves: [gina, hugo].map((entityId, n) => ({ entityId, x: 10, y: 50 * n })),
        reason: 'align',
      }),
    ),
  ].map(({ patch }) => patch?.label)
  expect(labels).toEqual(['Collapse group “Crew”', 'Hide “Gina”', 'Align 2 entities'])
})
