import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'vitest'
import flip from './flip-fuses.mjs'

const config = JSON.parse(readFileSync('resources/packaging/electron-builder.json', 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

const hardened: Record<keyof typeof FuseV1Options, boolean> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}
const names = Object.keys(hardened) as (keyof typeof hardened)[]

/** A program as far as fuses go: the mark by which they are found, their version, their number, and each as it came. */
const program = (fuses: number) =>
  Buffer.concat([
    Buffer.from('MZ some code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, fuses]),
    Buffer.from('1'.repeat(fuses)),
    Buffer.from(' more code'),
  ])

test('packing sets every fuse that Electron has, all nine', async () => {
  expect(
    Object.keys(FuseV1Options)
      .filter((key) => Number.isNaN(Number(key)))
      .sort(),
  ).toEqual([...names].sort())
  expect(existsSync(config.afterPack)).toBe(true)
  const appOutDir = mkdtempSync(join(tmpdir(), 'ligature-fuses-'))
  const packager = { appInfo: { productFilename: 'Ligature' }, executableName: 'ligature' }
  for (const [electronPlatformName, name] of [
    ['linux', 'ligature'],
    ['win32', 'Ligature.exe'],
  ] as const) {
    writeFileSync(join(appOutDir, name), program(names.length))
    await flip({ appOutDir, electronPlatformName, packager })
    const wire = await getCurrentFuseWire(join(appOutDir, name))
    for (const fuse of names)
      expect([fuse, wire[FuseV1Options[fuse]]]).toEqual([
        fuse,
        hardened[fuse] ? FuseState.ENABLE : FuseState.DISABLE,
      ])
  }
  writeFileSync(join(appOutDir, 'ligature'), program(names.length + 1))
  await expect(flip({ appOutDir, electronPlatformName: 'linux', packager })).rejects.toThrow()
  rmSync(appOutDir, { recursive: true })
})

test('Electron is named to the exact version, of a major that its makers still mend', () => {
  const version: string = manifest.devDependencies.electron
  expect(version).toMatch(/^\d+\.\d+\.\d+$/u)
  const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version
  expect(installed).toBe(version)
  // The newest three majors are mended, and a new one comes every eight weeks. 45 was the newest in November 2026; whoever
  // looks again raises this.
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
})

test('what is packed is the build and nothing of the sources, and native code lies where it can be loaded', () => {
  expect(config.files).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    'package.json',
  ])
  expect(config).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], productName: manifest.productName })
})
