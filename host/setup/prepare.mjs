// `node prepare.mjs [--build] SCRIPT ARGS`: puts in place what Ligature needs, on whatever Node the machine has, then runs
// SCRIPT on Node 24. `--build` adds the bundles; `npm test` goes without, since there the build is one of the things checked.
// Not npm's own prestart and pretest: with ignore-scripts, ours or a careful person's, npm runs neither.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`ligature: this is Node ${process.versions.node}, and the set-up needs Node 20 or newer.`)
  console.error('Install one from https://nodejs.org, then run the same command again.')
  process.exit(1)
}

// Loaded only now: an older Node would stop at their syntax, without the sentence above.
const { alone } = await import('./alone.mjs')
const { packages } = await import('./packages.mjs')
const { electron } = await import('./electron.mjs')
const { browser } = await import('./browser.mjs')
const { build } = await import('./build.mjs')
const { handOver } = await import('./hand-over.mjs')
const { node24 } = await import('./places.mjs')

const words = process.argv.slice(2)
const withBuild = words[0] === '--build'
const steps = [packages, electron, browser, ...(withBuild ? [build] : [])]

if (steps.some((step) => step.needed())) {
  await alone(async () => {
    // Asked again, one by one: another run may have done it meanwhile, and each step can need what the one before it made.
    for (const step of steps) if (step.needed()) await step.run()
  })
}
if (!process.exitCode) handOver(node24, words.slice(withBuild ? 1 : 0))
