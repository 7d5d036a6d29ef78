// Proves that the lint rules in biome.json hold the house: each import below is refused where it stands, or allowed.
// One run of Biome over a small house of its own, built in a temporary folder.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A file of the house, a line in it, and a word of the message that must show the way out (or null: it is allowed). */
type Case = [file: string, line: string, wayOut: string | null]

const cases: Case[] = [
  ['main/index.ts', "import { app } from 'electron'", null],
  ['main/index.ts', "import { ipcMain } from 'electron'", 'main/ipc.ts'],
  ['main/index.ts', "import '../host/run.ts'", 'host/'],
  ['main/ipc.ts', "import { ipcMain } from 'electron'", null],
  ['main/ipc.ts', "import './case-file/sql.ts'", 'main/workbench/'],
  ['main/ipc.ts', "import './workbench/relate.ts'", null],
  ['main/shell/window.ts', "import { BrowserWindow } from 'electron'", null],
  ['main/shell/window.ts', "import { ipcMain } from 'electron'", 'main/ipc.ts'],
  ['main/shell/window.ts', "import '../export/markdown.ts'", 'main/workbench/'],
  ['main/workbench/relate.ts', "import '../case-file/sql.ts'", null],
  ['main/workbench/relate.ts', "import '../trouble.ts'", null],
  ['main/workbench/relate.ts', "import 'better-sqlite3'", 'main/case-file/'],
  ['main/workbench/relate.ts', "import { dialog } from 'electron'", 'main/shell/'],
  ['main/workbench/relate.ts', "import '../shell/ask.ts'", 'main/index.ts'],
  ['main/workbench/relate.ts', "import '../index.ts'", 'parameter'],
  ['main/workbench/relate.ts', "import 'playwright-core'", 'e2e/'],
  ['main/workbench/relate.test.ts', "import 'better-sqlite3'", null],
  ['main/case-file/sql.ts', "import 'better-sqlite3'", null],
  ['main/case-file/sql.ts', "import '../../preload/contract/patch.ts'", null],
  ['main/case-file/sql.ts', "import '../workbench/relate.ts'", 'main/workbench/'],
  ['main/case-file/sql.ts', "import '../export/markdown.ts'", 'main/workbench/'],
  ['main/case-file/sql.ts', "import '../ipc.ts'", 'parameter'],
  ['main/case-file/sql.ts', "import { rmSync } from 'node:fs'", 'main/case-file/files.ts'],
  ['main/case-file/files.ts', "import { rmSync } from 'node:fs'", null],
  ['main/case-file/files.ts', "import '../workbench/relate.ts'", 'main/workbench/'],
  ['main/suggest/names.ts', "import '../case-file/sql.ts'", 'main/workbench/'],
  ['main/import/draft.ts', "import '../case-file/sql.ts'", 'main/workbench/'],
  ['main/export/markdown.ts', "import '../case-file/notes.ts'", null],
  ['main/export/markdown.ts', "import '../../renderer/state/store.ts'", 'preload/contract.ts'],
  ['main/settings.ts', "import './workbench/desk.ts'", 'main/workbench/'],
  ['preload/contract.ts', "import { ipcRenderer } from 'electron'", 'preload/bridge.ts'],
  ['preload/contract/patch.ts', "import '../../main/trouble.ts'", 'preload/contract/'],
  ['preload/bridge.ts', "import { ipcRenderer } from 'electron'", null],
  ['renderer/state/client.ts', "import '../../preload/contract.ts'", null],
  ['renderer/state/client.ts', "import '../../preload/channels.ts'", null],
  ['renderer/state/client.ts', "import '../../preload/bridge.ts'", 'preload/channels.ts'],
  ['renderer/state/client.ts', "import '../../main/trouble.ts'", 'preload/contract.ts'],
  ['renderer/state/client.ts', "import 'electron'", 'preload/contract.ts'],
  ['renderer/state/client.ts', "import 'node:fs'", 'preload/contract.ts'],
  ['host/browser.ts', "import 'playwright-core'", null],
  ['e2e/notes.spec.ts', "import '@playwright/test'", null],
]

interface Finding {
  category: string
  message: string
  location: { path: string; start: { line: number } }
}

let house: string
let findings: Finding[]

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'ligature-house-'))
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(root, name), join(house, name))
  const lines = new Map<string, string[]>()
  for (const [file, line] of cases) lines.set(file, [...(lines.get(file) ?? []), line])
  lines.set('main/workbench/hen.ts', ["import { egg } from './egg.ts'", 'export const hen = () => egg'])
  lines.set('main/workbench/egg.ts', ["import { hen } from './hen.ts'", 'export const egg = () => hen'])
  lines.set('renderer/ui/all.ts', ["export * from './one.ts'"])
  lines.set(
    'renderer/ui/long.ts',
    [...Array(401).keys()].map((n) => `export const n${n} = ${n}`),
  )
  for (const [file, content] of lines) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), `${content.join('\n')}\n`)
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const ran = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: house,
    encoding: 'utf8',
  })
  findings = JSON.parse(ran.stdout).diagnostics
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

const found = (rule: string, file: string) =>
  findings.filter((each) => each.category.endsWith(`/${rule}`) && each.location.path === file)

describe('an import', () => {
  test.each(cases)('%s: %s', (file, line, wayOut) => {
    const sameFile = cases.filter((each) => each[0] === file)
    const at = sameFile.findIndex((each) => each[1] === line) + 1
    const refused = found('noRestrictedImports', file).filter((each) => each.location.start.line === at)
    if (wayOut === null) expect(refused).toEqual([])
    else expect(JSON.stringify(refused)).toContain(wayOut)
  })
})

test('a circle, a barrel file and a file over 400 lines are refused', () => {
  expect(found('noImportCycles', 'main/workbench/hen.ts')).toHaveLength(1)
  expect(found('noBarrelFile', 'renderer/ui/all.ts')).toHaveLength(1)
  expect(found('noExcessiveLinesPerFile', 'renderer/ui/long.ts')).toHaveLength(1)
})
