import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{main,preload,renderer,host,bench,resources,.ci}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, not threads: a native module that crashes takes one file's tests along, not the run.
    pool: 'forks',
    maxWorkers: 2,
  },
})
