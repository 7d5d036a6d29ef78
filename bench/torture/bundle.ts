import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Makes one file of a script of this folder and all it imports, and hands `use` its path and a folder to work in; both are
 * gone afterwards. A child of one file starts in half the time, and vite's imports of .sql files work in it.
 */
export async function withBundle<Outcome>(
  name: string,
  use: (script: string, folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  // In the project, so that better-sqlite3 is found from there.
  mkdirSync(join(root, 'out'), { recursive: true })
  const outDir = mkdtempSync(join(root, `out/torture-${name}-`))
  const folder = mkdtempSync(join(tmpdir(), 'ligature-torture-'))
  // What Node keeps of a compiled script goes by its path, and this path is never used again.
  const { NODE_COMPILE_CACHE: shared } = process.env
  process.env.NODE_COMPILE_CACHE = join(outDir, 'compile-cache')
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      // A native module cannot be in one file.
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir, target: 'node24' },
    })
    return await use(join(outDir, `${name}.js`), folder)
  } finally {
    if (shared === undefined) delete process.env.NODE_COMPILE_CACHE
    else process.env.NODE_COMPILE_CACHE = shared
    rmSync(outDir, { recursive: true })
    rmSync(folder, { recursive: true })
  }
}
