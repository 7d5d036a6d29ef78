import { defineConfig } from '@playwright/test'

// The specs start the built app themselves (e2e/support/app.ts), so no browser is configured here.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
  // Most take some ten seconds; a machine that is busy with other things takes many times that.
  timeout: 180_000,
  // Adding an article starts a process, which takes seconds on a machine that is busy with other things.
  expect: { timeout: 15_000 },
  workers: 2,
  // No trace here: Playwright records none of a browser it has not started. The fixture does it.
  use: { screenshot: 'only-on-failure' },
})
