import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

// `npm run torture -- --kills N`: kills N writing processes and says what was lost. `npm run torture -- --faults` fails every
// call of the disk instead, or at most M of each kind and length with `--most M`. `npm run torture -- --mutants N --seed S`
// opens, works on and rescues N mutated case files. The last line is for programs to read; the exit code is 1 where anything
// was lost or torn, or ended without a sentence.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    faults: { type: 'boolean' },
    most: { type: 'string', default: 'Infinity' },
    mutants: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const kills = Number(values.kills)
if (!(kills > 0)) throw new Error('--kills takes a number of processes to kill.')

// Through vite, since the case file imports its .sql files as vite does.
const load = async <Module>(name: string) =>
  (await runnerImport<Module>(join(import.meta.dirname, 'torture', name))).module

if (values.mutants) {
  const { runMutants } = await load<typeof import('./torture/mutants.ts')>('mutants.ts')
  const { mutants, outcomes, found } = await runMutants(Number(values.mutants), Number(values.seed))
  for (const what of found) console.log(what)
  for (const [what, count] of [...outcomes].sort()) console.log(`${count} ${what}`)
  console.log(`mutants ${mutants}, without a sentence ${found.length}`)
  process.exit(found.length > 0 ? 1 : 0)
}

let outcome: { lost: number; torn: number; found: string[] }
let last = ''
if (values.faults) {
  const { whyNoStrace } = await load<typeof import('./torture/strace.ts')>('strace.ts')
  const why = whyNoStrace()
  if (why) throw new Error(why)
  const { runFaults } = await load<typeof import('./torture/faults.ts')>('faults.ts')
  const all = await runFaults(() => Number(values.most))
  outcome = all
  last = `faults ${all.points}, told ${all.told}`
} else {
  const { runKills } = await load<typeof import('./torture/kills.ts')>('kills.ts')
  const all = await runKills(kills)
  outcome = all
  console.log(
    `${all.early} killed before the first answer, ${all.within} within a step, ${all.hot} journals played back, ${all.copies} copies taken between two steps`,
  )
  last = `kills ${all.kills}, acknowledged ${all.acknowledged}`
}
const { found, lost, torn } = outcome
for (const what of found) console.log(what)
console.log(`${last}, lost ${lost}, torn ${torn}`)
process.exitCode = lost + torn > 0 ? 1 : 0
