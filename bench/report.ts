import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Row } from './measure.ts'

const json = join(import.meta.dirname, 'results.json')
const page = join(import.meta.dirname, 'RESULTS.md')

/** Keeps the rows that were not measured this time: of other benches, and of other sizes of this one. */
export function writeResults(bench: string, rows: Row[]): void {
  const known: Row[] = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : []
  const keyOf = (row: Row) => [row.bench, row.case, row.size, row.peerName].join(' | ')
  const measured = new Set(rows.map(keyOf))
  const kept = known.filter((row) => !measured.has(keyOf(row)))
  const at = kept.findLastIndex((row) => row.bench === bench) + 1
  const all = at > 0 ? kept.toSpliced(at, 0, ...rows) : [...kept, ...rows]
  writeFileSync(json, `[\n${all.map((row) => `  ${JSON.stringify(row, rounded)}`).join(',\n')}\n]\n`)
  writeFileSync(page, pageOf(all))
}

/** Four digits are more than a clock can be trusted with. */
const rounded = (_key: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value

function pageOf(rows: Row[]): string {
  const benches = [...new Set(rows.map((row) => row.bench))]
  return `${[
    '# Results',
    '',
    '`npm run bench` wrote this, on',
    `${cpus().length} cores, Node ${process.versions.node}. Each line was measured beside its peer in the same run, by turns;`,
    'read the ratio, not the time. A target that is not met says no. `size` counts the annotations of the case, and letters for import.',
    ...benches.flatMap((bench) => ['', `## ${bench}`, '', table(rows.filter((row) => row.bench === bench))]),
  ].join('\n')}\n`
}

export function table(rows: Row[]): string {
  const number = (value: number) =>
    value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
  const cells = [
    ['case', 'size', 'ours', 'peer', 'against', 'ratio', 'target', 'holds'],
    ['---', '---:', '---:', '---:', '---', '---:', '---', '---'],
    ...rows.map((row) => [
      row.case,
      row.size.toLocaleString('en'),
      `${number(row.ours)} ${row.unit}`,
      `${number(row.peer)} ${row.unit}`,
      row.peerName,
      row.ratio.toFixed(2),
      row.target,
      row.holds ? 'yes' : '**no**',
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  )
  return cells
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n')
}
