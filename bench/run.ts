// `npm run bench` runs all parts, `npm run bench -- NAME` one. Prints each part's table, and keeps it in bench/.
import './raw-sql.mjs'
import type { Row } from './measure.ts'
import { table, writeResults } from './report.ts'

const parts: Record<string, () => Promise<() => Promise<Row[]>>> = {
  'case-file': async () => (await import('./case-file/bench.ts')).measureCaseFile,
  article: async () => (await import('./article/bench.ts')).measureArticle,
  network: async () => (await import('./network/bench.ts')).measureNetwork,
  import: async () => (await import('./import/bench.ts')).measureImport,
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in parts))
if (unknown) {
  console.error(`There is no bench “${unknown}”. There are: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
for (const [name, load] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  console.log(`\n== ${name}`)
  const measure = await load()
  const rows = await measure()
  console.log(table(rows))
  writeResults(name, rows)
}
