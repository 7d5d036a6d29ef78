import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { fillCase } from '../e2e/fixtures/fill-case.ts'
import { openCase } from '../main/case-file/open-case.ts'
import { dump } from '../main/case-file/testing/dump.ts'
import { withBundle } from './torture/bundle.ts'
import { whyNoStrace } from './torture/strace.ts'

const noStrace = whyNoStrace()
const because = noStrace ? ` (skipped: ${noStrace})` : ''

test.skipIf(noStrace)(
  `a case whose drive no longer answers, neither to reading nor to writing, is saved elsewhere as a whole${because}`,
  () =>
    withBundle('drive', async (script, folder) => {
      const [path, copy, share] = ['Case', 'Copy', 'Share'].map((name) => join(folder, `${name}.ligature`))
      if (!path || !copy || !share) throw new Error('There are three paths.')
      const made = openCase(path, { create: true })
      fillCase(made)
      const before = dump(made.read)
      const steps = made.read.all({ text: 'SELECT id, label FROM step', values: [] })
      made.close()

      const child = spawn(process.execPath, [script, path, copy, share], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      expect((await lines.next()).value).toBe('ready')
      const calls = 'pread64,pwrite64,fsync,fdatasync,openat,statx,newfstatat,access'
      const strace = spawn(
        'strace',
        [
          '-f',
          '-y',
          '-o',
          '/dev/null',
          '-p',
          `${child.pid}`,
          '-P',
          path,
          '-P',
          `${path}-journal`,
          '-e',
          `inject=${calls}:error=EIO`,
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      )
      const straceLines = createInterface({ input: strace.stderr })[Symbol.asyncIterator]()
      expect((await straceLines.next()).value).toContain('attached')
      child.stdin.write('\n')
      const told: string[] = []
      for (let line = await lines.next(); line.value !== 'end'; line = await lines.next())
        told.push(String(line.value))
      child.kill('SIGKILL')
      await once(strace, 'close')

      expect(told).toEqual(['step case-moved', 'copy done', 'share done'])
      // The drive is back, and what it holds is what it held.
      for (const each of [copy, share, path]) {
        const one = openCase(each)
        expect(dump(one.read)).toEqual(before)
        if (each !== share)
          expect(one.read.all({ text: 'SELECT id, label FROM step', values: [] })).toEqual(steps)
        one.close()
      }
      expect(existsSync(`${path}-journal`)).toBe(false)
    }),
  60_000,
)
