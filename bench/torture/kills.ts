import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Account, keepAccount } from './account.ts'
import { withBundle } from './bundle.ts'
import { isHot, prove, type Verdict } from './prove.ts'

export interface Outcome {
  kills: number
  acknowledged: number
  lost: number
  torn: number
  /** How many kills came before the first answer, while a step was under way, and left a journal to be played back. */
  early: number
  within: number
  hot: number
  /** How often the file alone was copied between two steps, and proved like a case after a kill. */
  copies: number
  /** What was found wrong, in words. */
  found: string[]
}

/**
 * A child is killed after so many lines at most, two for each step, and then within so many milliseconds, which is longer than
 * most steps take: lines, so that on a slow machine it comes as far. One that is killed early gets as long as a start takes.
 */
const mostLines = 60
const mostDelay = 8
const mostStart = 250
/** A case is begun anew after so many kills, or when its file is larger, in bytes: proving it takes as long as it is large. */
const killsOfOneCase = 250
const largest = 20_000_000

/**
 * Kills `kills` processes at random moments of their work on a case and proves the case after each. Several cases are worked
 * on at once, one a lane; each goes on from kill to kill and grows. At its end `depth` steps are undone and redone.
 */
export async function runKills(kills: number, { lanes = 2, depth = Number.POSITIVE_INFINITY } = {}) {
  const outcome: Outcome = {
    ...{ kills: 0, acknowledged: 0, lost: 0, torn: 0, early: 0, within: 0, hot: 0, copies: 0, found: [] },
  }
  const note = ({ lost, torn }: Verdict): boolean => {
    outcome.lost += lost
    outcome.torn += torn.length > 0 ? 1 : 0
    outcome.found.push(...torn)
    return lost === 0 && torn.length === 0
  }
  let begun = 0
  await withBundle('writer', async (writer, folder) => {
    const lane = async () => {
      while (begun < kills) {
        const path = join(folder, `${begun}.ligature`)
        const account = keepAccount()
        let isGood = true
        for (let of = 0; isGood && of < killsOfOneCase && begun < kills && sizeOf(path) < largest; of++) {
          begun++
          isGood = note(await killOne(writer, path, account, outcome))
          // One that is not looked at is opened by the next child, which may be killed while it plays the journal back.
          if (isGood && randomInt(5) > 0) isGood = note(proveIfMade(path, account, 1))
        }
        if (isGood) note(proveIfMade(path, account, depth))
        outcome.acknowledged += account.acknowledged
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  })
  return outcome
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** A child that was killed before it had made its case leaves none, and that is as it should be. */
const proveIfMade = (path: string, account: Account, depth: number): Verdict =>
  existsSync(path) || account.acknowledged > 0 ? prove(path, account, depth) : { lost: 0, torn: [] }

/** Starts a child on the case and kills it. */
async function killOne(writer: string, path: string, account: Account, outcome: Outcome): Promise<Verdict> {
  const verdict: Verdict = { lost: 0, torn: [] }
  const rest = randomInt(10) === 0 ? randomInt(20) : -1
  const child = spawn(process.execPath, [writer, path, String(rest)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const killWithin = (most: number) => setTimeout(() => child.kill('SIGKILL'), randomInt(most))
  let linesLeft = randomInt(mostLines)
  let isEarly = true
  // One in six is killed while it starts, makes or opens its case.
  let timer = randomInt(6) === 0 ? killWithin(mostStart) : undefined

  createInterface({ input: child.stdout }).on('line', (line) => {
    isEarly &&= !line.startsWith('did')
    if (line === 'rest') {
      const { lost, torn } = proveCopy(path, account)
      verdict.lost += lost
      verdict.torn.push(...torn.map((what) => `a copy between two steps ${what}`))
      outcome.copies++
      child.stdin.write('.')
      return
    }
    try {
      account.hear(line)
    } catch (error) {
      verdict.torn.push(String(error))
    }
    if (linesLeft-- <= 0) timer ??= killWithin(mostDelay)
  })
  child.stdin.on('error', () => {})
  const [, signal] = await once(child, 'close')
  clearTimeout(timer)
  if (signal !== 'SIGKILL') verdict.torn.push('the writer ended by itself')
  outcome.kills++
  if (isEarly) outcome.early++
  if (account.underWay.length > 0) outcome.within++
  if (isHot(`${path}-journal`)) outcome.hot++
  return verdict
}

/** What another program takes that knows nothing of SQLite: the one file, while the case is open and between two steps. */
function proveCopy(path: string, account: Account): Verdict {
  const copy = path.replace(/\.ligature$/, 'copy.ligature')
  copyFileSync(path, copy)
  const verdict = prove(copy, keepAccount(account.answered))
  rmSync(copy)
  return verdict
}
