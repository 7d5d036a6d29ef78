import { bareText, until } from './peer.ts'
import { type Sample, sampleOf } from './text.ts'

// The text alone, with content-visibility on its paragraphs: the least that a browser needs to show it.
let sample: Sample

window.reader = {
  prepare(kilobytes, count) {
    sample = sampleOf(kilobytes, count)
  },
  async open() {
    const since = performance.now()
    bareText(sample.content, 'bare')
    const first = await until(() => true, since)
    return { first, all: first }
  },
  ready() {},
  add: () => {},
  isAdded: () => true,
}
