import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Why nothing can be traced here, or null where it can. */
export function whyNoStrace(): string | null {
  const strace = spawnSync('strace', ['-V'], { encoding: 'utf8' })
  if (strace.status !== 0) return 'strace is not installed (it is there for Linux only)'
  const traced = spawnSync('strace', ['-qq', '-e', 'inject=getpid:error=EIO', 'true'], { encoding: 'utf8' })
  return traced.status === 0 ? null : `strace may trace nothing here: ${traced.stderr.trim().split('\n')[0]}`
}

/** A day of day.ts that was traced: what it said, what strace wrote down, and where its files are. */
export interface Day {
  lines: string[]
  log: string
  status: unknown
  path: string
  copy: string
}

/**
 * Runs the day in a new folder inside `folder`, traced as `words` say, and hands it to `judge` before the folder goes.
 * `onlyCase` keeps strace to the case file, its journal, its copy and their folder.
 */
export async function traceDay<Verdict>(
  script: string,
  folder: string,
  { words, onlyCase }: { words: string[]; onlyCase: boolean },
  judge: (day: Day) => Verdict,
): Promise<Verdict> {
  const place = mkdtempSync(join(folder, 'day-'))
  const [path, copy, log] = [
    join(place, 'case.ligature'),
    join(place, 'copy.ligature'),
    join(folder, `${Math.random()}`),
  ] as const
  const files = [path, copy].flatMap((file) =>
    ['', '-journal', '.part', '.part-journal'].map((rest) => file + rest),
  )
  const only = onlyCase ? [place, ...files].flatMap((file) => ['-P', file]) : []
  const child = spawn(
    'strace',
    ['-f', '--seccomp-bpf', '-qq', '-y', '-o', log, ...words, ...only, process.execPath, script, path, copy],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 60_000 },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  try {
    const [status] = await once(child, 'close')
    return judge({
      lines: output.trimEnd().split('\n'),
      log: readFileSync(log, 'utf8'),
      status,
      path,
      copy,
    })
  } finally {
    rmSync(place, { recursive: true })
    rmSync(log, { force: true })
  }
}
