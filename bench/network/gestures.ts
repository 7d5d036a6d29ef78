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

  /** Until the page has been idle for three tenths of a second: what was put off is then done. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const before = await this.taskTime()
      await this.page.waitForTimeout(100)
      quiet = (await this.taskTime()) - before < 12 ? quiet + 1 : 0
    }
  }

  at(node: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate((index) => window.peer.place(index), node)
  }

  /** The longest task while the doing runs, by the clock: what makes a window stutter. Less than 50 is told as 0. */
  async longestTask(doing: () => Promise<unknown>): Promise<number> {
    await this.page.evaluate(() => {
      const seen: number[] = []
      Object.assign(window, { seenTasks: seen })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.push(duration)
      }).observe({ entryTypes: ['longtask'] })
    })
    await doing()
    await this.settle()
    return this.page.evaluate(() => Math.max(0, ...(window as unknown as { seenTasks: number[] }).seenTasks))
  }
}
