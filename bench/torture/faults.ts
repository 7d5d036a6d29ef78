import { existsSync } from 'node:fs'
import { keepAccount, type Place } from './account.ts'
import { withBundle } from './bundle.ts'
import { prove } from './prove.ts'
import { type Day, traceDay } from './strace.ts'

/*
 * SQLite's own habit (https://www.sqlite.org/testing.html, "Anomaly testing"): fail the first, second, … call of the system
 * until a run passes without being hit, once and then persistently. strace does the failing, on the case's files only.
 */

/** The calls by which the case file, its journal, its copies and their folder are touched. */
const calls = ['pwrite64', 'fsync', 'pread64', 'openat', 'unlink', 'rename'] as const
type Call = (typeof calls)[number]
const errors = ['ENOSPC', 'EIO', 'EACCES']

/** For how long the disk fails, as strace says it: at the `nth` call alone, at six that follow each other, or for good. */
const lengths = {
  once: (nth: number) => `${nth}`,
  'for a while': (nth: number) => `${nth}..${nth + 5}`,
  'for good': (nth: number) => `${nth}+`,
}
type Length = keyof typeof lengths

/** A moment at which the disk fails, beginning with the `nth` call of that kind. */
interface Fault {
  call: Call
  error: string
  length: Length
  nth: number
}

export interface FaultOutcome {
  points: number
  /** At how many the day's person was told; at the others the fault did no harm. */
  told: number
  lost: number
  torn: number
  /** What was found wrong, in words. */
  found: string[]
}

/**
 * Runs the day with a fault at each call there is, of each kind and length, until a run is not hit; or at `most` calls of
 * each, spread over the day.
 */
export async function runFaults(most: (call: Call) => number, lanes = 2): Promise<FaultOutcome> {
  const outcome: FaultOutcome = { points: 0, told: 0, lost: 0, torn: 0, found: [] }
  const series = calls.flatMap((call) =>
    errors.flatMap((error) => (Object.keys(lengths) as Length[]).map((length) => ({ call, error, length }))),
  )
  await withBundle('day', async (script, folder) => {
    const words = ['-e', `trace=${calls}`]
    const whole = await traceDay(script, folder, { words, onlyCase: true }, ({ log }) => log)
    const lane = async () => {
      for (let kind = series.shift(); kind; kind = series.shift()) {
        const stride = Math.ceil(whole.split(`${kind.call}(`).length / most(kind.call)) || 1
        // Each series begins elsewhere (by the golden ratio), so that together they meet more of the day.
        let nth = 1 + Math.floor(((series.length * 0.618034) % 1) * stride)
        for (let left = most(kind.call); left > 0; left--, nth += stride)
          if (!(await runDay(script, folder, { ...kind, nth }, outcome))) break
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  })
  return outcome
}

/** One day with one fault. Answers whether the day was long enough to meet it. */
async function runDay(script: string, folder: string, fault: Fault, outcome: FaultOutcome): Promise<boolean> {
  const { call, error, length, nth } = fault
  const when = lengths[length](nth)
  const words = ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`]
  return traceDay(script, folder, { words, onlyCase: true }, (day) => {
    if (!day.log.includes('(INJECTED)')) return false
    const { lost, wasTold, found } = judge(day, fault)
    outcome.points++
    outcome.told += wasTold ? 1 : 0
    outcome.lost += lost
    outcome.torn += found.length > 0 ? 1 : 0
    outcome.found.push(...found.map((what) => `${call} ${when} ${error}: ${what}`))
    return true
  })
}

/** Compares what the day said with what the disk holds now that it works again. */
function judge({ lines, status, path, copy }: Day, fault: Fault) {
  const found: string[] = []
  const account = keepAccount()
  /** Where the case stood when it was copied. An attempt that failed may have left the copy before it, or be complete. */
  let copies: (Place | null)[] = [null]
  let wasTold = false
  for (const line of lines) {
    const [what, code, ...doing] = line.split(' ')
    if (what === 'copied') copies = [account.answered]
    else if (what === 'trouble') {
      wasTold = true
      if (doing[0] === 'copy') copies.push(account.answered)
      if (code === 'defect') found.push(`${doing.join(' ')} fails with what nobody could be told`)
      if (fault.length === 'once' && doing.at(-1) === 'again')
        found.push(`${doing.join(' ')} fails, too: ${code}`)
    } else {
      const before = account.answered
      try {
        account.hear(line)
      } catch (error) {
        found.push(String(error))
      }
      if (what === 'at' && fault.length === 'once' && account.answered !== before)
        found.push('a step is in that was said to have failed')
    }
  }
  if (status !== 0 || lines.at(-1) !== 'end') found.push(`the program ended with ${status}`)
  const { lost, torn } =
    existsSync(path) || account.acknowledged > 0 ? prove(path, account) : { lost: 0, torn: [] }
  found.push(...torn)
  const isCopyWhole = copies.some((place) =>
    place ? existsSync(copy) && isWhole(prove(copy, keepAccount(place), 0)) : !existsSync(copy),
  )
  if (!isCopyWhole) found.push('the copy is not what it was said to be')
  return { lost, wasTold, found }
}

const isWhole = ({ lost, torn }: { lost: number; torn: string[] }) => lost === 0 && torn.length === 0
