import { withBundle } from './bundle.ts'
import { traceDay } from './strace.ts'

/** What a kill cannot show, since the system's memory outlives a process: whether the disk had it before the answer. */
export function traceAnswers(): Promise<string> {
  const words = ['-e', 'trace=pwrite64,write,fsync,fdatasync,openat,rename']
  return withBundle('day', (script, folder) =>
    traceDay(script, folder, { words, onlyCase: false }, ({ log }) => log),
  )
}

/** Reads a trace: how many answers were given, and before which of them something was written that was not yet synced. */
export function answersIn(trace: string): { answers: number; early: string[] } {
  const waiting = new Set<string>()
  const early: string[] = []
  let answers = 0
  for (const line of trace.split('\n')) {
    const [, call = '', fd = '', file = '', rest = ''] =
      /^\d+ +(\w+)\((?:(\d+)<([^>]*)>)?(.*)/u.exec(line) ?? []
    // A new name and a renamed file are on the disk once their folder is.
    const folder = /"([^"]*)\/[^"/]*"/u.exec(rest)?.[1] ?? ''
    if (call === 'rename' || (call === 'openat' && rest.includes('O_CREAT'))) waiting.add(folder)
    else if (call === 'fsync' || call === 'fdatasync') waiting.delete(file)
    else if (call === 'pwrite64' || (call === 'write' && file.includes('.ligature'))) waiting.add(file)
    else if (call === 'write' && fd === '1' && /^, "(?:did|copied) /u.test(rest)) {
      answers++
      if (waiting.size > 0) early.push(`${rest.slice(3, 20)} while ${[...waiting]} was not on the disk`)
    }
  }
  return { answers, early }
}
