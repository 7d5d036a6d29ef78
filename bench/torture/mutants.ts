import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { allArticles, readContent } from '../../main/case-file/articles.ts'
import { proveTexts } from '../../main/case-file/damage.ts'
import { listSteps } from '../../main/case-file/history.ts'
import { type OpenCase, openCase } from '../../main/case-file/open-case.ts'
import { rescue } from '../../main/case-file/rescue.ts'
import { readPage } from '../../main/case-file/rows.ts'
import { schemaVersion } from '../../main/case-file/schema.ts'
import { insertTag } from '../../main/case-file/tags.ts'
import { TroubleError } from '../../main/trouble.ts'

/*
 * Case files as disks, sync clients and strangers make them: a valid one, mutated by the thousand. Each is opened, read and worked
 * on, and some are rescued. The process that does so is the one that SQLite itself would end by a crash.
 */

const pageSize = 4096

/** Mulberry32: the same dice for the same seed, so that a number names a mutant. */
function dice(start: number): (sides: number) => number {
  let state = start
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Mutation = (bytes: Buffer, roll: (sides: number) => number) => Buffer
const page = (bytes: Buffer, number: number) => bytes.subarray(number * pageSize, (number + 1) * pageSize)
const anyPage = (bytes: Buffer, roll: (sides: number) => number) => page(bytes, roll(bytes.length / pageSize))
const mutations: Record<string, Mutation> = {
  'bits flipped': (bytes, roll) => {
    for (let count = 1 + roll(8); count > 0; count--) {
      const at = roll(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8))
    }
    return bytes
  },
  'a page of zeros': (bytes, roll) => {
    anyPage(bytes, roll).fill(0)
    return bytes
  },
  'zeros somewhere': (bytes, roll) => bytes.fill(0, roll(bytes.length)).fill(0, roll(bytes.length)),
  'cut off': (bytes, roll) => bytes.subarray(0, roll(bytes.length)),
  'cut off between pages': (bytes, roll) => bytes.subarray(0, roll(bytes.length / pageSize) * pageSize),
  'a page over another': (bytes, roll) => {
    anyPage(bytes, roll).copy(anyPage(bytes, roll))
    return bytes
  },
  'more pages than there should be': (bytes, roll) => Buffer.concat([bytes, anyPage(bytes, roll)]),
  'the head of a page': (bytes, roll) => {
    const at = roll(bytes.length / pageSize)
    const head = at === 0 ? 100 : 0
    for (let count = 1 + roll(3); count > 0; count--) page(bytes, at)[head + roll(12)] = roll(256)
    return bytes
  },
  'where the cells of a page lie': (bytes, roll) => {
    for (let count = 1 + roll(6); count > 0; count--)
      anyPage(bytes, roll).writeUInt16BE(roll(65_536), 8 + 2 * roll(20))
    return bytes
  },
  'the head of the file': (bytes, roll) => {
    for (let count = 1 + roll(3); count > 0; count--) bytes[roll(100)] = roll(256)
    return bytes
  },
  'noise in a page': (bytes, roll) => {
    const noisy = anyPage(bytes, roll)
    for (let count = 1 + roll(200); count > 0; count--) noisy[roll(pageSize)] = roll(256)
    return bytes
  },
}

function workOn(path: string): void {
  const one = openCase(path)
  try {
    work(one)
  } finally {
    one.close()
  }
}

/** What a person does with a case. */
function work(one: OpenCase): void {
  let after: Parameters<typeof readPage>[1] = null
  do after = readPage(one.read, after).next
  while (after)
  listSteps(one.read, { before: null, words: '' })
  for (const { id } of allArticles(one.read)) readContent(one.read, id)
  for (const damage of proveTexts(one.read)) void damage
  one.info()
  one.step((db) => ({ label: 'Tag', value: insertTag(db, 'mutant') }))
  one.travel('undo')
}

/** Runs it; answers the code of the error that is made for a person, or of SQLite's that main/failure-words.ts has words for. */
async function outcome(run: () => unknown): Promise<string> {
  try {
    await run()
    return 'works'
  } catch (error) {
    if (error instanceof TroubleError) return error.trouble.code
    if (error instanceof Database.SqliteError) return error.code
    throw error
  }
}

export interface Mutants {
  mutants: number
  /** How many came to what: 'opened: works', 'rescued: nothing-to-rescue' and the like. */
  outcomes: Map<string, number>
  /** Sentences about those that ended in an error made for nobody. */
  found: string[]
}

export async function runMutants(mutants: number, seed = 1): Promise<Mutants> {
  // In memory where there is such a place: what is tested is not the disk.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'ligature-mutants-'))
  const whole = readFileSync(join(import.meta.dirname, `../../e2e/fixtures/case-v${schemaVersion}.ligature`))
  const path = join(folder, 'Mutant.ligature')
  const target = join(folder, 'Rescued.ligature')
  const kinds = Object.entries(mutations)
  const outcomes = new Map<string, number>()
  const found: string[] = []
  const note = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
  for (let number = 0; number < mutants; number++) {
    const [kind, mutate] = kinds[number % kinds.length] as [string, Mutation]
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    const mutant = mutate(Buffer.from(whole), dice(seed * 1_000_003 + number))
    writeFileSync(path, mutant)
    try {
      note(`opened: ${await outcome(() => workOn(path))}`)
      // A rescue takes ten times as long as an opening, and kinds of mutations take turns by eleven.
      if (number % 8 > 0) continue
      writeFileSync(path, mutant)
      const rescued = await outcome(() => rescue(path, target))
      note(`rescued: ${rescued}`)
      if (rescued !== 'works' && rescued !== 'nothing-to-rescue') throw new Error(rescued)
      if (!readFileSync(path).equals(mutant)) throw new Error('The rescue changed the old file')
      if (rescued === 'works') workOn(target)
    } catch (error) {
      found.push(`Mutant ${number} of seed ${seed} (${kind}): ${error}`)
    }
  }
  rmSync(folder, { recursive: true })
  return { mutants, outcomes, found }
}
