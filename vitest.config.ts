import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,host,bench,resources,.ci}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Most take milliseconds; a machine that is busy with other things takes many times that.
    testTimeout: 30_000,
    // Processes, not threads: a native module that crashes takes one file's tests along, not the run.
    pool: 'forks',
    maxWorkers: 2,
  },
})
