import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type OpenCase, openCase } from '../../main/case-file/open-case.ts'
import { sql } from '../../main/case-file/sql.ts'
import type { Account, Place } from './account.ts'
import { hashRows } from './rows-hash.ts'

/** What was found wrong with a case: how many acknowledged steps it lacks, and whatever else is not as it must be. */
export interface Verdict {
  lost: number
  torn: string[]
}

/**
 * Opens the case as the program would after a crash and proves it against what was acknowledged. Undoes and redoes `depth`
 * steps. Closed again, only the file may be there.
 */
export function prove(path: string, account: Account, depth = 1): Verdict {
  const torn: string[] = []
  let lost = 0
  let hasStepped = false
  let one: OpenCase | undefined
  try {
    one = openCase(path)
    const { revision } = one.info()
    const place = account.settle(revision, hashRows(one.read).hex())
    lost = Math.max(0, account.answered.revision - revision)
    if (place) {
      const then = travel(one, place, depth, torn)
      hasStepped = then.revision > place.revision
      account.moveOn(then)
    } else if (lost === 0) torn.push(`stands at revision ${revision} with rows that nobody wrote`)
    const integrity = one.read.all<object>(sql`PRAGMA integrity_check`)
    if (JSON.stringify(integrity) !== '[{"integrity_check":"ok"}]') torn.push(JSON.stringify(integrity))
    if (one.read.all(sql`PRAGMA foreign_key_check`).length > 0)
      torn.push('has rows whose parents are missing')
  } catch (error) {
    torn.push(String(error))
  }
  one?.close()
  const left = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}-`))
  // A journal that is done with stays after a crash until the next step; here that was an undo, where there is one.
  const isInOrder = hasStepped ? left.length === 0 : !isHot(`${path}-journal`)
  if (!isInOrder) torn.push(`left ${left} behind`)
  return { lost, torn }
}

/** Undoes and redoes; answers where the case stands then, which is where it stood, some revisions on. */
function travel(one: OpenCase, place: Place, depth: number, torn: string[]): Place {
  const rows = hashRows(one.read)
  const go = (way: 'undo' | 'redo', hash: string) => {
    rows.apply(one.travel(way)?.changes ?? [])
    if (rows.hex() !== hash) torn.push(`${way} leads elsewhere than it should`)
  }
  const states = [place.now]
  for (let state = place.now.before; state && states.length <= depth; state = state.before) states.push(state)
  for (const state of states.slice(1)) go('undo', state.hash)
  for (const state of states.reverse().slice(1)) go('redo', state.hash)
  if (hashRows(one.read).hex() !== place.now.hash) torn.push('undo and redo do not lead back')
  return { ...place, revision: place.revision + 2 * (states.length - 1) }
}

/** Whether SQLite would play a journal back: one that is done with begins with zeros. */
export const isHot = (journal: string) => existsSync(journal) && (readFileSync(journal)[0] ?? 0) !== 0
