import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileInside } from './inside.ts'

let folder = ''
let root = ''
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'ligature-inside-')))
  root = join(folder, 'page')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'page-secrets'))
  writeFileSync(join(root, 'index.html'), 'page')
  writeFileSync(join(root, 'assets', 'a b.js'), 'script')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'page-secrets', 'secret.html'), 'secret')
  symlinkSync(join(folder, 'secret.html'), join(root, 'out.html'))
  symlinkSync(folder, join(root, 'up'))
  symlinkSync(join(root, 'index.html'), join(root, 'in.html'))
  symlinkSync(root, join(folder, 'link-to-page'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the files of the page are found, also where a link leads to the folder or stays inside', async () => {
  expect(await fileInside(root, '/index.html')).toBe(join(root, 'index.html'))
  expect(await fileInside(root, '/assets/a%20b.js')).toBe(join(root, 'assets', 'a b.js'))
  expect(await fileInside(root, '/in.html')).toBe(join(root, 'index.html'))
  expect(await fileInside(join(folder, 'link-to-page'), '/index.html')).toBe(join(root, 'index.html'))
})

test.each([
  '/../secret.html',
  '/assets/../../secret.html',
  '/%2e%2e/secret.html',
  '/%2E./secret.html',
  '/..%2fsecret.html',
  '/..%2Fpage%2findex.html',
  '/%2e%2e%2fsecret.html',
  '/%252e%252e/secret.html',
  '/..%5csecret.html',
  '/..\\secret.html',
  '/assets\\..\\..\\secret.html',
  '/../page-secrets/secret.html',
  '/index.html%00.js',
  '/index.html\0',
  '/out.html',
  '/up/secret.html',
  '/up/page/../secret.html',
  '//etc/passwd',
  '/C:/Windows/win.ini',
  '/index.html::$DATA',
  '/%',
  '/%e0%a4',
  '/',
  '',
  '/none.html',
  `/${'a'.repeat(5000)}`,
])('%j leads to nothing', async (pathname) => {
  expect(await fileInside(root, pathname)).toBeNull()
})
