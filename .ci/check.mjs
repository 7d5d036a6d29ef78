// What `npm test` runs. Every check runs, also after one that failed, and the last line counts what ran.
// One at a time: the quick ones are over in seconds, and the runners fill both cores by themselves.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'out/test-results')
const unitReport = join(reports, 'unit.json')
const e2eReport = join(reports, 'e2e.json')
mkdirSync(reports, { recursive: true })
// Some two hundred processes of Node are started here, and most compile the same modules.
process.env.NODE_COMPILE_CACHE ??= join(root, 'out/compile-cache')
for (const report of [unitReport, e2eReport]) rmSync(report, { force: true })

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @type {Count} */
const one = { passed: 1, failed: 0, skipped: 0 }
/** @type {Count} */
const none = { passed: 0, failed: 1, skipped: 0 }

/** @type {Count[]} */
const counts = []
const count = (/** @type {Count} */ step) => {
  counts.push(step)
  return step.failed === 0
}

count(bin('format and lint', '@biomejs/biome/bin/biome', ['ci', '.']) ? one : none)
count(bin('types', 'typescript/bin/tsc', ['--noEmit']) ? one : none)

const unit = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
count(tally(bin('unit tests', 'vitest/vitest.mjs', unit), unitReport, countUnit))

if (count(step('build', join(root, 'host/setup/build.mjs'), []) ? one : none)) {
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = e2eReport
  const e2e = ['test', '--config=playwright.config.ts', '--reporter=list,json']
  count(tally(bin('end-to-end specs', '@playwright/test/cli.js', e2e), e2eReport, countE2e))
} else {
  console.log('\n== end-to-end specs: not run, because there is no build to run them on')
  count(none)
}

const sum = (/** @type {keyof Count} */ what) => counts.reduce((all, each) => all + each[what], 0)
const skipped = sum('skipped')
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = sum('failed') ? 1 : 0

/**
 * @param {string} name
 * @param {string} program a path inside node_modules
 * @param {string[]} args
 */
function bin(name, program, args) {
  return step(name, join(root, 'node_modules', program), args)
}

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 */
function step(name, script, args) {
  console.log(`\n== ${name}`)
  const started = performance.now()
  // A runner that hangs is a failure to be told, not a machine to be held for hours.
  const ran = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 30 * 60_000,
  })
  const ok = ran.status === 0
  const how = ok ? 'ok' : ran.error || ran.signal ? `ended by ${ran.signal ?? ran.error?.message}` : 'failed'
  console.log(`== ${name}: ${how}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return ok
}

/**
 * What a runner's report counts. A runner that failed without a failed test, or ran none, is one failure of its own.
 * @param {boolean} ok
 * @param {string} report
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function tally(ok, report, read) {
  /** @type {Count} */
  let counted
  try {
    counted = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    console.log(`No report was left at ${report}`)
    return none
  }
  const ran = counted.passed + counted.failed
  if (ran === 0) console.log('No test ran')
  return (ok || counted.failed > 0) && ran > 0 ? counted : { ...counted, failed: counted.failed + 1 }
}

/**
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report vitest's
 * @returns {Count}
 */
function countUnit(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report Playwright's
 * @returns {Count}
 */
function countE2e({ stats }) {
  // Passed at the second try is not passed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
