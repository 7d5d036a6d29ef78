import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What of the page not everyone could read or reach, by the rules of axe: a line a finding. The script is put in once a page and
 * describes nothing but what it finds: with all that is as it should be, an answer takes six times as long.
 */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`)
  return page.evaluate(async () => {
    const { axe: there } = window as unknown as { axe: typeof axe }
    const found = await there.run({ resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}
