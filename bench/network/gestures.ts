import type { CDPSession, Page } from 'playwright-core'

/** One page under measurement: what a real pointer does to it, in milliseconds of its main thread. */
export class Hand {
  readonly page: Page
  private readonly cdp: CDPSession
  private constructor(page: Page, cdp: CDPSession) {
    this.page = page
    this.cdp = cdp
  }

  static async on(page: Page): Promise<Hand> {
    const cdp = await page.context().newCDPSession(page)
    // Processor time of the thread and not the clock's: what else runs on the machine counts less.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Hand(page, cdp)
  }

  private async taskTime(): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }

  private frames(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    )
  }

  /** Milliseconds of tasks from the doing to the second frame after it. An idle page comes to 1 to 2. */
  async cost(doing: () => Promise<unknown>): Promise<number> {
    const before = await this.taskTime()
    await doing()
    await this.frames()
    return (await this.taskTime()) - before
  }

  /** Until the page has been idle for seven tenths of a second: what was put off is then done. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 7; ) {
      const before = await this.taskTime()
      await this.page.waitForTimeout(100)
      quiet = (await this.taskTime()) - before < 12 ? quiet + 1 : 0
    }
  }

  at(node: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate((index) => window.peer.place(index), node)
  }

  /** Milliseconds of processor time of the longest task on the page's main thread while the doing runs and after it. */
  async longestTask(doing: () => Promise<unknown>): Promise<number> {
    const browser = this.page.context().browser()
    await browser?.startTracing(this.page, {
      categories: ['disabled-by-default-devtools.timeline', 'toplevel'],
    })
    await doing()
    await this.settle()
    const { traceEvents } = JSON.parse(String(await browser?.stopTracing())) as { traceEvents: TraceEvent[] }
    const main = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    )
    const tasks = traceEvents.filter(
      ({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`),
    )
    return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0)
  }
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Thread time in microseconds. */
  tdur?: number
  args?: { name?: string }
}
