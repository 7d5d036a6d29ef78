import { defineConfig } from 'vitest/config'

// Files that need no disk, no native module and no process share one: nothing in what they import is left from one to the next,
// and a process for each would cost more than its tests do.
const pure = ['{preload,renderer}/**/*.test.{ts,tsx}', 'main/import/{html,pdf,word}/**/*.test.ts']
const others = ['{main,host,bench,resources,.ci}/**/*.test.{ts,tsx}']
const shared = {
  environment: 'node',
  // Most take milliseconds; a machine that is busy with other things takes many times that.
  testTimeout: 30_000,
  // Processes, not threads: a native module that crashes takes one file's tests along, not the run.
  pool: 'forks',
} as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: pure, isolate: false } },
      { test: { ...shared, name: 'apart', include: others, exclude: pure } },
    ],
  },
})
